// From a location on the map to a case: the place is compared with those on record first, so that
// one place keeps one history.

import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import type { components } from '@/api-types'
import { BackLink, Button, ErrorSummary, Form, Input, Page, Radios, type Outcome } from '@/govuk'
import { post } from '@/lib/api'
import { kNoAnswer } from '@/lib/refusal'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useSaving } from '@/lib/use-saving'

import { words } from './map-words'

type PlaceMatch = components['schemas']['PlaceMatch']
type Kind = 'address' | 'premises' | 'street' | 'open_space'

const bands = { likely: 'Likely the same place', possible: 'Possibly the same place' }

function say_place({ place }: PlaceMatch): string {
  return [place.name, place.line, place.town, place.postcode].filter(Boolean).join(', ')
}

// Null unless it is a number: an address may hold anything.
export function number_or_null(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? NaN : Number(text)
  return Number.isFinite(value) ? value : null
}

export function OpenCasePage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const saving = useSaving(words)
  const [matches, set_matches] = useState<PlaceMatch[] | null>(null)
  const area_id = search.get('area_id')

  function described(answers: FormData) {
    const kind = String(answers.get('kind') ?? '') as Kind
    const called = String(answers.get('called') ?? '')
    // A street or an address is known by its line, everything else by its name.
    const by_line = kind === 'street' || kind === 'address'
    return {
      kind,
      ...(by_line ? { line: called } : { name: called }),
      town: String(answers.get('town') ?? ''),
      longitude: number_or_null(search.get('longitude')),
      latitude: number_or_null(search.get('latitude')),
      area_id,
    }
  }

  function go_on(place_id: string) {
    const query = new URLSearchParams({ place_id })
    if (area_id) query.set('area_id', area_id)
    void navigate(`/cases/new?${query}`)
  }

  async function save(answers: FormData): Promise<Outcome> {
    const body = described(answers)
    const chosen = String(answers.get('match') ?? '')
    if (matches === null) {
      const found = await saving.send(() => post('/places/matches', { body }))
      if (!found.ok) return
      set_matches(found.data.matches)
      if (found.data.matches.length > 0) return
    } else if (matches.length > 0 && chosen === '') {
      const fields = [{ field: 'match', code: 'required' }]
      saving.refuse({ ...kNoAnswer, status: 400, code: 'check_answers', fields })
      return
    }
    if (chosen !== '' && chosen !== 'new') {
      go_on(chosen)
      return 'saved'
    }
    const created = await saving.send(() => post('/places', { body }))
    if (!created.ok) return
    go_on(created.data.id)
    return 'saved'
  }

  const { by_field } = saving.errors
  const summary = saving.errors.summary.map((mistake) =>
    ['#name', '#line'].includes(mistake.href ?? '') ? { ...mistake, href: '#called' } : mistake,
  )
  return (
    <Page title={words.open_title} hasErrors={summary.length > 0} before={<BackLink href="/map" />}>
      <ErrorSummary errors={summary} />
      <RefusalNotice refusal={saving.refusal} />
      <h1 className="govuk-heading-l">{words.open_title}</h1>
      <p className="govuk-body">
        Say which place it is. Then you can describe the problem and choose who leads.
      </p>
      <Form onSubmit={save} busy={saving.busy}>
        <Radios
          name="kind"
          legend="What kind of place is it?"
          legend_size="s"
          value="street"
          options={[
            { value: 'street', label: 'Street' },
            { value: 'open_space', label: 'Open space, such as a park' },
            { value: 'premises', label: 'Premises, such as a shop or a school' },
            { value: 'address', label: 'Address' },
          ]}
          error={by_field.kind}
        />
        <Input
          name="called"
          label="What is it called?"
          value={search.get('name') ?? ''}
          error={by_field.name ?? by_field.line}
        />
        <Input name="town" label="Town" width={20} error={by_field.town} />
        {matches && matches.length > 0 && (
          <Radios
            name="match"
            legend="Is the place already on record?"
            legend_size="m"
            error={by_field.match}
            options={[
              ...matches.map((match) => ({
                value: match.place.id,
                label: say_place(match),
                hint: bands[match.band],
              })),
              { divider: 'or' },
              { value: 'new', label: 'No, put a new place on record' },
            ]}
          />
        )}
        <Button busy={saving.busy}>Continue</Button>
      </Form>
    </Page>
  )
}
