// What somebody without a session sees: the sign-in, or, back from their agency's provider, the end
// of signing on by it.

import { useState } from 'react'

import type { SignIn, SignOn } from '@/lib/session'

import { returned_from } from './returned'
import { SignInPage } from './sign-in-page'
import { SignOnReturnPage } from './sign-on-return-page'

export function Front({ onSignIn, onSignOn }: { onSignIn: SignIn; onSignOn: SignOn }) {
  const [returned, set_returned] = useState(() => returned_from(location.pathname, location.search))
  if (!returned) return <SignInPage onSignIn={onSignIn} />
  return (
    <SignOnReturnPage returned={returned} onSignOn={onSignOn} onGiveUp={() => set_returned(null)} />
  )
}
