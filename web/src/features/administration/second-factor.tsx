// For somebody who has lost their phone and their recovery codes.

import { useNavigate } from 'react-router'

import { Button, Form, Radios, WarningText, type Outcome } from '@/govuk'
import { get, put } from '@/lib/api'
import { useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './administration-words'
import { FormPage, kFormId } from './frame'

type Checked = 'in_person' | 'known_number'

export function SecondFactorResetPage({ id }: { id: string }) {
  const user = useLoaded(`user ${id}`, (signal) =>
    get('/administration/users/{id}', { path: { id }, signal }),
  )
  return <WhenLoaded of={user}>{({ name }) => <ResetForm id={id} name={name} />}</WhenLoaded>
}

function ResetForm({ id, name }: { id: string; name: string }) {
  const saving = useSaving(words)
  const navigate = useNavigate()

  async function reset(answers: FormData): Promise<Outcome> {
    const identity_checked = String(answers.get('identity_checked') ?? '') as Checked
    const answer = await saving.send(() =>
      put('/administration/users/{id}/second-factor-reset', {
        path: { id },
        body: { identity_checked },
      }),
    )
    if (!answer.ok) return
    void navigate('/administration/users', { state: { done: 'second_factor' } })
    return 'saved'
  }

  return (
    <FormPage
      title={`Take away the two-step sign-in of ${name}`}
      section={`users/${id}`}
      saving={saving}
    >
      <WarningText>
        Speak to them first: a letter or an email may be from somebody else. Until they set it up
        again, their password alone opens their account.
      </WarningText>
      <Form id={kFormId} onSubmit={reset} busy={saving.busy}>
        <Radios
          name="identity_checked"
          legend="How did you make sure that it is them?"
          options={[
            { value: 'in_person', label: 'I spoke to them in person' },
            { value: 'known_number', label: 'I rang them on a number that we had before' },
          ]}
          error={saving.errors.by_field.identity_checked}
        />
        <Button variant="warning" busy={saving.busy}>
          Take it away
        </Button>
      </Form>
    </FormPage>
  )
}
