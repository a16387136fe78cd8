// Bringing in an agency, and ending somebody's part in the case.

import { useState } from 'react'

import { Button, Form, Select, Textarea, WarningText, type Outcome } from '@/govuk'
import { get, post, put, type Answer } from '@/lib/api'
import { read_terms, TermsFields } from '@/lib/terms-fields'
import { etag_of, useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { words } from './case-words'
import type { SectionProps } from './types'
import { useDone } from './use-done'

export function AddPartner({ the_case, reload }: SectionProps) {
  const title = 'Bring in a partner agency'
  const [agency_id, set_agency_id] = useState('')
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  if (!the_case.may_run || !the_case.is_open) return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const team_id = String(answers.get('team_id') ?? '')
    const body = {
      agency_id: String(answers.get('agency_id') ?? ''),
      reason: String(answers.get('reason') ?? ''),
      ...(team_id && { team_id }),
      ...read_terms(answers),
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/partners', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('people', 'partner_added')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <WhenLoaded of={directory}>
      {({ agencies, teams }) => (
        <CaseFormPage the_case={the_case} title={title} back="people" saving={saving}>
          <WarningText>
            They will see the whole case from now on: its people, its chronology and its risk
            assessments.
          </WarningText>
          <Form id={kFormId} onSubmit={save} busy={saving.busy}>
            <Select
              name="agency_id"
              label="Agency"
              options={[
                { value: '', label: 'Choose an agency' },
                ...agencies.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              error={by_field.agency_id}
              onChange={set_agency_id}
            />
            {teams.some((team) => team.agency_id === agency_id) && (
              <Select
                key={agency_id}
                name="team_id"
                label="Only one team of theirs?"
                options={[
                  { value: '', label: 'No, the whole agency' },
                  ...teams
                    .filter((team) => team.agency_id === agency_id)
                    .map(({ id, name }) => ({ value: id, label: name })),
                ]}
                error={by_field.team_id}
              />
            )}
            <TermsFields agency_id={agency_id} by_field={by_field} />
            <Textarea
              name="reason"
              label="Why do they need to see this case?"
              hint="This is kept, with who brought them in and when"
              max_length={2000}
              error={by_field.reason}
            />
            <Button busy={saving.busy}>Bring in this agency</Button>
          </Form>
        </CaseFormPage>
      )}
    </WhenLoaded>
  )
}

type Kind = 'people' | 'places' | 'partners'
type Found = { kind: Kind; name: string; revision: number }

const ended: Record<Kind, string> = {
  people: 'person_ended',
  places: 'place_ended',
  partners: 'partner_ended',
}

// Who or what the id in the address stands for.
function find_part({ the_case, link }: SectionProps): Found | null {
  const person = the_case.people.find(({ id }) => id === link)
  if (person) return { kind: 'people', name: person.name, revision: person.revision }
  const place = the_case.places.find(({ id }) => id === link)
  if (place) return { kind: 'places', name: place.label, revision: place.revision }
  const partner = the_case.partners.find(({ id }) => id === link)
  return partner
    ? { kind: 'partners', name: partner.agency_name, revision: partner.revision }
    : null
}

export function EndPart(props: SectionProps) {
  const { the_case, reload, link } = props
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const found = find_part(props)
  const title = found ? `End the part of ${found.name} in this case` : 'End a part in this case'
  const may = found?.kind === 'partners' ? the_case.may_run : the_case.may_work
  if (!found || !may || !the_case.is_open) return <NotForYou the_case={the_case} title={title} />
  const { kind, revision } = found

  async function save(): Promise<Outcome> {
    const path = { id: the_case.id, link }
    const if_match = saving.match(etag_of(revision))
    const answer = await saving.send((): Promise<Answer<unknown>> => {
      if (kind === 'people') return put('/cases/{id}/people/{link}/ending', { path, if_match })
      if (kind === 'places') return put('/cases/{id}/places/{link}/ending', { path, if_match })
      return put('/cases/{id}/partners/{link}/ending', { path, if_match })
    })
    if (!answer.ok) return
    done('people', ended[kind])
    return 'saved'
  }

  return (
    <CaseFormPage the_case={the_case} title={title} back="people" saving={saving}>
      <p className="govuk-body">
        {kind === 'partners'
          ? 'From today they will no longer see this case. What they did stays in it.'
          : 'From today they are no longer part of this case. Their time in it stays on record.'}
      </p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Button variant="warning" busy={saving.busy}>
          End their part
        </Button>
      </Form>
    </CaseFormPage>
  )
}
