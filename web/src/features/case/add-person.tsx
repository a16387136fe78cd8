// Adding a person: one on record, found by searching, or a new one, compared with those on record
// before anything is saved.

import { useRef, useState } from 'react'

import {
  Button,
  Checkboxes,
  Combobox,
  DateInput,
  Form,
  Input,
  Radios,
  read_date,
  type Outcome,
} from '@/govuk'
import { get, post, type Answer } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { useDraft } from '@/lib/drafts'
import { radio_options } from '@/lib/programmes'
import { useSaving } from '@/lib/use-saving'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { words } from './case-words'
import { PersonMatches, type PersonMatch } from './matches'
import { nothing_chosen } from './nothing-chosen'
import type { Case, SectionProps } from './types'
import { useDone } from './use-done'

const kTitle = 'Add a person'

async function search_people(typed: string, signal: AbortSignal) {
  const answer = await get('/search', { query: { q: typed }, signal })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.data.people.map(({ id, given_names, family_name, date_of_birth, address }) => ({
    value: id,
    label: `${given_names} ${family_name}`.trim(),
    detail: [date_of_birth && `Born ${format_date(date_of_birth)}`, address]
      .filter(Boolean)
      .join(', '),
  }))
}

function text(answers: FormData, name: string): string {
  return String(answers.get(name) ?? '').trim()
}

export function described_person(answers: FormData) {
  const line = text(answers, 'line')
  const postcode = text(answers, 'postcode')
  return {
    given_names: text(answers, 'given_names'),
    family_name: text(answers, 'family_name'),
    date_of_birth: read_date(answers, 'date_of_birth'),
    phone: text(answers, 'phone'),
    addresses: line || postcode ? [{ line, town: text(answers, 'town'), postcode }] : [],
  }
}

// What the person is to the case: asked in the same words whoever it is.
function Part({ programme, role_error }: Pick<SectionProps, 'programme'> & PartProps) {
  return (
    <>
      <Radios
        name="role"
        legend="What is their part in this case?"
        legend_size="s"
        options={radio_options(programme.person_roles)}
        error={role_error}
      />
      <Checkboxes
        name="is_subject"
        legend="Is the case about them?"
        legend_size="s"
        options={[{ value: 'yes', label: 'They are a subject of the case' }]}
      />
    </>
  )
}
type PartProps = { role_error: string | undefined }

async function add_to_case(the_case: Case, answers: FormData, person_id: string) {
  return post('/cases/{id}/people', {
    path: { id: the_case.id },
    body: {
      person_id,
      role: text(answers, 'role'),
      is_subject: answers.get('is_subject') === 'yes',
    },
  })
}

export function AddPerson(props: SectionProps) {
  const { the_case, programme, reload } = props
  const [is_new, set_is_new] = useState(false)
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={kTitle} />
  if (is_new) return <NewPerson {...props} />

  async function save(answers: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      add_to_case(the_case, answers, text(answers, 'person_id')),
    )
    if (!answer.ok) return
    done('people', 'person_added')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage the_case={the_case} title={kTitle} back="people" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Combobox
          name="person_id"
          label="Find a person on record"
          hint="Type part of a name, a date of birth or an address, then choose from the list"
          search={search_people}
          error={by_field.person_id}
        />
        <p className="govuk-body">
          <button
            type="button"
            className="app-link-button govuk-link"
            onClick={() => set_is_new(true)}
          >
            They are not on record yet
          </button>
        </p>
        <Part programme={programme} role_error={by_field.role} />
        <Button busy={saving.busy}>Add to the case</Button>
      </Form>
    </CaseFormPage>
  )
}

function NewPerson({ the_case, programme, reload }: SectionProps) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-person.${the_case.id}`)
  const [matches, set_matches] = useState<PersonMatch[] | null>(null)
  // Put on record already, when only adding it to the case was refused.
  const created = useRef<string | null>(null)
  const { by_field } = saving.errors

  async function save(answers: FormData): Promise<Outcome> {
    const body = described_person(answers)
    if (matches === null) {
      const found = await saving.send(() => post('/people/matches', { body }))
      if (!found.ok) return
      set_matches(found.data.matches)
      if (found.data.matches.length > 0) return
    }
    const chosen = text(answers, 'match')
    if ((matches?.length ?? 0) > 0 && chosen === '') {
      saving.refuse(nothing_chosen('match'))
      return
    }
    const answer = await saving.send(async (): Promise<Answer<unknown>> => {
      if (chosen !== '' && chosen !== 'new') return add_to_case(the_case, answers, chosen)
      if (created.current === null) {
        const answer = await post('/people', { body })
        if (!answer.ok) return answer
        created.current = answer.data.id
      }
      return add_to_case(the_case, answers, created.current)
    })
    if (!answer.ok) return
    done('people', 'person_added')
    return 'saved'
  }

  return (
    <CaseFormPage the_case={the_case} title={kTitle} back="people" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Input name="given_names" label="Given names" error={by_field.given_names} />
        <Input name="family_name" label="Family name" error={by_field.family_name} />
        <DateInput
          name="date_of_birth"
          legend="Date of birth, if known"
          hint="For example, 27 3 1985"
          error={by_field.date_of_birth}
        />
        <Input name="phone" label="Phone, if known" type="tel" width={20} error={by_field.phone} />
        <Input
          name="line"
          label="Address, first line, if known"
          hint="Never enter the address of safe accommodation, such as a refuge"
        />
        <Input name="town" label="Town, if known" width={20} />
        <Input name="postcode" label="Postcode, if known" width={10} />
        <Part programme={programme} role_error={by_field.role} />
        {matches && matches.length > 0 && (
          <PersonMatches
            matches={matches}
            error={by_field.match ? 'Choose whether they are already on record' : undefined}
          />
        )}
        <Button busy={saving.busy}>Add to the case</Button>
      </Form>
    </CaseFormPage>
  )
}
