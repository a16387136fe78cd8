// Somebody, or some place, already on record, side by side with what was entered, and what speaks
// for and against it. It decides nothing: a person does.

import type { components } from '@/api-types'
import { Table, Tag } from '@/govuk'

import { format_date } from './dates'
import { match_words as words, say_reason } from './match-words'

type Schemas = components['schemas']
export type PersonMatch = Schemas['PersonMatch']
export type PlaceMatch = Schemas['PlaceMatch']

export type EnteredPerson = {
  given_names?: string
  family_name?: string
  date_of_birth?: string | null
  phone?: string
  email?: string
  address_line?: string
  town?: string
  postcode?: string
}

type Row = { label: string; entered: string; known: string; fields: string[] }

function one_line(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(', ')
}

export function person_label(person: {
  given_names: string
  family_name: string
  date_of_birth?: string | null
}): string {
  const name = [person.given_names, person.family_name].filter(Boolean).join(' ')
  return person.date_of_birth ? `${name}, born ${format_date(person.date_of_birth)}` : name
}

export function place_label(place: {
  name?: string
  line?: string
  town?: string
  postcode?: string
}): string {
  return one_line(place.name, place.line, place.town, place.postcode)
}

// Addresses that have not ended, newest first as the record has them.
function current_addresses(person: Schemas['Person']): string {
  return person.addresses
    .filter(({ to_on }) => !to_on)
    .map(({ line, town, postcode }) => one_line(line, town, postcode))
    .join('; ')
}

type ComparisonProps = {
  label: string
  band: PersonMatch['band']
  reasons: Schemas['Reason'][]
  rows: Row[]
  open_cases: number
}

function Comparison({ label, band, reasons, rows, open_cases }: ComparisonProps) {
  const said = (fields: string[]) => {
    const about = reasons.filter((one) => fields.includes(one.field))
    return about.length > 0 ? about.map(say_reason).join('. ') : words.not_compared
  }
  return (
    <div className="app-match">
      <p className="govuk-body">
        <strong>{label}</strong>{' '}
        <Tag colour={band === 'likely' ? 'orange' : 'grey'}>{words.bands[band]}</Tag>{' '}
        <span className="app-match__cases">{words.open_cases(open_cases)}</span>
      </p>
      <Table
        caption={words.compared_with(label)}
        caption_hidden
        first_cell_is_header
        stacked
        small_text
        columns={[words.detail, words.entered, words.known, words.what_it_means].map((one) => ({
          label: one,
        }))}
        rows={rows
          .filter(({ entered, known }) => entered || known)
          .map(({ label: row_label, entered, known, fields }) => ({
            key: row_label,
            cells: [row_label, entered || words.not_given, known || words.not_given, said(fields)],
          }))}
      />
    </div>
  )
}

function count_open(cases: Schemas['CaseOfRecord'][]): number {
  return cases.filter(({ is_open }) => is_open).length
}

type PersonProps = { entered: EnteredPerson; match: PersonMatch }

export function PersonComparison({ entered, match }: PersonProps) {
  const { person, band, reasons } = match
  const date = (text: string | null | undefined) => (text ? format_date(text) : '')
  const { fields } = words
  return (
    <Comparison
      label={person_label(person)}
      band={band}
      reasons={reasons}
      open_cases={count_open(person.cases)}
      rows={[
        {
          label: fields.given_names,
          entered: entered.given_names ?? '',
          known: person.given_names,
          fields: ['given_names', 'name'],
        },
        {
          label: fields.family_name,
          entered: entered.family_name ?? '',
          known: person.family_name,
          fields: ['family_name'],
        },
        {
          label: fields.date_of_birth,
          entered: date(entered.date_of_birth),
          known: date(person.date_of_birth),
          fields: ['date_of_birth'],
        },
        {
          label: fields.phone,
          entered: entered.phone ?? '',
          known: person.phone ?? '',
          fields: ['phone'],
        },
        {
          label: fields.email,
          entered: entered.email ?? '',
          known: person.email ?? '',
          fields: ['email'],
        },
        {
          label: fields.address,
          entered: one_line(entered.address_line, entered.town, entered.postcode),
          known: current_addresses(person),
          fields: ['address'],
        },
      ]}
    />
  )
}

export function PlaceComparison({ entered, match }: { entered: string; match: PlaceMatch }) {
  const { place, band, reasons } = match
  return (
    <Comparison
      label={place_label(place)}
      band={band}
      reasons={reasons}
      open_cases={count_open(place.cases)}
      rows={[
        {
          label: words.fields.place,
          entered,
          known: place_label(place),
          fields: ['name', 'address', 'uprn', 'position'],
        },
      ]}
    />
  )
}
