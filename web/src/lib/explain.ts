// Turns a refusal's codes into a page's words: lines for the error summary, a message a field.

import type { PageError } from '@/govuk'

import type { Refusal } from './refusal'

export type PageWords = {
  field: (name: string, code: string) => string
  refusal: (code: string) => string | undefined
}

// What any page may be told. A page's own words for the same code come first.
const common: Record<string, string> = {
  no_answer: 'Waymark could not be reached. What you typed is still here. Try again',
  changed_by_someone_else: 'Someone else has changed this since you opened it',
  sign_in_needed: 'Sign in again to continue',
  second_factor_unchecked:
    'Two-step sign-in cannot be checked now. Tell whoever runs Waymark for you. Until they have put it right, use a recovery code or a passkey',
  wait_and_try_again: 'There have been too many tries. Wait a while, then try again',
}

const by_status: Record<number, string> = {
  401: 'Sign in again to continue',
  403: 'You do not have permission to do this',
  404: 'This could not be found',
  412: 'Someone else has changed this since you opened it',
  413: 'What you are sending is too large',
  429: 'There have been too many tries. Wait a while, then try again',
  503: 'Waymark is busy. What you typed is still here. Try again in a minute',
}

export function say_refusal(refusal: Refusal, words?: PageWords): string {
  return (
    words?.refusal(refusal.code) ??
    common[refusal.code] ??
    by_status[refusal.status] ??
    'Sorry, there is a problem. What you typed is still here. Try again later'
  )
}

export type Explained = { summary: PageError[]; by_field: Record<string, string> }

export function explain(refusal: Refusal | null, words: PageWords): Explained {
  if (!refusal) return { summary: [], by_field: {} }
  const by_field: Record<string, string> = {}
  // The first mistake of a field is the one to put right first.
  for (const { field, code } of refusal.fields) by_field[field] ??= words.field(field, code)

  const links = Object.entries(by_field).map(([field, text]) => ({ text, href: `#${field}` }))
  return { summary: links.length > 0 ? links : [{ text: say_refusal(refusal, words) }], by_field }
}
