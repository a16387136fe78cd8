// What an identity provider sends the browser back with, in the address; and where the person was
// before, which only this tab remembers.

import type { Returned } from '@/lib/session'

export const kReturnPath = '/sign-on/return'
const kFrom = 'waymark.sign-on-from'

// Null at any other address. Without a code the provider refused, or somebody typed the address.
export function returned_from(pathname: string, search: string): Returned | null {
  if (pathname !== kReturnPath) return null
  const query = new URLSearchParams(search)
  const iss = query.get('iss')
  return {
    state: query.get('state') ?? '',
    code: query.get('code') ?? '',
    ...(iss !== null && { iss }),
  }
}

// The path alone: what was searched for is not left lying about.
export function remember_where() {
  sessionStorage.setItem(kFrom, location.pathname)
}

// Puts the address back, so that the code stands in no history.
export function go_back_to_where() {
  const from = sessionStorage.getItem(kFrom) ?? '/'
  sessionStorage.removeItem(kFrom)
  const is_ours = from.startsWith('/') && !from.startsWith('//') && from !== kReturnPath
  history.replaceState(null, '', is_ours ? from : '/')
}
