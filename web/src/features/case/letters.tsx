// Letters about the case: those there are, and writing one. Whom it is for comes first, because that
// decides what may stand in it.

import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'

import {
  Button,
  Checkboxes,
  Form,
  Input,
  InsetText,
  Radios,
  Table,
  Tag,
  Textarea,
  WarningText,
  type Outcome,
} from '@/govuk'
import type { components } from '@/api-types'
import { get, post, type DataOf } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { format_date_time, today } from '@/lib/dates'
import { found_codes, routes, states, words, type LetterHead } from '@/lib/letter-words'
import { PartLoaded } from '@/lib/part-loaded'
import { label_of } from '@/lib/programmes'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { AddButton, CaseFormPage, case_path, CasePart, kFormId, NotForYou } from './case-frame'
import { nothing_chosen, refused_here } from './nothing-chosen'
import type { SectionProps } from './types'

type Person = DataOf<'/people/{id}', 'get'>
type Finding = DataOf<'/cases/{id}/letters/check', 'post'>['findings'][number]
type LetterBody = components['schemas']['LetterBody']

function StateTag({ state }: { state: LetterHead['state'] }) {
  const colour = { waiting: 'yellow', agreed: 'green', refused: 'red' } as const
  return <Tag colour={colour[state]}>{states[state]}</Tag>
}

export function Letters({ the_case, programme }: SectionProps) {
  const loaded = useLoaded(`letters ${the_case.id}`, (signal) =>
    get('/cases/{id}/letters', { path: { id: the_case.id }, signal }),
  )
  return (
    <CasePart the_case={the_case} programme={programme} section="letters">
      <PartLoaded of={loaded}>
        {({ letters }) => (
          <>
            <Table
              caption="Letters about this case"
              first_cell_is_header
              stacked
              columns={[
                { label: 'Letter' },
                { label: 'To' },
                { label: 'About' },
                { label: 'Written' },
                { label: 'How it stands' },
              ]}
              rows={letters.map((one) => ({
                key: one.id,
                cells: [
                  <a key="open" className="govuk-link" href={`/letters/${one.id}`}>
                    {one.number}
                  </a>,
                  <>
                    <span className="app-typed">{one.to_name}</span>
                    {one.acting_name && (
                      <>
                        <br />
                        through <span className="app-typed">{one.acting_name}</span>
                      </>
                    )}
                    <br />
                    {routes[one.route]}
                  </>,
                  <span key="about" className="app-typed">
                    {one.subject}
                  </span>,
                  <>
                    {one.made_by_name}
                    <br />
                    {format_date_time(one.made_at)}
                  </>,
                  <StateTag key="state" state={one.state} />,
                ],
              }))}
              empty="No letter has been written."
            />
            <AddButton may={the_case.may_run} href={case_path(the_case, 'letters/write')}>
              Write a letter
            </AddButton>
          </>
        )}
      </PartLoaded>
    </CasePart>
  )
}

// Step one. A person may be in the case in several roles.
export function LetterRecipient({ the_case, programme }: SectionProps) {
  const navigate = useNavigate()
  const saving = useSaving(words)
  const title = 'Whom is the letter for?'
  if (!the_case.may_run) return <NotForYou the_case={the_case} title={title} />
  const people = [...new Map(the_case.people.map((one) => [one.person_id, one])).values()]

  function go_on(answers: FormData): Outcome {
    const person_id = String(answers.get('person_id') ?? '')
    if (!person_id) {
      saving.refuse(nothing_chosen('person_id'))
      return
    }
    void navigate(case_path(the_case, `letters/write/${person_id}`))
  }
  return (
    <CaseFormPage the_case={the_case} title={title} back="letters" saving={saving}>
      <Form id={kFormId} onSubmit={go_on} busy={false}>
        <Radios
          name="person_id"
          legend="Somebody in this case"
          hint="What may stand in the letter depends on who gets it. A letter to somebody who acts for them is a letter to them."
          options={people.map((one) => ({
            value: one.person_id,
            label: <span className="app-typed">{one.name}</span>,
            hint: the_case.people
              .filter(({ person_id }) => person_id === one.person_id)
              .map(({ role }) => label_of(programme.person_roles, role))
              .join(', '),
          }))}
          error={saving.errors.by_field.person_id}
        />
        <Button>Continue</Button>
      </Form>
    </CaseFormPage>
  )
}

function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null
  return (
    <WarningText>
      This letter cannot go as it is. Take out, or say in other words:
      <ul className="govuk-list govuk-list--bullet">
        {findings.map(({ field, code, found }) => (
          <li key={`${field} ${code} ${found}`}>
            {found_codes[code]}: <span className="app-typed">{found}</span>
            {field === 'subject' && ' (in the subject)'}
          </li>
        ))}
      </ul>
    </WarningText>
  )
}

// Where it can be posted: addresses that are over are no choice.
function address_options(person: Person) {
  return person.addresses
    .map((address, position) => ({ ...address, position }))
    .filter(({ to_on }) => !to_on || to_on >= today())
    .map(({ line, town, postcode, position }) => ({
      value: String(position),
      label: <span className="app-typed">{[line, town, postcode].filter(Boolean).join(', ')}</span>,
    }))
}

type FieldsProps = { person: Person; by_field: Record<string, string | undefined> }

function HowItGoes({ person, by_field }: FieldsProps) {
  const [who, set_who] = useState('themselves')
  const [route, set_route] = useState('')
  const posted: ReactNode =
    who === 'themselves' ? (
      <Radios
        name="address"
        legend="Where to?"
        legend_size="s"
        options={address_options(person)}
        error={by_field.address}
      />
    ) : undefined
  return (
    <>
      <Radios
        name="who"
        legend="Who opens it?"
        value={who}
        onChange={set_who}
        options={[
          { value: 'themselves', label: 'They do' },
          { value: 'acting', label: 'Somebody who acts for them, such as a solicitor' },
        ]}
      />
      {who === 'acting' && (
        <Input name="acting_name" label="Who acts for them?" error={by_field.acting_name} />
      )}
      <Radios
        name="route"
        legend="How does it reach them?"
        value={route}
        onChange={set_route}
        options={[
          { value: 'post', label: routes.post },
          { value: 'email', label: routes.email },
          { value: 'by_hand', label: routes.by_hand },
        ]}
        error={by_field.route}
      />
      {route === 'post' && posted}
      {who === 'acting' && (route === 'post' || route === 'email') && (
        <Input
          name="acting_address"
          label={route === 'post' ? 'Their address' : 'Their email address'}
          error={by_field.acting_address}
        />
      )}
    </>
  )
}

function read_letter(person_id: string, answers: FormData): LetterBody {
  const text = (name: string) => String(answers.get(name) ?? '').trim()
  const address = answers.get('address')
  return {
    person_id,
    acting_name: text('acting_name'),
    route: text('route') as LetterBody['route'],
    address: typeof address === 'string' && address !== '' ? Number(address) : null,
    acting_address: text('acting_address'),
    subject: text('subject'),
    body: text('body'),
    safe_contact_read: answers.get('safe_contact_read') === 'yes',
  }
}

function LetterForm({ the_case, person }: SectionProps & { person: Person }) {
  const navigate = useNavigate()
  const saving = useSaving(words)
  const draft = useDraft(`letter ${the_case.id} ${person.id}`)
  const [findings, set_findings] = useState<Finding[]>([])
  const name = `${person.given_names} ${person.family_name}`.trim()

  async function save(answers: FormData): Promise<Outcome> {
    const body = read_letter(person.id, answers)
    if (answers.get('who') === 'acting' && !body.acting_name) {
      saving.refuse(nothing_chosen('acting_name'))
      return
    }
    const path = { id: the_case.id }
    const check = await saving.send(() => post('/cases/{id}/letters/check', { path, body }))
    if (!check.ok) return
    set_findings(check.data.findings)
    if (check.data.findings.length > 0) {
      const fields = [...new Set(check.data.findings.map(({ field }) => field))]
      saving.refuse(refused_here(fields.map((field) => ({ field, code: 'tells_too_much' }))))
      return
    }
    const answer = await saving.send(() => post('/cases/{id}/letters', { path, body }))
    if (!answer.ok) return
    void navigate(`/letters/${answer.data.id}`)
    return 'saved'
  }
  const { by_field } = saving.errors
  return (
    <CaseFormPage the_case={the_case} title={`Letter for ${name}`} back="letters" saving={saving}>
      <Findings findings={findings} />
      {person.safe_contact && (
        <InsetText>
          How it is safe to reach them: <span className="app-typed">{person.safe_contact}</span>
        </InsetText>
      )}
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <HowItGoes person={person} by_field={by_field} />
        {person.safe_contact && (
          <Checkboxes
            name="safe_contact_read"
            legend="Is it safe?"
            legend_size="s"
            options={[{ value: 'yes', label: 'I have read how it is safe to reach them' }]}
            error={by_field.safe_contact_read}
          />
        )}
        <Input name="subject" label="What is it about?" error={by_field.subject} />
        <Textarea
          name="body"
          label="What does it say?"
          hint="Where others live, how to reach them and who told us does not belong here. It is checked before the letter can go. Your name, agency and phone number stand below it, and a number in place of the case’s reference"
          max_length={20000}
          rows={12}
          error={by_field.body}
        />
        <Button busy={saving.busy}>Check and write the letter</Button>
      </Form>
    </CaseFormPage>
  )
}

// Step two.
export function WriteLetter(props: SectionProps) {
  const { the_case, link } = props
  const loaded = useLoaded(`person ${link}`, (signal) =>
    get('/people/{id}', { path: { id: link }, signal }),
  )
  if (!the_case.may_run) return <NotForYou the_case={the_case} title="Write a letter" />
  return (
    <WhenLoaded of={loaded}>{(person) => <LetterForm {...props} person={person} />}</WhenLoaded>
  )
}
