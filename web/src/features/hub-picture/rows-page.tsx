// The cases or referrals that one count is made of.

import { useSearchParams } from 'react-router'

import type { components } from '@/api-types'
import { BackLink, Page, Pagination, Table } from '@/govuk'
import { get } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { band_label, get_programmes, say_code, stage_label } from '@/lib/programmes'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './hub-picture-words'

type CaseSummary = components['schemas']['CaseSummary']
type ReferralSummary = components['schemas']['ReferralSummary']

export function RowsPage() {
  const [search] = useSearchParams()
  const given = (name: string) => search.get(name) ?? ''
  const area_id = given('area_id')
  const programme_code = given('programme_code')
  const after = given('after')
  const loaded = useLoaded(`rows ${search}`, (signal) =>
    get('/hubs/{id}/picture/rows', {
      path: { id: area_id },
      query: {
        figure: given('figure'),
        row: given('row') || undefined,
        programme_code: programme_code || undefined,
        after: after || undefined,
      },
      signal,
    }),
  )
  const back = new URLSearchParams({ area_id })
  if (programme_code) back.set('programme_code', programme_code)
  const address = (key: string | null) => {
    const query = new URLSearchParams(search)
    if (key) query.set('after', key)
    else query.delete('after')
    return `/hub-picture/rows?${query}`
  }
  return (
    <WhenLoaded of={loaded}>
      {({ cases, referrals, next }) => (
        <Page
          title={words.rows_title}
          width="full"
          before={<BackLink href={`/hub-picture?${back}`}>{words.back}</BackLink>}
        >
          <h1 className="govuk-heading-l">{words.rows_title}</h1>
          {cases.length + referrals.length === 0 && <p className="govuk-body">{words.rows_none}</p>}
          {cases.length > 0 && <Cases cases={cases} />}
          {referrals.length > 0 && <Referrals referrals={referrals} />}
          <Pagination
            previous_href={after ? address(null) : undefined}
            next_href={next ? address(next) : undefined}
          />
        </Page>
      )}
    </WhenLoaded>
  )
}

function Cases({ cases }: { cases: CaseSummary[] }) {
  const programmes = useLoaded('programmes', get_programmes).data ?? []
  return (
    <Table
      caption="Cases"
      stacked
      first_cell_is_header
      columns={[
        { label: 'Case' },
        { label: 'Stage' },
        { label: 'Risk' },
        { label: 'Opened' },
        { label: 'Closed' },
        { label: 'Lead' },
      ]}
      rows={cases.map((one) => ({
        key: one.id,
        cells: [
          <span key="case">
            <a className="govuk-link" href={`/cases/${one.id}`}>
              {one.reference}
            </a>
            <br />
            <span className="govuk-!-font-weight-regular">{one.title}</span>
          </span>,
          stage_label(programmes, one.programme_code, one.stage),
          band_label(
            programmes.find(({ code }) => code === one.programme_code),
            one.risk_band,
          ),
          format_date(one.opened_on),
          one.closed_on ? format_date(one.closed_on) : 'Open',
          one.lead_user_name ?? 'Nobody yet',
        ],
      }))}
    />
  )
}

function Referrals({ referrals }: { referrals: ReferralSummary[] }) {
  return (
    <Table
      caption="Referrals"
      stacked
      first_cell_is_header
      columns={[{ label: 'Referral' }, { label: 'Received' }, { label: 'Decision' }]}
      rows={referrals.map((one) => ({
        key: one.id,
        cells: [
          <a key="referral" className="govuk-link" href={`/referrals/${one.id}`}>
            {one.reference ?? 'Draft'}
          </a>,
          one.received_at ? format_date(one.received_at) : 'Not sent',
          one.decision ? say_code(one.decision) : 'Waiting',
        ],
      }))}
    />
  )
}
