// Who looked at a person's or a place's record, also where its name was only shown.

import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'

import { BackLink, Page, Pagination, Table } from '@/govuk'
import { get, type DataOf } from '@/lib/api'
import { say_action } from '@/lib/audit-words'
import { format_date_time } from '@/lib/dates'
import { ExtractForm, type Fetch } from '@/lib/extract-form'
import type { Loaded } from '@/lib/use-loaded'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

type Entries = DataOf<'/people/{id}/audit', 'get'>
type Props = { what: string; back: string; here: string; loaded: Loaded<Entries>; fetch_it: Fetch }

function RecordAudit({ what, back, here, loaded, fetch_it }: Props): ReactNode {
  const title = `Who looked at this ${what}`
  const [search] = useSearchParams()
  return (
    <Page title={title} width="full" before={<BackLink href={back} />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        Every time the record was opened or changed, and every list, search or case on which its
        name was shown.
      </p>
      <WhenLoaded of={loaded}>
        {({ entries, next }) => (
          <>
            <Table
              caption="Latest first"
              stacked
              columns={[{ label: 'When' }, { label: 'Who' }, { label: 'What' }]}
              rows={entries.map((entry) => ({
                key: String(entry.sequence),
                cells: [
                  format_date_time(entry.at),
                  [entry.actor_name, entry.agency_name].filter(Boolean).join(', '),
                  say_action(entry.action),
                ],
              }))}
              empty="Nobody has looked at it."
            />
            <Pagination
              label="Pages of who looked"
              previous_href={search.get('after') ? here : undefined}
              next_href={next ? `${here}?after=${encodeURIComponent(next)}` : undefined}
            />
            <ExtractForm fetch_it={fetch_it} />
          </>
        )}
      </WhenLoaded>
    </Page>
  )
}

function useAfter() {
  const [search] = useSearchParams()
  return search.get('after') || undefined
}

export function PersonAuditPage() {
  const { id = '' } = useParams()
  const after = useAfter()
  const loaded = useLoaded(`person audit ${id} ${after}`, (signal) =>
    get('/people/{id}/audit', { path: { id }, query: { after }, signal }),
  )
  const back = `/people/${id}`
  const fetch_it: Fetch = (query) => get('/people/{id}/audit/extract', { path: { id }, query })
  return (
    <RecordAudit
      what="person"
      back={back}
      here={`${back}/audit`}
      loaded={loaded}
      fetch_it={fetch_it}
    />
  )
}

export function PlaceAuditPage() {
  const { id = '' } = useParams()
  const after = useAfter()
  const loaded = useLoaded(`place audit ${id} ${after}`, (signal) =>
    get('/places/{id}/audit', { path: { id }, query: { after }, signal }),
  )
  const back = `/places/${id}`
  const fetch_it: Fetch = (query) => get('/places/{id}/audit/extract', { path: { id }, query })
  return (
    <RecordAudit
      what="place"
      back={back}
      here={`${back}/audit`}
      loaded={loaded}
      fetch_it={fetch_it}
    />
  )
}
