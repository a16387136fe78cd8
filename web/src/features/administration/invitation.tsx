// The link by which somebody chooses a password: their first, or one in place of one they have lost.

import { useState } from 'react'

import { Button, Form, Page } from '@/govuk'
import { get, put } from '@/lib/api'
import { format_date_time } from '@/lib/dates'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { words } from './administration-words'
import { FormPage, kFormId } from './frame'

type Invitation = { token: string; expires_at: string }

export function InvitationPage({ id }: { id: string }) {
  const user = useLoaded(`user ${id}`, (signal) =>
    get('/administration/users/{id}', { path: { id }, signal }),
  )
  return <WhenLoaded of={user}>{({ name }) => <Invite id={id} name={name} />}</WhenLoaded>
}

function Invite({ id, name }: { id: string; name: string }) {
  const saving = useSaving(words)
  const [made, set_made] = useState<Invitation | null>(null)

  async function invite() {
    const answer = await saving.send(() =>
      put('/administration/users/{id}/invitation', { path: { id } }),
    )
    if (answer.ok) set_made(answer.data)
  }

  if (made) return <Invited invitation={made} name={name} />
  return (
    <FormPage title={words.invite(name)} section={`users/${id}`} saving={saving}>
      <p className="govuk-body">{words.invite_body}</p>
      <p className="govuk-body">{words.invite_lost}</p>
      <Form id={kFormId} onSubmit={invite} busy={saving.busy}>
        <Button busy={saving.busy}>{words.invite_make}</Button>
      </Form>
    </FormPage>
  )
}

// After the number sign, so that no server on the way, this one neither, has it in a log.
function Invited({ invitation, name }: { invitation: Invitation; name: string }) {
  return (
    <Page title={words.invited(name)}>
      <h1 className="govuk-heading-l">{words.invited(name)}</h1>
      <p className="govuk-body">{words.invited_body(format_date_time(invitation.expires_at))}</p>
      <p className="govuk-body">
        <strong className="app-typed">{`${location.origin}/join#${invitation.token}`}</strong>
      </p>
      <p className="govuk-body">{words.invited_next}</p>
      <Button href="/administration/users">{words.back}</Button>
    </Page>
  )
}
