// Signing in by email address and password. A failure never says which of the two was wrong.

import { Button, ErrorSummary, Form, Input, Page, PasswordInput } from '@/govuk'
import type { SignIn } from '@/lib/session'

import { SecondStep } from './second-step'
import { words } from './sign-in-words'
import { SignOnButtons } from './sign-on-buttons'
import { typed_in, useSignIn } from './use-sign-in'

const kForm = 'sign-in'

export function SignInPage({ onSignIn }: { onSignIn: SignIn }) {
  const { busy, step, errors, refuse, sign_in, sign_in_with_passkey } = useSignIn(onSignIn)

  return (
    <Page title={words.title} hasErrors={errors.summary.length > 0}>
      <ErrorSummary errors={errors.summary} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <Form
        id={kForm}
        busy={busy}
        onSubmit={(answers) =>
          sign_in(
            String(answers.get('email') ?? ''),
            String(answers.get('password') ?? ''),
            String(answers.get('code') ?? ''),
          )
        }
      >
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
        <SecondStep
          step={step}
          name="code"
          error={errors.by_field.code}
          busy={busy}
          onPasskey={() => void sign_in_with_passkey(...typed_in(kForm, ['email', 'password']))}
        />
        <Button busy={busy} variant={step === 'passkey' ? 'secondary' : undefined}>
          {words.submit}
        </Button>
      </Form>
      <SignOnButtons onRefused={refuse} />
    </Page>
  )
}
