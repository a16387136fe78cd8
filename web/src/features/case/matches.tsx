// Records that may be the one described, side by side, with why. A person decides, not a score.

import type { components } from '@/api-types'
import { Radios } from '@/govuk'
import { format_date } from '@/lib/dates'
import { say_code } from '@/lib/programmes'

export type PersonMatch = components['schemas']['PersonMatch']
export type PlaceMatch = components['schemas']['PlaceMatch']
type Reason = components['schemas']['Reason']

const agreements: Record<Reason['agreement'], string> = {
  same: 'the same',
  close: 'close',
  different: 'different',
  missing: 'not recorded',
}

export function say_reasons(reasons: Reason[]): string {
  return reasons
    .filter(({ agreement }) => agreement !== 'missing')
    .map(({ field, agreement }) => `${say_code(field)} ${agreements[agreement]}`)
    .join(', ')
}

const bands = { likely: 'Likely the same', possible: 'Possibly the same' }

type Choice = { value: string; label: string; hint: string }

function Matches({ legend, choices, error, none }: MatchesProps) {
  return (
    <Radios
      name="match"
      legend={legend}
      legend_size="m"
      hint="These records look alike. Using the right one keeps one history in one place."
      error={error}
      options={[...choices, { divider: 'or' }, { value: 'new', label: none }]}
    />
  )
}
type MatchesProps = {
  legend: string
  choices: Choice[]
  error: string | undefined
  none: string
}

type PersonProps = { matches: PersonMatch[]; error: string | undefined }

export function PersonMatches({ matches, error }: PersonProps) {
  const choices = matches.map(({ person, band, reasons }) => {
    const born = person.date_of_birth ? `born ${format_date(person.date_of_birth)}` : ''
    const address = person.addresses?.[0]
    const where = [address?.line, address?.town, address?.postcode].filter(Boolean).join(', ')
    const cases = person.cases.length === 1 ? '1 case' : `${person.cases.length} cases`
    return {
      value: person.id,
      label: [`${person.given_names} ${person.family_name}`.trim(), born, where]
        .filter(Boolean)
        .join(', '),
      hint: `${bands[band]}: ${say_reasons(reasons)}. In ${cases} that you can see.`,
    }
  })
  return (
    <Matches
      legend="Are they already on record?"
      choices={choices}
      error={error}
      none="No, put a new person on record"
    />
  )
}

type PlaceProps = { matches: PlaceMatch[]; error: string | undefined }

export function PlaceMatches({ matches, error }: PlaceProps) {
  const choices = matches.map(({ place, band, reasons }) => ({
    value: place.id,
    label: [place.name, place.line, place.town, place.postcode].filter(Boolean).join(', '),
    hint: `${bands[band]}: ${say_reasons(reasons)}.`,
  }))
  return (
    <Matches
      legend="Is the place already on record?"
      choices={choices}
      error={error}
      none="No, put a new place on record"
    />
  )
}
