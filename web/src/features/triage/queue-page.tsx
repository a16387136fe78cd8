// The referrals that the reader may see: those waiting, those decided, and the reader's own drafts.

import { useNavigate, useSearchParams } from 'react-router'

import type { components } from '@/api-types'
import {
  Checkboxes,
  FilterPanel,
  Page,
  Pagination,
  Select,
  SubNavigation,
  Table,
  Tag,
} from '@/govuk'
import { get } from '@/lib/api'
import { format_date, format_date_time } from '@/lib/dates'
import { label_of, type Programme } from '@/lib/programmes'
import { name_of, useDirectory, useProgrammes } from '@/lib/reference'
import { referral_choices, say_headline } from '@/lib/referral-words'
import { may, useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './triage-words'

type Summary = components['schemas']['ReferralSummary']
type State = 'waiting' | 'decided' | 'draft'

const said = words.queue
const kStates: State[] = ['waiting', 'decided', 'draft']

function href(params: Record<string, string>): string {
  const text = new URLSearchParams(
    Object.entries(params).filter(([, value]) => value !== ''),
  ).toString()
  return text ? `/referrals?${text}` : '/referrals'
}

export function QueuePage() {
  const [address] = useSearchParams()
  const navigate = useNavigate()
  const { session } = useSession()
  const directory = useDirectory()
  const programmes = useProgrammes()

  const state = kStates.find((one) => one === address.get('state')) ?? 'waiting'
  const area_id = address.get('area_id') ?? ''
  const overdue = address.get('overdue') === 'yes' && state === 'waiting' ? 'yes' : ''
  const after = address.get('after') ?? ''
  const filters = { state: state === 'waiting' ? '' : state, area_id, overdue }

  const loaded = useLoaded(`referrals ${href({ ...filters, after })}`, (signal) =>
    get('/referrals', {
      query: {
        state,
        ...(area_id && { area_id }),
        ...(overdue && { overdue: 'yes' as const }),
        ...(after && { after }),
      },
      signal,
    }),
  )
  const areas = directory?.areas ?? []
  const filtered = area_id !== '' || overdue !== ''
  const selected = [
    {
      heading: said.hub,
      items: area_id
        ? [{ label: name_of(areas, area_id), remove_href: href({ ...filters, area_id: '' }) }]
        : [],
    },
    {
      heading: said.overdue,
      items: overdue
        ? [{ label: said.overdue_only, remove_href: href({ ...filters, overdue: '' }) }]
        : [],
    },
  ]
  return (
    <WhenLoaded of={loaded}>
      {({ referrals, next }) => (
        <Page title={said.title} width="full">
          <h1 className="govuk-heading-l">{said.title}</h1>
          <SubNavigation
            label={said.state}
            items={kStates.map((one) => ({
              label: said.states[one],
              href: href({ ...filters, overdue: '', state: one === 'waiting' ? '' : one }),
              current: one === state,
            }))}
          />
          {state !== 'draft' && may(session, 'triage_referrals') && (
            <FilterPanel
              key={href(filters)}
              in_a_row
              selected={selected}
              clear_href={href({ state: filters.state })}
              onApply={(answers) => {
                void navigate(
                  href({
                    state: filters.state,
                    area_id: String(answers.get('area_id') ?? ''),
                    overdue: String(answers.get('overdue') ?? ''),
                  }),
                )
              }}
            >
              <Select
                key={areas.length}
                name="area_id"
                label={said.hub}
                value={area_id}
                options={[
                  { value: '', label: said.all_hubs },
                  ...areas.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
              {state === 'waiting' && (
                <Checkboxes
                  name="overdue"
                  legend={said.overdue}
                  small
                  values={overdue ? ['yes'] : []}
                  options={[{ value: 'yes', label: said.overdue_only }]}
                />
              )}
            </FilterPanel>
          )}
          <QueueTable
            state={state}
            filtered={filtered}
            items={referrals}
            areas={areas}
            programmes={programmes}
          />
          {after && (
            <p className="govuk-body">
              <a className="govuk-link" href={href(filters)}>
                {said.first_page}
              </a>
            </p>
          )}
          <Pagination
            label={said.title}
            next_href={next ? href({ ...filters, after: next }) : undefined}
          />
        </Page>
      )}
    </WhenLoaded>
  )
}

type TableProps = {
  state: State
  filtered: boolean
  items: Summary[]
  areas: readonly { id: string; name: string }[]
  programmes: Programme[]
}

function QueueTable({ state, filtered, items, areas, programmes }: TableProps) {
  const { columns } = said
  const about = ({ subject_kind }: Summary) =>
    subject_kind ? label_of(programmes[0]?.subject_kinds ?? [], subject_kind) : ''
  const cells: Record<State, [label: string, cell: (one: Summary) => React.ReactNode][]> = {
    waiting: [
      [columns.referral, (one) => <Name one={one} />],
      [columns.about, about],
      [columns.hub, (one) => name_of(areas, one.area_id)],
      [columns.received, (one) => said.age(one.age_days)],
      [columns.decide_by, (one) => <DecideBy one={one} />],
      [columns.owner, (one) => one.owner_name ?? said.no_owner],
    ],
    decided: [
      [columns.referral, (one) => <Name one={one} />],
      [columns.about, about],
      [columns.hub, (one) => name_of(areas, one.area_id)],
      [columns.received, (one) => one.received_at && format_date(one.received_at)],
      [
        columns.decision,
        (one) => (one.decision ? label_of(referral_choices.decided, one.decision) : ''),
      ],
    ],
    draft: [
      [columns.referral, (one) => <Name one={one} />],
      [columns.started, (one) => format_date_time(one.created_at)],
    ],
  }
  return (
    <Table
      caption={said.states[state]}
      stacked
      empty={filtered ? said.empty_filtered : said.empty[state]}
      columns={cells[state].map(([label]) => ({ label }))}
      rows={items.map((one) => ({
        key: one.id,
        cells: cells[state].map(([, cell]) => cell(one)),
      }))}
    />
  )
}

function Name({ one }: { one: Summary }) {
  const path = one.state === 'draft' ? 'new-referral' : 'referrals'
  return (
    <>
      <a className="govuk-link" href={`/${path}/${one.id}`}>
        {one.reference ?? (say_headline(one.headline) || said.untitled)}
      </a>
      {one.reference && (
        <>
          <br />
          <span className="app-typed">{say_headline(one.headline)}</span>
        </>
      )}
      {one.state === 'waiting' && one.risk_now === 'yes' && (
        <>
          <br />
          <Tag colour="red">{said.risk.yes}</Tag>
        </>
      )}
    </>
  )
}

function DecideBy({ one }: { one: Summary }) {
  return (
    <>
      {one.triage_due_on && format_date(one.triage_due_on)}
      {(one.overdue || one.escalated) && (
        <span className="app-tags">
          {one.overdue && <Tag colour="red">{words.marks.overdue}</Tag>}
          {one.escalated && <Tag colour="orange">{words.marks.escalated}</Tag>}
        </span>
      )}
    </>
  )
}
