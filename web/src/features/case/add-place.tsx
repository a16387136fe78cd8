// Adding a place: one on record, found by searching, or a new one, compared with those on record.

import { useRef, useState } from 'react'

import { Button, Checkboxes, Combobox, Form, Input, Radios, type Outcome } from '@/govuk'
import { get, post, type Answer } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { radio_options } from '@/lib/programmes'
import { useSaving } from '@/lib/use-saving'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { place_kinds, place_roles, words } from './case-words'
import { PlaceMatches, type PlaceMatch } from './matches'
import { nothing_chosen } from './nothing-chosen'
import type { Case, SectionProps } from './types'
import { useDone } from './use-done'

const kTitle = 'Add a place'

type PlaceRole = 'where_it_happens' | 'home_of_victim' | 'home_of_alleged_perpetrator' | 'linked'
type PlaceKind = 'address' | 'premises' | 'street' | 'open_space'

async function search_places(typed: string, signal: AbortSignal) {
  const answer = await get('/search', { query: { q: typed }, signal })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.data.places.map(({ id, name, line, town, postcode }) => ({
    value: id,
    label: [name, line].filter(Boolean).join(', ') || town,
    detail: [town, postcode].filter(Boolean).join(' '),
  }))
}

function text(answers: FormData, name: string): string {
  return String(answers.get(name) ?? '').trim()
}

function described_place(answers: FormData) {
  return {
    kind: text(answers, 'kind') as PlaceKind,
    name: text(answers, 'name'),
    line: text(answers, 'line'),
    town: text(answers, 'town'),
    postcode: text(answers, 'postcode'),
  }
}

function add_to_case(the_case: Case, answers: FormData, place_id: string) {
  return post('/cases/{id}/places', {
    path: { id: the_case.id },
    body: {
      place_id,
      role: text(answers, 'role') as PlaceRole,
      is_subject: answers.get('is_subject') === 'yes',
    },
  })
}

function Part({ role_error }: { role_error: string | undefined }) {
  return (
    <>
      <Radios
        name="role"
        legend="What is its part in this case?"
        legend_size="s"
        options={radio_options(place_roles)}
        error={role_error}
      />
      <Checkboxes
        name="is_subject"
        legend="Is the case about it?"
        legend_size="s"
        options={[{ value: 'yes', label: 'It is a subject of the case' }]}
      />
    </>
  )
}

export function AddPlace(props: SectionProps) {
  const { the_case, reload } = props
  const [is_new, set_is_new] = useState(false)
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={kTitle} />
  if (is_new) return <NewPlace {...props} />

  async function save(answers: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      add_to_case(the_case, answers, text(answers, 'place_id')),
    )
    if (!answer.ok) return
    done('people', 'place_added')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage the_case={the_case} title={kTitle} back="people" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Combobox
          name="place_id"
          label="Find a place on record"
          hint="Type part of a name, an address or a postcode, then choose from the list"
          search={search_places}
          error={by_field.place_id}
        />
        <p className="govuk-body">
          <button
            type="button"
            className="app-link-button govuk-link"
            onClick={() => set_is_new(true)}
          >
            It is not on record yet
          </button>
        </p>
        <Part role_error={by_field.role} />
        <Button busy={saving.busy}>Add to the case</Button>
      </Form>
    </CaseFormPage>
  )
}

function NewPlace({ the_case, reload }: SectionProps) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-place.${the_case.id}`)
  const [matches, set_matches] = useState<PlaceMatch[] | null>(null)
  // Put on record already, when only adding it to the case was refused.
  const created = useRef<string | null>(null)
  const { by_field } = saving.errors

  async function save(answers: FormData): Promise<Outcome> {
    const body = described_place(answers)
    if (matches === null) {
      const found = await saving.send(() => post('/places/matches', { body }))
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
        const answer = await post('/places', { body: { ...body, area_id: the_case.area_id } })
        if (!answer.ok) return answer
        created.current = answer.data.id
      }
      return add_to_case(the_case, answers, created.current)
    })
    if (!answer.ok) return
    done('people', 'place_added')
    return 'saved'
  }

  return (
    <CaseFormPage the_case={the_case} title={kTitle} back="people" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="kind"
          legend="What kind of place is it?"
          legend_size="s"
          options={radio_options(place_kinds)}
          error={by_field.kind}
        />
        <Input
          name="name"
          label="Name, if it has one"
          hint="For example, the name of a park, a shop or a building"
          error={by_field.name}
        />
        <Input
          name="line"
          label="Address or street"
          hint="Never enter the address of safe accommodation, such as a refuge"
          error={by_field.line}
        />
        <Input name="town" label="Town" width={20} error={by_field.town} />
        <Input
          name="postcode"
          label="Postcode, if it has one"
          width={10}
          error={by_field.postcode}
        />
        <Part role_error={by_field.role} />
        {matches && matches.length > 0 && (
          <PlaceMatches
            matches={matches}
            error={by_field.match ? 'Choose whether the place is already on record' : undefined}
          />
        )}
        <Button busy={saving.busy}>Add to the case</Button>
      </Form>
    </CaseFormPage>
  )
}
