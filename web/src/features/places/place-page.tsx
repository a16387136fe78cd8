// One place: what it is, and the cases that it appears in.

import { useParams } from 'react-router'

import type { components } from '@/api-types'
import { Breadcrumbs, Button, Page, SummaryList, Table } from '@/govuk'
import { get } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { name_of, useDirectory } from '@/lib/reference'
import { may, useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './place-words'

export type Place = components['schemas']['Place']

export function place_name(place: Place): string {
  const name = place.name || place.line || place.postcode || words.unnamed
  return [name, place.town].filter(Boolean).join(', ')
}

// To about a metre: more digits would say more than anybody measured.
function say_degrees(degrees: number | null): string {
  return degrees === null ? '' : String(Number(degrees.toFixed(5)))
}

// Each detail in words, by field.
export function say_place(
  place: Place,
  areas: readonly { id: string; name: string }[],
): Record<string, string> {
  return {
    kind: words.kinds[place.kind],
    name: place.name,
    line: place.line,
    locality: place.locality,
    town: place.town,
    postcode: place.postcode,
    uprn: place.uprn,
    longitude: say_degrees(place.longitude),
    latitude: say_degrees(place.latitude),
    area_id: name_of(areas, place.area_id),
  }
}

export function PlacePage() {
  const { id = '' } = useParams()
  const { session } = useSession()
  const areas = useDirectory()?.areas ?? []
  const loaded = useLoaded(`place ${id}`, (signal) => get('/places/{id}', { path: { id }, signal }))
  return (
    <WhenLoaded of={loaded}>
      {(place) => (
        <Page
          title={place_name(place)}
          before={
            <Breadcrumbs
              items={[{ label: words.search, href: '/search' }, { label: place_name(place) }]}
            />
          }
        >
          <h1 className="govuk-heading-l">{place_name(place)}</h1>
          {may(session, 'work_on_cases') && (
            <Button href={`/places/${id}/edit`} variant="secondary">
              {words.edit}
            </Button>
          )}
          <SummaryList
            card_title={words.details}
            rows={Object.entries(say_place(place, areas)).map(([name, value]) => ({
              key: words.field_name(name),
              value: <span className="app-typed">{value || words.not_recorded}</span>,
            }))}
          />
          <Cases cases={place.cases} />
          {session.sees_partnership && may(session, 'read_audit') && (
            <p className="govuk-body">
              <a className="govuk-link" href={`/places/${id}/audit`}>
                {words.audit}
              </a>
            </p>
          )}
        </Page>
      )}
    </WhenLoaded>
  )
}

function Cases({ cases }: { cases: Place['cases'] }) {
  const said = words.cases
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
            said.roles[one.role] ?? one.role,
            one.is_open ? said.open : said.closed,
            format_date(one.opened_on),
          ],
        }))}
      />
    </section>
  )
}
