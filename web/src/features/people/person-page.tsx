// One person: first how to reach them safely, then who they are and where they appear.

import { useParams } from 'react-router'

import type { components } from '@/api-types'
import { Breadcrumbs, Button, Page, SummaryList, Table, Tag, type TagColour } from '@/govuk'
import { SafeAddressSection } from './safe-address'
import { get } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { label_of } from '@/lib/programmes'
import { useProgrammes } from '@/lib/reference'
import { may, useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './person-words'

export type Person = components['schemas']['Person']

type Safe = Person['phone_is_safe']

const kSafeColours: Record<Safe, TagColour> = { yes: 'green', no: 'red', not_known: 'orange' }

export function full_name(person: { given_names: string; family_name: string }): string {
  return [person.given_names, person.family_name].filter(Boolean).join(' ') || words.unnamed
}

export function PersonPage() {
  const { id = '' } = useParams()
  const { session } = useSession()
  const loaded = useLoaded(`person ${id}`, (signal) =>
    get('/people/{id}', { path: { id }, signal }),
  )
  return (
    <WhenLoaded of={loaded}>
      {(person) => (
        <Page
          title={full_name(person)}
          before={
            <Breadcrumbs
              items={[{ label: words.search, href: '/search' }, { label: full_name(person) }]}
            />
          }
        >
          <h1 className="govuk-heading-l">{full_name(person)}</h1>
          <SafeContact person={person} />
          {may(session, 'work_on_cases') && (
            <Button href={`/people/${id}/edit`} variant="secondary">
              {words.edit}
            </Button>
          )}
          <Details person={person} today={session.today} />
          <Addresses person={person} />
          <OtherNames person={person} />
          <Cases cases={person.cases} />
          {may(session, 'keep_safe_addresses') && <SafeAddressSection person_id={id} />}
          {may(session, 'read_cases') && (
            <p className="govuk-body">
              <a className="govuk-link" href={`/people/${id}/conflict`}>
                {words.conflict}
              </a>
            </p>
          )}
          {session.sees_partnership && may(session, 'read_audit') && (
            <p className="govuk-body">
              <a className="govuk-link" href={`/people/${id}/audit`}>
                {words.audit}
              </a>
            </p>
          )}
        </Page>
      )}
    </WhenLoaded>
  )
}

function SafeLine({ value, safe, said, none }: SafeLineProps) {
  if (!value) return <p className="govuk-body">{none}</p>
  const { tag, what_to_do } = said[safe]
  return (
    <p className="govuk-body">
      {/* Not a link: on a phone one touch would make an unsafe call. */}
      <span className="app-typed">{value}</span> <Tag colour={kSafeColours[safe]}>{tag}</Tag>
      {what_to_do && (
        <>
          <br />
          <strong>{what_to_do}</strong>
        </>
      )}
    </p>
  )
}
type Said = Record<Safe, { tag: string; what_to_do: string }>
type SafeLineProps = { value: string; safe: Safe; said: Said; none: string }

function SafeContact({ person }: { person: Person }) {
  const said = words.contact
  return (
    <section className="govuk-inset-text" aria-labelledby="safe-contact">
      <h2 className="govuk-heading-m" id="safe-contact">
        {said.heading}
      </h2>
      <SafeLine
        value={person.phone}
        safe={person.phone_is_safe}
        said={said.phone}
        none={said.no_phone}
      />
      <SafeLine
        value={person.email}
        safe={person.email_is_safe}
        said={said.email}
        none={said.no_email}
      />
      <p className="govuk-body app-typed">{person.safe_contact || said.nothing_said}</p>
    </section>
  )
}

function age_on(today: string, born: string): number {
  return (
    Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - Number(today.slice(5) < born.slice(5))
  )
}

function Details({ person, today }: { person: Person; today: string }) {
  const born = person.date_of_birth
  const note = person.date_of_birth_note
  const rows = [
    [words.fields.given_names, person.given_names],
    [words.fields.family_name, person.family_name],
    [
      words.fields.date_of_birth,
      born
        ? [
            format_date(born),
            words.age(age_on(today, born)),
            note === 'estimated' ? words.date_of_birth_notes.estimated.toLowerCase() : '',
          ]
            .filter(Boolean)
            .join(', ')
        : '',
    ],
    [words.fields.gender, words.genders[person.gender]],
    [words.fields.needs, person.needs],
  ]
  return (
    <SummaryList
      card_title={words.details}
      rows={rows.map(([key = '', value]) => ({
        key,
        value: <span className="app-typed">{value || words.not_recorded}</span>,
      }))}
    />
  )
}

function Addresses({ person }: { person: Person }) {
  const said = words.addresses
  return (
    <Table
      caption={said.heading}
      stacked
      empty={said.none}
      columns={[said.columns.address, said.columns.from, said.columns.to].map((label) => ({
        label,
      }))}
      rows={person.addresses.map((one, index) => ({
        key: String(index),
        cells: [
          <>
            {[one.line, one.town, one.postcode].filter(Boolean).join(', ')}
            {one.place_id && (
              <>
                <br />
                <a className="govuk-link" href={`/places/${one.place_id}`}>
                  {said.see_place}
                </a>
              </>
            )}
          </>,
          one.from_on ? format_date(one.from_on) : words.not_recorded,
          one.to_on ? format_date(one.to_on) : said.now,
        ],
      }))}
    />
  )
}

function OtherNames({ person }: { person: Person }) {
  const said = words.names
  if (person.aliases.length === 0) return null
  return (
    <Table
      caption={said.heading}
      stacked
      columns={[{ label: said.columns.name }, { label: said.columns.kind }]}
      rows={person.aliases.map((one, index) => ({
        key: String(index),
        cells: [full_name(one), words.alias_kinds[one.kind]],
      }))}
    />
  )
}

function Cases({ cases }: { cases: Person['cases'] }) {
  const said = words.cases
  const roles = useProgrammes()[0]?.person_roles ?? []
  return (
    <section aria-labelledby="cases">
      <h2 className="govuk-heading-m" id="cases">
        {said.heading}
      </h2>
      <Table
        caption={said.heading}
        caption_hidden
        stacked
        empty={said.none}
        columns={Object.values(said.columns).map((label) => ({ label }))}
        rows={cases.map((one) => ({
          key: `${one.case_id} ${one.role}`,
          cells: [
            <>
              <a className="govuk-link" href={`/cases/${one.case_id}`}>
                {one.reference}
              </a>
              <br />
              {one.title}
            </>,
            label_of(roles, one.role),
            one.is_open ? said.open : said.closed,
            format_date(one.opened_on),
          ],
        }))}
      />
    </section>
  )
}
