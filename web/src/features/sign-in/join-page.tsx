// Choosing a password by an invitation: the link brings the token, a person gives the code.

import { useState } from 'react'

import { Button, ErrorSummary, Form, Input, Page, PasswordInput } from '@/govuk'
import { post_as_nobody } from '@/lib/api'
import { useSaving } from '@/lib/use-saving'

import { join_words as words } from './join-words'
import { own_password_words } from './own-password-words'

export function JoinPage() {
  // Taken out of the address, so that it is not left in the browser's history.
  const [token] = useState(() => {
    const given = location.hash.slice(1)
    if (given) history.replaceState(null, '', location.pathname)
    return given
  })
  const saving = useSaving(words)
  const [is_done, set_done] = useState(false)

  async function join(answers: FormData) {
    const body = {
      token,
      code: String(answers.get('code') ?? ''),
      password: String(answers.get('password') ?? ''),
    }
    const answer = await saving.send(() => post_as_nobody('/invitation', { body }))
    if (answer.ok) set_done(true)
  }

  if (is_done) return <Plain title={words.done_title} body={words.done} sign_in />
  if (!token) return <Plain title={words.no_link_title} body={words.no_link} />
  const { by_field, summary } = saving.errors
  return (
    <Page title={words.title} hasErrors={summary.length > 0}>
      <ErrorSummary errors={summary} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.body}</p>
      <Form onSubmit={join} busy={saving.busy}>
        <Input
          name="code"
          label={words.code}
          hint={words.code_hint}
          autoComplete="off"
          spellCheck={false}
          width={10}
          error={by_field.code}
        />
        <PasswordInput
          name="password"
          label={words.password}
          hint={own_password_words.new_hint}
          autoComplete="new-password"
          error={by_field.password}
        />
        <Button busy={saving.busy}>{words.submit}</Button>
      </Form>
    </Page>
  )
}

function Plain({ title, body, sign_in }: { title: string; body: string; sign_in?: boolean }) {
  return (
    <Page title={title}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{body}</p>
      {sign_in && <Button href="/">{words.sign_in}</Button>}
    </Page>
  )
}
