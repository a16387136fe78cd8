// The list of cases that the reader may see, narrowed by filters that live in the page's address.

import { useLocation, useNavigate, useSearchParams } from 'react-router'

import {
  Button,
  ButtonGroup,
  FilterPanel,
  NotificationBanner,
  Page,
  Pagination,
  Select,
  Table,
  Tag,
} from '@/govuk'
import type { components } from '@/api-types'
import { get } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { is_overdue, say_due } from '@/lib/due'
import { PartLoaded } from '@/lib/part-loaded'
import {
  band_colour,
  band_label,
  get_programmes,
  stage_label,
  type CodeLabel,
  type Programme,
} from '@/lib/programmes'
import { may, useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './cases-words'

type CaseSummary = components['schemas']['CaseSummary']
type Area = components['schemas']['Area']
type Due = 'review' | 'reassessment' | 'update' | 'action'

const kFilters = [
  'state',
  'area_id',
  'programme_code',
  'stage',
  'risk_band',
  'due',
  'lead',
] as const
type Filter = (typeof kFilters)[number]

export function CasesPage() {
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  const programmes = useLoaded('programmes', get_programmes)
  return (
    <WhenLoaded of={directory}>
      {({ areas }) => (
        <WhenLoaded of={programmes}>
          {(all) => <CasesList areas={areas} programmes={all} />}
        </WhenLoaded>
      )}
    </WhenLoaded>
  )
}

// What several programmes call alike is offered once.
export function all_of(lists: readonly (readonly CodeLabel[])[]): CodeLabel[] {
  return [...new Map(lists.flat().map(({ code, label }) => [code, { code, label }])).values()]
}

function address_with(search: URLSearchParams, changes: Record<string, string>): string {
  const next = new URLSearchParams(search)
  next.delete('after')
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next.size > 0 ? `/cases?${next}` : '/cases'
}

type ListProps = { areas: Area[]; programmes: Programme[] }

function choices_for({ areas, programmes }: ListProps): Record<Filter, CodeLabel[]> {
  return {
    state: [{ code: 'closed', label: 'Closed' }],
    area_id: areas.map(({ id, name }) => ({ code: id, label: name })),
    programme_code: programmes.map(({ code, title }) => ({ code, label: title })),
    stage: all_of(programmes.map(({ stages }) => stages.filter(({ closed }) => !closed))),
    risk_band: [
      ...all_of(programmes.map(({ questionnaire }) => questionnaire.bands)),
      { code: 'not_recorded', label: 'Not assessed' },
    ],
    due: Object.entries(words.due).map(([code, label]) => ({ code, label })),
    lead: [{ code: 'me', label: 'Led by me' }],
  }
}

const headings: Record<Filter, string> = {
  state: 'Open or closed',
  area_id: 'Hub',
  programme_code: 'Programme',
  stage: 'Stage',
  risk_band: 'Risk',
  due: 'What is due',
  lead: 'Lead',
}

const nothing: Record<Filter, string> = {
  state: 'Open',
  area_id: 'All hubs',
  programme_code: 'All programmes',
  stage: 'All stages',
  risk_band: 'All risk bands',
  due: 'Anything or nothing',
  lead: 'Anybody',
}

function CasesList({ areas, programmes }: ListProps) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { session } = useSession()
  const state = useLocation().state as { done?: string } | null
  const choices = choices_for({ areas, programmes })
  const value = (name: Filter) => search.get(name) ?? ''
  const due = value('due') as Due | ''
  const is_closed = value('state') === 'closed'

  const selected = kFilters.map((name) => {
    const chosen = choices[name].find(({ code }) => code === value(name))
    return {
      heading: headings[name],
      items: chosen
        ? [{ label: chosen.label, remove_href: address_with(search, { [name]: '' }) }]
        : [],
    }
  })

  function apply(answers: FormData) {
    const given = kFilters.map((name) => [name, String(answers.get(name) ?? '')])
    void navigate(address_with(new URLSearchParams(), Object.fromEntries(given)))
  }

  return (
    <Page title={is_closed ? words.closed : words.open} width="full">
      {state?.done === 'transferred' && (
        <NotificationBanner kind="success" text={words.transferred} />
      )}
      <h1 className="govuk-heading-l">{is_closed ? words.closed : words.open}</h1>
      {may(session, 'run_cases') && (
        <ButtonGroup>
          <Button href="/cases/new" variant="secondary">
            {words.new_case}
          </Button>
        </ButtonGroup>
      )}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-quarter app-narrow-fields">
          <FilterPanel
            key={search.toString()}
            onApply={apply}
            selected={selected}
            clear_href="/cases"
          >
            {kFilters.map((name) => (
              <Select
                key={name}
                name={name}
                label={headings[name]}
                value={value(name)}
                options={[
                  { value: '', label: nothing[name] },
                  ...choices[name].map(({ code, label }) => ({ value: code, label })),
                ]}
              />
            ))}
          </FilterPanel>
        </div>
        <div className="govuk-grid-column-three-quarters">
          <CasesTable areas={areas} programmes={programmes} due={due} is_closed={is_closed} />
          {may(session, 'export_records') && (
            <p className="govuk-body">
              <a
                className="govuk-link"
                download
                href={`/api/v1/exports/cases?state=${is_closed ? 'closed' : 'open'}`}
              >
                {`Download all ${is_closed ? 'closed' : 'open'} cases that you may see (CSV)`}
              </a>
            </p>
          )}
        </div>
      </div>
    </Page>
  )
}

type TableProps = ListProps & { due: Due | ''; is_closed: boolean }

function CasesTable({ areas, programmes, due, is_closed }: TableProps) {
  const [search] = useSearchParams()
  const given = (name: string) => search.get(name) || undefined
  const loaded = useLoaded(`/cases?${search}`, (signal) =>
    get('/cases', {
      query: {
        state: is_closed ? 'closed' : 'open',
        area_id: given('area_id'),
        programme_code: given('programme_code'),
        stage: given('stage'),
        risk_band: given('risk_band'),
        due: due || undefined,
        lead: given('lead') === 'me' ? 'me' : undefined,
        after: given('after'),
      },
      signal,
    }),
  )
  const after = search.get('after')
  const next_address = (next: string) => {
    const onward = new URLSearchParams(search)
    onward.set('after', next)
    return `/cases?${onward}`
  }
  return (
    <PartLoaded of={loaded}>
      {({ cases, next }) => (
        <>
          <Rows areas={areas} programmes={programmes} due={due} cases={cases} />
          <Pagination
            label="Pages of cases"
            previous_href={after ? address_with(search, {}) : undefined}
            next_href={next ? next_address(next) : undefined}
          />
        </>
      )}
    </PartLoaded>
  )
}

type RowsProps = ListProps & { due: Due | ''; cases: CaseSummary[] }

function Rows({ areas, programmes, due, cases }: RowsProps) {
  const { today, area_ids, sees_partnership } = useSession().session
  // Somebody of one hub need not read its name on every line.
  const only_mine =
    !sees_partnership &&
    area_ids.length === 1 &&
    cases.every(({ area_id }) => area_id === area_ids[0])
  const programme_of = (one: CaseSummary) =>
    programmes.find(({ code }) => code === one.programme_code)
  const hub_of = (one: CaseSummary) =>
    areas.find(({ id }) => id === one.area_id)?.name ?? 'A former hub'
  const date_of = (one: CaseSummary) => {
    if (due) {
      const late = is_overdue(one.due_on, today)
      return late ? <strong>{say_due(one.due_on, today)}</strong> : say_due(one.due_on, today)
    }
    return one.closed_on ? `Closed ${format_date(one.closed_on)}` : format_date(one.opened_on)
  }
  return (
    <Table
      caption="Cases"
      caption_hidden
      stacked
      first_cell_is_header
      columns={[
        { label: 'Case' },
        ...(only_mine ? [] : [{ label: 'Hub' }]),
        { label: 'Stage' },
        { label: 'Risk' },
        { label: due ? words.due[due] : 'Opened' },
        { label: 'Lead' },
      ]}
      rows={cases.map((one) => ({
        key: one.id,
        cells: [
          <span key="case">
            <a className="govuk-link app-reference" href={`/cases/${one.id}`}>
              {one.reference}
            </a>
            <br />
            <span className="govuk-!-font-weight-regular">{one.title}</span>
          </span>,
          ...(only_mine ? [] : [hub_of(one)]),
          stage_label(programmes, one.programme_code, one.stage),
          <Tag key="risk" colour={band_colour(one.risk_band)}>
            {band_label(programme_of(one), one.risk_band)}
          </Tag>,
          date_of(one),
          one.lead_user_name ?? 'Nobody yet',
        ],
      }))}
      empty={words.none}
    />
  )
}
