// The second steps that somebody has set up for signing in.

import type { ReactNode } from 'react'

import { get, type DataOf } from '@/lib/api'
import { useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

export type Ways = DataOf<'/session/passkeys', 'get'>

export function WithWays({ children }: { children: (ways: Ways) => ReactNode }) {
  const { session } = useSession()
  const ways = useLoaded(`passkeys ${session.user_id}`, (signal) =>
    get('/session/passkeys', { signal }),
  )
  return <WhenLoaded of={ways}>{children}</WhenLoaded>
}
