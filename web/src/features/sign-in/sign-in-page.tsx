// Signing in by email address and password. A failure never says which of the two was wrong.

import { useState } from 'react'

import { Button, ErrorSummary, Form, Input, Page, PasswordInput } from '@/govuk'
import type { Refusal } from '@/lib/refusal'
import type { SignIn } from '@/lib/session'

import { asks_for_code, CodeField, mistakes_in } from './code-field'
import { words } from './sign-in-words'
import { SignOnButtons } from './sign-on-buttons'

export function SignInPage({ onSignIn }: { onSignIn: SignIn }) {
  const [refusal, set_refusal] = useState<Refusal | null>(null)
  const [busy, set_busy] = useState(false)
  const [asked_for_code, set_asked_for_code] = useState(false)
  const errors = mistakes_in(refusal)

  async function sign_in(answers: FormData) {
    set_busy(true)
    const refused = await onSignIn(
      String(answers.get('email') ?? ''),
      String(answers.get('password') ?? ''),
      String(answers.get('code') ?? ''),
    )
    set_busy(false)
    set_refusal(refused)
    if (asks_for_code(refused)) set_asked_for_code(true)
  }

  return (
    <Page title={words.title} hasErrors={errors.summary.length > 0}>
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
        {asked_for_code && <CodeField name="code" error={errors.by_field.code} />}
        <Button busy={busy}>{words.submit}</Button>
      </Form>
      <SignOnButtons onRefused={set_refusal} />
    </Page>
  )
}
