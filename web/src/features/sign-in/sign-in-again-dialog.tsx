// Asks the same person to sign in again, over the page they were on, which stays as it was.

import { useEffect, useRef, useState } from 'react'

import { Button, ErrorSummary, Form, Input, PasswordInput } from '@/govuk'
import type { Refusal } from '@/lib/refusal'
import type { SignIn } from '@/lib/session'

import { asks_for_code, CodeField, mistakes_in } from './code-field'
import { words } from './sign-in-words'

// `email` is what was signed in with, when it is known: a reload of the page forgets it.
type Props = { name: string; email: string; onSignIn: SignIn; onLeave: () => void }

export function SignInAgainDialog({ name, email, onSignIn, onLeave }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [refusal, set_refusal] = useState<Refusal | null>(null)
  const [busy, set_busy] = useState(false)
  const [asked_for_code, set_asked_for_code] = useState(false)
  const errors = mistakes_in(refusal)

  useEffect(() => {
    const element = dialog.current
    if (!element?.open) element?.showModal()
    return () => element?.close()
  }, [])

  async function sign_in(answers: FormData) {
    set_busy(true)
    const refused = await onSignIn(
      String(answers.get('again_email') ?? ''),
      String(answers.get('again_password') ?? ''),
      String(answers.get('again_code') ?? ''),
    )
    set_busy(false)
    set_refusal(refused)
    if (asks_for_code(refused)) set_asked_for_code(true)
  }

  return (
    <dialog
      ref={dialog}
      className="app-dialog"
      aria-labelledby="sign-in-again-title"
      onCancel={(event) => event.preventDefault()}
    >
      <ErrorSummary
        errors={errors.summary.map(({ text }) => ({ text, href: '#again_password' }))}
      />
      <h2 className="govuk-heading-m" id="sign-in-again-title">
        {words.again_title}
      </h2>
      <p className="govuk-body">{words.again_body}</p>
      <p className="govuk-body">
        {words.again_as} <strong>{name}</strong>
      </p>
      <Form onSubmit={sign_in} busy={busy}>
        <Input
          name="again_email"
          label={words.email}
          type="email"
          value={email}
          autoComplete="username"
          spellCheck={false}
          error={errors.by_field.email}
        />
        <PasswordInput
          name="again_password"
          label={words.password}
          error={errors.by_field.password}
        />
        {asked_for_code && <CodeField name="again_code" error={errors.by_field.code} />}
        <Button busy={busy}>{words.submit}</Button>
      </Form>
      <p className="govuk-body">
        <button type="button" className="app-link-button govuk-link" onClick={onLeave}>
          {words.again_leave}
        </button>
      </p>
    </dialog>
  )
}
