// The session: found at the start, begun by signing in, asked for again when it ends under a page.

import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'

import { connect, del_as_nobody, get_as_nobody, post_as_nobody, type Answer } from './api'
import { clear_drafts } from './drafts'
import type { Assertion } from './passkeys'
import type { Refusal } from './refusal'
import { SessionContext, type Session } from './session-context'

// Null when it worked. The code or a passkey's answer is asked for when a first try is refused for
// want of one.
export type SignIn = (
  email: string,
  password: string,
  second?: { code?: string; assertion?: Assertion },
) => Promise<Refusal | null>

// What an identity provider sent the browser back with, as it came.
export type Returned = { state: string; code: string; iss?: string }

// The end of signing on by a provider: null when it worked. The code is asked for when finishing is
// refused for want of one.
export type SignOn = {
  finish: (returned: Returned) => Promise<Refusal | null>
  give_code: (code: string) => Promise<Refusal | null>
}

type AgainProps = { name: string; email: string; onSignIn: SignIn; onLeave: () => void }

type Props = {
  children: ReactNode // for somebody who is signed in
  starting: ReactNode
  unreachable: (retry: () => void) => ReactNode
  sign_in: (onSignIn: SignIn, onSignOn: SignOn) => ReactNode
  sign_in_again: (props: AgainProps) => ReactNode // over the page, which stays as it is
}

type State = 'starting' | 'unreachable' | 'nobody' | Session

export function SessionProvider(props: Props) {
  const [state, set_state] = useState<State>('starting')
  const [email, set_email] = useState('') // known when the sign-in was in this tab
  const { asked_again, ask_again, answer_again } = useAskAgain()

  const begin = useCallback((next: Session) => {
    clear_drafts(next.user_id)
    set_state(next)
  }, [])

  const find = useCallback(async () => {
    const answer = await get_as_nobody('/session')
    if (answer.ok) begin(answer.data)
    else set_state(answer.refusal.status === 401 ? 'nobody' : 'unreachable')
  }, [begin])

  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- set when the answer is here
    void find()
  }, [find])

  const session = typeof state === 'object' ? state : null
  // Before the pages' own effects, which may call at once.
  useConnection(session, ask_again)

  const sign_in: SignIn = async (given_email, password, second = {}) => {
    const { code, assertion } = second
    const body = {
      email: given_email,
      password,
      ...(code && { code }),
      ...(assertion && { assertion }),
    }
    const answer = await post_as_nobody('/session', { body })
    if (!answer.ok) return answer.refusal
    set_email(given_email)
    begin(answer.data)
    connect({ csrf_token: answer.data.csrf_token, sign_in_again: ask_again })
    // What one person typed is never sent in the name of another.
    answer_again(answer.data.user_id === session?.user_id)
    return null
  }

  const sign_on = useMemo((): SignOn => {
    const begin_with = (answer: Answer<Session>) => {
      if (!answer.ok) return answer.refusal
      begin(answer.data)
      return null
    }
    return {
      finish: async (body) => begin_with(await post_as_nobody('/sign-on/return', { body })),
      give_code: async (code) =>
        begin_with(await post_as_nobody('/sign-on/code', { body: { code } })),
    }
  }, [begin])

  const leave = useCallback(() => {
    clear_drafts()
    set_email('')
    connect(null)
    answer_again(false)
    set_state('nobody')
  }, [answer_again])

  const context = useMemo(() => {
    if (!session) return null
    const sign_out = async () => {
      await del_as_nobody('/session')
      leave()
    }
    return { session, sign_out }
  }, [session, leave])

  if (state === 'starting') return props.starting
  if (state === 'unreachable') return props.unreachable(() => void find())
  if (!context || !session) return props.sign_in(sign_in, sign_on)
  return (
    <SessionContext value={context}>
      {props.children}
      {asked_again &&
        props.sign_in_again({ name: session.name, email, onSignIn: sign_in, onLeave: leave })}
    </SessionContext>
  )
}

function useConnection(session: Session | null, sign_in_again: () => Promise<boolean>) {
  const csrf_token = session?.csrf_token
  useMemo(() => {
    connect(csrf_token === undefined ? null : { csrf_token, sign_in_again })
  }, [csrf_token, sign_in_again])
}

// However many calls find the session ended, the person is asked once and all of them wait.
function useAskAgain() {
  const [asked_again, set_asked] = useState(false)
  const waiting = useRef<((signed_in: boolean) => void)[]>([])

  const ask_again = useCallback(() => {
    set_asked(true)
    return new Promise<boolean>((resolve) => waiting.current.push(resolve))
  }, [])
  const answer_again = useCallback((signed_in: boolean) => {
    set_asked(false)
    for (const resolve of waiting.current.splice(0)) resolve(signed_in)
  }, [])
  return { asked_again, ask_again, answer_again }
}
