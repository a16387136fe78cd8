// Signing in by email address and password. A failure never says which of the two was wrong.

import { useState } from 'react'

import { Button, ErrorSummary, Form, Input, Page, PasswordInput } from '@/govuk'
import { explain } from '@/lib/explain'
import type { Refusal } from '@/lib/refusal'
import type { SignIn } from '@/lib/session'

import { words } from './sign-in-words'

export function SignInPage({ onSignIn }: { onSignIn: SignIn }) {
  const [refusal, set_refusal] = useState<Refusal | null>(null)
  const [busy, set_busy] = useState(false)
  const errors = explain(refusal, words)

  async function sign_in(answers: FormData) {
    set_busy(true)
    const refused = await onSignIn(
      String(answers.get('email') ?? ''),
      String(answers.get('password') ?? ''),
    )
    set_busy(false)
    set_refusal(refused)
  }

  return (
    <Page title={words.title} hasErrors={refusal !== null}>
      <ErrorSummary errors={errors.summary} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <Form onSubmit={sign_in} busy={busy}>
        <Input
          name="email"
          label={words.email}
          type="email"
          autoComplete="username"
          spellCheck={false}
          width={30}
          error={errors.by_field.email}
        />
        <PasswordInput name="password" label={words.password} error={errors.by_field.password} />
        <Button busy={busy}>{words.submit}</Button>
      </Form>
    </Page>
  )
}
