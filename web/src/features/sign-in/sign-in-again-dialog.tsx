// Asks the same person to sign in again, over the page they were on, which stays as it was.

import { useEffect, useRef } from 'react'

import { Button, ErrorSummary, Form, Input, PasswordInput } from '@/govuk'
import type { SignIn } from '@/lib/session'

import { SecondStep } from './second-step'
import { words } from './sign-in-words'
import { typed_in, useSignIn } from './use-sign-in'

const kForm = 'sign-in-again'

// `email` is what was signed in with, when it is known: a reload of the page forgets it.
type Props = { name: string; email: string; onSignIn: SignIn; onLeave: () => void }

export function SignInAgainDialog({ name, email, onSignIn, onLeave }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { busy, step, errors, sign_in, sign_in_with_passkey } = useSignIn(onSignIn)

  useEffect(() => {
    const element = dialog.current
    if (!element?.open) element?.showModal()
    return () => element?.close()
  }, [])

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
      <Form
        id={kForm}
        busy={busy}
        onSubmit={(answers) =>
          sign_in(
            String(answers.get('again_email') ?? ''),
            String(answers.get('again_password') ?? ''),
            String(answers.get('again_code') ?? ''),
          )
        }
      >
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
        <SecondStep
          step={step}
          name="again_code"
          error={errors.by_field.code}
          busy={busy}
          onPasskey={() =>
            void sign_in_with_passkey(...typed_in(kForm, ['again_email', 'again_password']))
          }
        />
        <Button busy={busy} variant={step === 'passkey' ? 'secondary' : undefined}>
          {words.submit}
        </Button>
      </Form>
      <p className="govuk-body">
        <button type="button" className="app-link-button govuk-link" onClick={onLeave}>
          {words.again_leave}
        </button>
      </p>
    </dialog>
  )
}
