// "I know this person": shuts oneself, or a colleague, out of a person and of the cases they are in.

import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'

import {
  BackLink,
  Button,
  Combobox,
  ErrorSummary,
  Form,
  Page,
  Panel,
  Radios,
  Textarea,
  WarningText,
} from '@/govuk'
import { get, post } from '@/lib/api'
import { find_colleagues } from '@/lib/colleagues'
import { RefusalNotice } from '@/lib/refusal-notice'
import { may, useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { kinds, words } from './conflict-words'

type Whose = 'mine' | 'theirs'

export function DeclareConflictPage() {
  const { id = '' } = useParams()
  const loaded = useLoaded(`person ${id}`, (signal) =>
    get('/people/{id}', { path: { id }, signal }),
  )
  const [done, set_done] = useState<Whose | null>(null)
  // What was loaded may be closed to the reader now, so it is not shown again.
  if (done) return <Declared whose={done} person_id={id} />
  return (
    <WhenLoaded of={loaded}>
      {(person) => (
        <Declare
          id={id}
          name={[person.given_names, person.family_name].filter(Boolean).join(' ')}
          onDone={set_done}
        />
      )}
    </WhenLoaded>
  )
}

type DeclareProps = { id: string; name: string; onDone: (whose: Whose) => void }

function Declare({ id, name, onDone }: DeclareProps) {
  const { session } = useSession()
  const saving = useSaving(words)
  const for_others = may(session, 'run_cases') || may(session, 'read_audit')
  const [whose, set_whose] = useState<Whose>('mine')
  const title = `Who knows ${name} outside their work?`

  async function save(answers: FormData) {
    const user_id = whose === 'theirs' ? String(answers.get('user_id') ?? '') : ''
    const body = {
      kind: String(answers.get('kind') ?? '') as keyof typeof kinds,
      note: String(answers.get('note') ?? ''),
      ...(whose === 'theirs' && { user_id: user_id || 'nobody' }),
    }
    const answer = await saving.send(() => post('/people/{id}/interests', { path: { id }, body }))
    if (!answer.ok) return
    onDone(whose)
    return 'saved' as const
  }

  const { by_field } = saving.errors
  return (
    <Page
      title={title}
      hasErrors={saving.refusal !== null}
      before={<BackLink href={`/people/${id}`} />}
    >
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice refusal={saving.refusal} />
      <h1 className="govuk-heading-l">{title}</h1>
      <WarningText>
        {whose === 'mine'
          ? 'As soon as you send this, you will no longer see this person, anybody who is in a case with them, or those cases. You cannot undo it yourself.'
          : 'As soon as you send this, your colleague will no longer see this person, anybody who is in a case with them, or those cases. They are not told why.'}
      </WarningText>
      <p className="govuk-body">
        Work on those cases that was yours or theirs goes back to the agency, to be given to
        somebody else.
      </p>
      <Form onSubmit={save} busy={saving.busy}>
        {for_others && (
          <Radios
            name="whose"
            legend="Who knows them?"
            value={whose}
            onChange={(value) => set_whose(value as Whose)}
            options={[
              { value: 'mine', label: 'I do' },
              { value: 'theirs', label: 'A colleague does' },
            ]}
          />
        )}
        {whose === 'theirs' && (
          <Combobox
            name="user_id"
            label="Which colleague?"
            hint="Start typing a name"
            search={find_colleagues}
            error={by_field.user_id}
          />
        )}
        <Radios
          name="kind"
          legend="How do they know each other?"
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          error={by_field.kind}
        />
        <Textarea
          name="note"
          label="Anything to add? (optional)"
          hint="Only managers and the data protection officer read this"
          max_length={500}
          rows={3}
          error={by_field.note}
        />
        <Button variant="warning" busy={saving.busy}>
          Close these records
        </Button>
      </Form>
    </Page>
  )
}

function Declared({ whose, person_id }: { whose: Whose; person_id: string }) {
  const navigate = useNavigate()
  return (
    <Page title="These records are closed">
      <Panel title="These records are closed">
        {whose === 'mine' ? 'You no longer see them' : 'Your colleague no longer sees them'}
      </Panel>
      <p className="govuk-body">
        {whose === 'mine'
          ? 'If this was a mistake, ask your manager or the data protection officer.'
          : 'Look whether a case or an action of theirs needs somebody else now.'}
      </p>
      <Button
        type="button"
        onClick={() => void navigate(whose === 'mine' ? '/' : `/people/${person_id}`)}
      >
        {whose === 'mine' ? 'Go to my work' : 'Go back to the person'}
      </Button>
    </Page>
  )
}
