// For somebody who has lost their phone and their recovery codes, or whose account at their agency is
// another one now.

import { useNavigate } from 'react-router'

import { Button, Form, Radios, WarningText, type Outcome } from '@/govuk'
import { get, put, type Answer } from '@/lib/api'
import { useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './administration-words'
import { FormPage, kFormId } from './frame'

type Checked = 'in_person' | 'known_number'

type ResetProps = {
  id: string
  title: (name: string) => string
  warning: string
  button: string
  done: string // in words.done
  send: (id: string, identity_checked: Checked) => Promise<Answer<unknown>>
}

export function SecondFactorResetPage({ id }: { id: string }) {
  return (
    <ResetPage
      id={id}
      title={(name) => `Take away the two-step sign-in of ${name}`}
      warning="Speak to them first: a letter or an email may be from somebody else. Until they set it up again, their password alone opens their account."
      button="Take it away"
      done="second_factor"
      send={(of, identity_checked) =>
        put('/administration/users/{id}/second-factor-reset', {
          path: { id: of },
          body: { identity_checked },
        })
      }
    />
  )
}

export function SignOnResetPage({ id }: { id: string }) {
  return (
    <ResetPage
      id={id}
      title={(name) => `Unlink ${name} from their agency’s account`}
      warning="Speak to them first. Whoever next signs in at their agency with their email address is linked to this account."
      button="Unlink"
      done="sign_on"
      send={(of, identity_checked) =>
        put('/administration/users/{id}/sign-on-reset', {
          path: { id: of },
          body: { identity_checked },
        })
      }
    />
  )
}

function ResetPage(props: ResetProps) {
  const { id } = props
  const user = useLoaded(`user ${id}`, (signal) =>
    get('/administration/users/{id}', { path: { id }, signal }),
  )
  return <WhenLoaded of={user}>{({ name }) => <ResetForm {...props} name={name} />}</WhenLoaded>
}

function ResetForm({
  id,
  name,
  title,
  warning,
  button,
  done,
  send,
}: ResetProps & { name: string }) {
  const saving = useSaving(words)
  const navigate = useNavigate()

  async function reset(answers: FormData): Promise<Outcome> {
    const identity_checked = String(answers.get('identity_checked') ?? '') as Checked
    const answer = await saving.send(() => send(id, identity_checked))
    if (!answer.ok) return
    void navigate('/administration/users', { state: { done } })
    return 'saved'
  }

  return (
    <FormPage title={title(name)} section={`users/${id}`} saving={saving}>
      <WarningText>{warning}</WarningText>
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
          {button}
        </Button>
      </Form>
    </FormPage>
  )
}
