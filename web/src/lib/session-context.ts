// Who is signed in, for any page that needs to know.

import { createContext, useContext } from 'react'

import type { components } from '@/api-types'

export type Session = components['schemas']['Session']

export type SessionContextValue = { session: Session; sign_out: () => Promise<void> }

export const SessionContext = createContext<SessionContextValue | null>(null)

// Only pages behind the sign-in may ask.
export function useSession(): SessionContextValue {
  const value = useContext(SessionContext)
  if (!value) throw new Error('useSession was called by a page that anybody can see')
  return value
}

export function may(session: Session, permission: string): boolean {
  return session.permissions.includes(permission)
}
