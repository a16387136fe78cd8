// A letter as it goes, ready to print, and the second person's decision. What is printed names no
// case: not in its text, its title or its address.

import { useParams } from 'react-router'

import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Page,
  Radios,
  Textarea,
  WarningText,
  type Outcome,
} from '@/govuk'
import { get, put } from '@/lib/api'
import { format_date, format_date_time } from '@/lib/dates'
import { routes, states, words, type Letter } from '@/lib/letter-words'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving, type Saving } from '@/lib/use-saving'

function Document({ letter }: { letter: Letter }) {
  const to = letter.acting_name || letter.to_name
  return (
    <article className="app-letter" aria-label="The letter">
      <p className="govuk-body app-typed">
        {to}
        {letter.route !== 'email' &&
          letter.goes_to.split(', ').map((line) => (
            <span key={line}>
              <br />
              {line}
            </span>
          ))}
      </p>
      <p className="govuk-body">
        {format_date(letter.decided_at ?? letter.made_at)}
        <br />
        Our number: {letter.number}
      </p>
      <h2 className="govuk-heading-m app-typed">{letter.subject}</h2>
      <div className="govuk-body app-typed">{letter.body}</div>
      <p className="govuk-body">
        {letter.made_by_name}
        <br />
        {letter.from_agency}
        {letter.from_phone && (
          <>
            <br />
            {letter.from_phone}
          </>
        )}
      </p>
    </article>
  )
}

function Decision({ letter, saving, done }: DecisionProps) {
  async function save(answers: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      put('/letters/{id}/decision', {
        path: { id: letter.id },
        body: {
          decision: String(answers.get('decision') ?? '') as 'agreed',
          answer: String(answers.get('answer') ?? ''),
        },
        if_match: saving.match(etag_of(letter.revision)),
      }),
    )
    if (!answer.ok) return
    done()
    return 'saved'
  }
  const { by_field } = saving.errors
  return (
    <Form onSubmit={save} busy={saving.busy} className="app-no-print">
      <WarningText>
        This letter goes to somebody who may cause harm, to their household or to who acts for them.
        Read it as they would: does it tell where somebody is, how to reach them, or who spoke with
        us?
      </WarningText>
      <Radios
        name="decision"
        legend="May it go?"
        options={[
          { value: 'agreed', label: 'Yes' },
          {
            value: 'refused',
            label: 'No',
            conditional: (
              <Textarea name="answer" label="Why not?" rows={3} error={by_field.answer} />
            ),
          },
        ]}
        error={by_field.decision}
      />
      <Button busy={saving.busy}>Save</Button>
    </Form>
  )
}
type DecisionProps = { letter: Letter; saving: Saving; done: () => void }

function HowItStands({ letter }: { letter: Letter }) {
  const decided =
    letter.decided_by_name &&
    `${letter.decided_by_name}, ${format_date_time(letter.decided_at ?? '')}.`
  return (
    <div className="app-no-print">
      <InsetText>
        {states[letter.state]}. {routes[letter.route]}
        {letter.route === 'email' && `, to ${letter.goes_to}`}. {decided}
        {letter.answer && (
          <>
            {' '}
            <span className="app-typed">{letter.answer}</span>
          </>
        )}
        {letter.state === 'waiting' && !letter.may_decide && (
          <> Somebody else who runs the case has to agree before it can be printed.</>
        )}
      </InsetText>
    </div>
  )
}

export function LetterPage() {
  const { id = '' } = useParams()
  const saving = useSaving(words)
  const loaded = useLoaded(`letter ${id}`, (signal) =>
    get('/letters/{id}', { path: { id }, signal }),
  )
  return (
    <WhenLoaded of={loaded}>
      {(letter) => (
        <Page
          title="Letter"
          hasErrors={saving.refusal !== null}
          before={<BackLink href={`/cases/${letter.case_id}/letters`} />}
        >
          <ErrorSummary errors={saving.errors.summary} />
          <RefusalNotice refusal={saving.refusal} />
          <h1 className="govuk-heading-l app-no-print">Letter {letter.number}</h1>
          <HowItStands letter={letter} />
          <Document letter={letter} />
          {letter.may_decide && (
            <Decision letter={letter} saving={saving} done={() => loaded.reload()} />
          )}
          {letter.state === 'agreed' && (
            <Button type="button" className="app-no-print" onClick={() => window.print()}>
              Print
            </Button>
          )}
        </Page>
      )}
    </WhenLoaded>
  )
}
