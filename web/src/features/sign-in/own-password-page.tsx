// Changing one's own password. It ends every session, so the person signs in again with the new one.

import { useState } from 'react'

import { Button, ErrorSummary, Form, Page, PasswordInput } from '@/govuk'
import { put } from '@/lib/api'
import { useSession } from '@/lib/session-context'
import { useSaving } from '@/lib/use-saving'

import { own_password_words as words } from './own-password-words'

export function OwnPasswordPage() {
  const { sign_out } = useSession()
  const saving = useSaving(words)
  const [changed, set_changed] = useState(false)

  async function change(answers: FormData) {
    const body = {
      current_password: String(answers.get('current_password') ?? ''),
      password: String(answers.get('password') ?? ''),
    }
    const answer = await saving.send(() => put('/session/password', { body }))
    if (answer.ok) set_changed(true)
  }

  if (changed) {
    return (
      <Page title={words.changed_title}>
        <h1 className="govuk-heading-l">{words.changed_title}</h1>
        <p className="govuk-body">{words.changed_body}</p>
        <Button type="button" onClick={() => void sign_out()}>
          {words.sign_in}
        </Button>
      </Page>
    )
  }
  return (
    <Page title={words.title} hasErrors={saving.refusal !== null}>
      <ErrorSummary errors={saving.errors.summary} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <Form onSubmit={change} busy={saving.busy}>
        <PasswordInput
          name="current_password"
          label={words.current}
          autoComplete="current-password"
          error={saving.errors.by_field.current_password}
        />
        <PasswordInput
          name="password"
          label={words.new}
          hint={words.new_hint}
          autoComplete="new-password"
          error={saving.errors.by_field.password}
        />
        <Button busy={saving.busy}>{words.submit}</Button>
      </Form>
    </Page>
  )
}
