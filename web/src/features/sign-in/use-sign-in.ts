// Signing in, step by step: email address and password, then what the server asks for besides.

import { useRef, useState } from 'react'

import type { PageError } from '@/govuk'
import { explain, type Explained } from '@/lib/explain'
import { can_use_passkeys, use_passkey, type Assertion, type PasskeyQuestion } from '@/lib/passkeys'
import type { Refusal } from '@/lib/refusal'
import type { SignIn } from '@/lib/session'

import { words } from './sign-in-words'

export type SecondStep = 'none' | 'code' | 'passkey' | 'passkey_not_here'

// A little less than the five minutes that the server takes an answer within.
const kGoodFor_ms = 4 * 60 * 1000

type Question = { asked_at: number; question: PasskeyQuestion }

export function asks_for_more(refusal: Refusal | null): boolean {
  return refusal?.code === 'second_factor_needed' || refusal?.code === 'second_factor_wrong'
}

// Being asked for a second step is no mistake of the person's.
export function mistakes_in(refusal: Refusal | null, trouble: string | null = null): Explained {
  if (trouble !== null) {
    const summary: PageError[] = [{ text: words.refusal(trouble) ?? '' }]
    return { summary, by_field: {} }
  }
  return explain(refusal?.code === 'second_factor_needed' ? null : refusal, words)
}

export function useSignIn(onSignIn: SignIn) {
  const [refusal, set_refusal] = useState<Refusal | null>(null)
  const [trouble, set_trouble] = useState<string | null>(null)
  const [busy, set_busy] = useState(false)
  const [step, set_step] = useState<SecondStep>('none')
  const known = useRef<Question | null>(null)

  // What came of one try; a passkey answers to the newest question alone.
  function take(refused: Refusal | null) {
    const question = refused?.passkeys
    known.current = question ? { asked_at: Date.now(), question } : null
    set_refusal(refused)
    if (!asks_for_more(refused)) return
    if (!question) set_step('code')
    else set_step(can_use_passkeys() ? 'passkey' : 'passkey_not_here')
  }

  async function sign_in(email: string, password: string, code: string) {
    set_busy(true)
    set_trouble(null)
    take(await onSignIn(email, password, { code }))
    set_busy(false)
  }

  async function fresh_question(email: string, password: string) {
    const { current } = known
    if (current && Date.now() - current.asked_at < kGoodFor_ms) return current.question
    const refused = await onSignIn(email, password)
    take(refused)
    return refused?.passkeys ?? null
  }

  async function answer(email: string, password: string, assertion: Assertion) {
    const refused = await onSignIn(email, password, { assertion })
    take(refused)
    if (refused?.code === 'second_factor_wrong') set_trouble('passkey_wrong')
  }

  async function sign_in_with_passkey(email: string, password: string) {
    set_busy(true)
    set_trouble(null)
    const question = await fresh_question(email, password)
    const given = question && (await use_passkey(question))
    if (given?.ok) await answer(email, password, given.value)
    else if (given) set_trouble(`passkey_${given.trouble}`)
    set_busy(false)
  }

  return {
    busy,
    step,
    errors: mistakes_in(refusal, trouble),
    sign_in,
    sign_in_with_passkey,
    refuse: set_refusal,
  }
}

// What stands in a form now: a button that does not send it asks here.
export function typed_in(form_id: string, names: [email: string, password: string]) {
  const form = document.getElementById(form_id)
  const answers = form instanceof HTMLFormElement ? new FormData(form) : new FormData()
  return names.map((name) => String(answers.get(name) ?? '')) as [string, string]
}
