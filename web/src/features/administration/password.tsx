// A new first password for somebody who has lost theirs. It ends every session of theirs.

import { useNavigate } from 'react-router'

import { Button, Form, PasswordInput, type Outcome } from '@/govuk'
import { get, put } from '@/lib/api'
import { useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './administration-words'
import { FormPage, kFormId } from './frame'

export function PasswordPage({ id }: { id: string }) {
  const user = useLoaded(`user ${id}`, (signal) =>
    get('/administration/users/{id}', { path: { id }, signal }),
  )
  return <WhenLoaded of={user}>{({ name }) => <PasswordForm id={id} name={name} />}</WhenLoaded>
}

function PasswordForm({ id, name }: { id: string; name: string }) {
  const saving = useSaving(words)
  const navigate = useNavigate()

  async function save(answers: FormData): Promise<Outcome> {
    const body = { password: String(answers.get('password') ?? '') }
    const answer = await saving.send(() =>
      put('/administration/users/{id}/password', { path: { id }, body }),
    )
    if (!answer.ok) return
    void navigate('/administration/users', { state: { done: 'password' } })
    return 'saved'
  }

  return (
    <FormPage title={`New password for ${name}`} section={`users/${id}`} saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <PasswordInput
          name="password"
          label="New password"
          hint="At least 12 characters. Give it to them safely: by phone, or in person"
          autoComplete="new-password"
          error={saving.errors.by_field.password}
        />
        <Button busy={saving.busy}>Set the password</Button>
      </Form>
    </FormPage>
  )
}
