// Opening a case without a referral, such as one about a place on the map. The address may carry
// the place (`place_id`), the hub (`area_id`) and the programme (`programme_code`).

import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  Page,
  Radios,
  Select,
  type Outcome,
} from '@/govuk'
import { AnswerFields, needed_at_opening, read_answers } from '@/lib/answer-fields'
import { get, post } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { get_programmes, radio_options, type Programme } from '@/lib/programmes'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useSession } from '@/lib/session-context'
import { useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { chosen_or_null, LeadFields } from './lead-fields'
import { words_for_measures } from './measure-fields'

const kTitle = 'Open a case'

export function NewCasePage() {
  const programmes = useLoaded('programmes', get_programmes)
  return <WhenLoaded of={programmes}>{(all) => <Chosen programmes={all} />}</WhenLoaded>
}

// The programme and the hub come first: the questions that follow are theirs.
function Chosen({ programmes }: { programmes: Programme[] }) {
  const [search] = useSearchParams()
  const { session } = useSession()
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  const [code, set_code] = useState(
    search.get('programme_code') ??
      (search.has('place_id') ? 'place_problem_solving' : 'antisocial_behaviour'),
  )
  const first_area = search.get('area_id') ?? session.area_ids[0] ?? ''
  const [area_id, set_area_id] = useState(first_area)
  const area_code = directory.data?.areas.find(({ id }) => id === area_id)?.code ?? ''
  const programme = useLoaded(`${code} ${area_code}`, (signal) =>
    get('/programmes/{code}', {
      path: { code },
      query: { area_code: area_code || undefined },
      signal,
    }),
  )
  const last = useLast(programme.data)

  return (
    <WhenLoaded of={directory}>
      {({ areas }) => (
        <NewCaseForm
          programme={programme.data ?? last ?? programmes.find((one) => one.code === code)}
          place_id={search.get('place_id') ?? ''}
          top={(by_field) => (
            <>
              <Radios
                name="programme_code"
                legend="What kind of work is it?"
                legend_size="s"
                value={code}
                options={programmes.map((one) => ({
                  value: one.code,
                  label: one.title,
                  hint: one.summary,
                }))}
                onChange={set_code}
                error={by_field.programme_code}
              />
              <Select
                name="area_id"
                label="Which hub?"
                value={first_area}
                options={[
                  { value: '', label: 'Choose a hub' },
                  ...areas
                    .filter(({ id }) => session.sees_partnership || session.area_ids.includes(id))
                    .map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={set_area_id}
                error={by_field.area_id}
              />
            </>
          )}
        />
      )}
    </WhenLoaded>
  )
}

// The one before stays on the page while the next is loaded, so that nothing typed goes.
function useLast(programme: Programme | null): Programme | null {
  const [last, set_last] = useState(programme)
  if (programme && programme !== last) set_last(programme)
  return last
}

type FormProps = {
  programme: Programme | undefined
  place_id: string
  top: (by_field: Record<string, string>) => React.ReactNode
}

function NewCaseForm({ programme, place_id, top }: FormProps) {
  const { session } = useSession()
  const navigate = useNavigate()
  const draft = useDraft(`new-case.${place_id}`)
  const saving = useSaving(
    words_for_measures(programme ?? ({ measures: [], fields: [] } as unknown as Programme)),
  )
  if (!programme) return null
  const definition = programme

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      area_id: String(answers.get('area_id') ?? ''),
      programme_code: String(answers.get('programme_code') ?? ''),
      title: String(answers.get('title') ?? ''),
      subject_kind: String(answers.get('subject_kind') ?? ''),
      lead_agency_id: String(answers.get('lead_agency_id') ?? ''),
      lead_user_id: chosen_or_null(answers, 'lead_user_id'),
      answers: read_answers(answers, definition, needed_at_opening),
      places: place_id ? [{ place_id, role: 'where_it_happens', is_subject: true }] : [],
    }
    const answer = await saving.send(() => post('/cases', { body }))
    if (!answer.ok) return
    void navigate(`/cases/${answer.data.id}`, { state: { done: 'opened' } })
    return 'saved'
  }

  const { by_field, summary } = saving.errors
  return (
    <Page
      title={kTitle}
      hasErrors={summary.length > 0}
      before={<BackLink href={place_id ? '/map' : '/cases'} />}
    >
      <ErrorSummary errors={summary} />
      <RefusalNotice refusal={saving.refusal} />
      <h1 className="govuk-heading-l">{kTitle}</h1>
      {place_id && <Place place_id={place_id} />}
      <Form onSubmit={save} busy={saving.busy} draft={draft}>
        {top(by_field)}
        <Input
          name="title"
          label="Title"
          hint="Short, and without names or addresses of people"
          error={by_field.title}
        />
        <Radios
          name="subject_kind"
          legend="What is the case about?"
          legend_size="s"
          value={place_id ? 'place' : undefined}
          options={radio_options(definition.subject_kinds)}
          error={by_field.subject_kind}
        />
        <LeadFields
          agency_name="lead_agency_id"
          user_name="lead_user_id"
          agency_label="Which agency leads?"
          user_label="Who leads?"
          agency_id={session.agency_id}
          user_id={session.user_id}
          user_none="Nobody yet"
          errors={by_field}
        />
        <AnswerFields
          programme={definition}
          values={{}}
          by_field={by_field}
          only={needed_at_opening}
        />
        <Button busy={saving.busy}>Open the case</Button>
      </Form>
    </Page>
  )
}

function Place({ place_id }: { place_id: string }) {
  const place = useLoaded(`/places/${place_id}`, (signal) =>
    get('/places/{id}', { path: { id: place_id }, signal }),
  )
  if (!place.data) return null
  const { name, line, town, postcode } = place.data
  return (
    <InsetText>
      {`About this place: ${[name, line, town, postcode].filter(Boolean).join(', ')}`}
    </InsetText>
  )
}
