// Demand before opening and after closing.

import { Details, Table } from '@/govuk'
import { Bars } from '@/lib/chart'
import { format_date, format_month } from '@/lib/dates'
import { useSession } from '@/lib/session-context'

import type { Outcomes } from './types'

type Demand = Outcomes['demand'][number]
type DemandCount = Demand['reported']

function days_of({ from_on, to_on }: DemandCount): string {
  return from_on && to_on ? `${format_date(from_on)} to ${format_date(to_on)}` : 'Not known yet'
}

function months_of({ from_on, to_on }: DemandCount): string {
  if (!from_on || !to_on) return 'Not known yet'
  return `${format_month(from_on.slice(0, 7))} to ${format_month(to_on.slice(0, 7))}`
}

function say_count(one: DemandCount, without: string, today: string): string {
  if (one.available) return one.count === null ? without : one.count.toLocaleString('en-GB')
  if (!one.available_from) return 'Not yet'
  return one.available_from > today
    ? `From ${format_date(one.available_from)}`
    : 'Not all of these months are imported'
}

const demand_counts = [
  {
    of: 'reported' as const,
    label: 'Reported to us',
    without: 'Shown to the hub only',
    dates: days_of,
  },
  {
    of: 'recorded' as const,
    label: 'Recorded by the police',
    without: 'No place with a position',
    dates: months_of,
  },
]

// Only where both spans are over: half a comparison would mislead.
function DemandPicture({ demand }: { demand: Demand[] }) {
  const before = demand.find(({ span }) => span === 'before')
  const after = demand.find(({ span }) => span === 'after')
  if (!before || !after) return null
  const bars = demand_counts
    .filter(({ of }) => before[of].available && after[of].available)
    .map(({ of, label }) => ({ label, value: after[of].count, before: before[of].count }))
    .filter((bar) => bar.value !== null && bar.before !== null)
  if (bars.length === 0) return null
  const spoken = bars.map((bar) => `${bar.label}: ${bar.before} before, ${bar.value} after`)
  return (
    <Bars
      label={`Demand. ${spoken.join('. ')}.`}
      bars={bars}
      value_label="After closing"
      before_label="Before opening"
    />
  )
}

export function DemandTable({ demand }: { demand: Demand[] }) {
  const { today } = useSession().session
  const before = demand.find(({ span }) => span === 'before')
  const after = demand.find(({ span }) => span === 'after')
  const rows = before && after ? demand_counts : []
  return (
    <>
      <Table
        caption="Demand before and after"
        first_cell_is_header
        columns={[
          { label: 'Incidents' },
          { label: 'Before opening', numeric: true },
          { label: 'Dates before' },
          { label: 'After closing', numeric: true },
          { label: 'Dates after' },
        ]}
        rows={rows.map(({ of, label, without, dates }) => ({
          key: of,
          cells: [
            label,
            ...[before, after].flatMap((one) =>
              one ? [say_count(one[of], without, today), dates(one[of])] : [],
            ),
          ],
        }))}
        empty="Demand cannot be counted yet."
        stacked
      />
      <DemandPicture demand={demand} />
      <Details summary="What these figures mean">
        <p className="govuk-body">
          Reported to us means incidents about those harmed or the same place, entered in this case
          or in another case of the hub, over as many days before the day of opening as after the
          day of closing.
        </p>
        <p className="govuk-body">
          Recorded by the police means imported incidents at the places of the case. The police
          publish them by month only, so these are counted in the three whole months before the
          month of opening and after the month of closing.
        </p>
        <p className="govuk-body">
          A fall shows that less was reported. It does not show by itself that the case caused it.
        </p>
      </Details>
    </>
  )
}
