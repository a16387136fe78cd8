// What changed: the same measures at the start, at reviews and at the end, the outcomes that were
// agreed, and demand before and after.

import { Details, InsetText, Table } from '@/govuk'
import { get } from '@/lib/api'
import { Bars } from '@/lib/chart'
import { format_date, format_month } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { label_of, type Programme } from '@/lib/programmes'
import { useLoaded } from '@/lib/use-loaded'

import { AddButton, case_path, CasePart } from './case-frame'
import { agreed_with, points } from './case-words'
import type { Case, Outcomes as AllOutcomes, SectionProps } from './types'

type Taken = AllOutcomes['measures'][number]
type Demand = AllOutcomes['demand'][number]
type Measure = Programme['measures'][number]

export function say_value(
  programme: Programme,
  measure: Measure,
  taken: Taken | undefined,
): string {
  if (!taken) return 'Not recorded'
  if (taken.value === null) {
    const why = label_of(programme.not_taken_reasons, taken.not_taken ?? '')
    return taken.not_taken ? `Not taken: ${why}` : 'Not taken'
  }
  if (measure.options.length === 0) return taken.value
  const label = label_of(measure.options, taken.value)
  return measure.kind === 'scale' ? `${taken.value}: ${label}` : label
}

// The last one of its kind at that point, because a case may be reopened and closed again.
function latest(measures: Taken[], code: string, point: string): Taken | undefined {
  return measures
    .filter((one) => one.measure === code && one.point === point)
    .sort((a, b) => (a.taken_on < b.taken_on ? 1 : -1))[0]
}

function SideBySide({ measures, programme }: { measures: Taken[]; programme: Programme }) {
  return (
    <Table
      caption="Measures at the start, at the last review and at the end"
      first_cell_is_header
      columns={[{ label: 'Measure' }, ...points.map(({ label }) => ({ label }))]}
      rows={programme.measures.map((measure) => ({
        key: measure.code,
        cells: [
          measure.label,
          ...points.map(({ code }) => {
            const taken = latest(measures, measure.code, code)
            const value = say_value(programme, measure, taken)
            return taken ? `${value}, ${format_date(taken.taken_on)}` : value
          }),
        ],
      }))}
    />
  )
}

// Start against end, or against the last review while there is no end.
function StartAgainstEnd({ measures, programme }: { measures: Taken[]; programme: Programme }) {
  const comparable = programme.measures.filter(({ kind }) => kind === 'score' || kind === 'scale')
  const compared = comparable.flatMap((measure) => {
    const start = latest(measures, measure.code, 'opening')?.value ?? null
    const end =
      latest(measures, measure.code, 'closing') ?? latest(measures, measure.code, 'review')
    const now = end?.value ?? null
    if (start === null || now === null) return []
    return [{ label: measure.label, before: Number(start), value: Number(now) }]
  })
  if (compared.length === 0) return null
  return compared.map((bar) => (
    <Bars
      key={bar.label}
      label={`${bar.label}: ${bar.before} at opening, ${bar.value} now or at closing`}
      bars={[bar]}
      value_label="Now or at closing"
      before_label="At opening"
    />
  ))
}

function Goals({ the_case, programme, goals }: GoalsProps) {
  return (
    <Table
      caption="Agreed outcomes"
      columns={[
        { label: 'What should be different' },
        { label: 'Agreed with' },
        { label: 'Agreed on' },
        { label: 'Result' },
      ]}
      rows={goals.map((one) => ({
        key: one.id,
        cells: [
          one.description,
          label_of(agreed_with, one.agreed_with),
          format_date(one.agreed_on),
          one.result === null ? (
            the_case.may_work && the_case.is_open ? (
              <a
                key="result"
                className="govuk-link"
                href={case_path(the_case, `outcomes/result/${one.id}`)}
              >
                Record whether it was met
                <span className="govuk-visually-hidden">: {one.description}</span>
              </a>
            ) : (
              'Not recorded'
            )
          ) : (
            `${label_of(programme.outcome_results, one.result)}${one.result_on ? `, ${format_date(one.result_on)}` : ''}`
          ),
        ],
      }))}
      empty="No outcomes have been agreed yet."
    />
  )
}

type GoalsProps = { the_case: Case; programme: Programme; goals: AllOutcomes['goals'] }

function span_of({ from_on, to_on }: Demand): string {
  return from_on && to_on ? `${format_date(from_on)} to ${format_date(to_on)}` : 'Not known yet'
}

function months_of({ months }: Demand): string {
  const [first] = months
  const last = months.at(-1)
  if (!first || !last) return 'No whole months'
  return first === last ? format_month(first) : `${format_month(first)} to ${format_month(last)}`
}

function say_count(one: Demand, count: number | null, without: string): string {
  if (!one.available) {
    return one.available_from ? `From ${format_date(one.available_from)}` : 'Not yet'
  }
  return count === null ? without : count.toLocaleString('en-GB')
}

function DemandTable({ demand }: { demand: Demand[] }) {
  const label = { before: 'Before opening', after: 'After closing' }
  return (
    <>
      <Table
        caption="Demand before and after"
        first_cell_is_header
        columns={[
          { label: 'When' },
          { label: 'Days' },
          { label: 'Reported to us', numeric: true },
          { label: 'Recorded by the police', numeric: true },
          { label: 'Whole months counted' },
        ]}
        rows={demand.map((one) => ({
          key: one.span,
          cells: [
            label[one.span],
            span_of(one),
            say_count(one, one.reported, 'Shown to the hub only'),
            say_count(one, one.recorded, 'No place with a position'),
            months_of(one),
          ],
        }))}
        empty="Demand cannot be counted yet."
      />
      <Details summary="What these figures mean">
        <p className="govuk-body">
          Incidents in the 90 days before the case was opened, against the 90 days after it was
          closed. Reported to us means incidents about those harmed or the same place, entered in
          this case or in another case of the hub. Recorded by the police means imported incidents
          at the places of the case. Those are known by month only, so only whole months are
          counted.
        </p>
        <p className="govuk-body">
          A fall shows that less was reported. It does not show by itself that the case caused it.
        </p>
      </Details>
    </>
  )
}

export function Outcomes({ the_case, programme }: SectionProps) {
  const { id } = the_case
  const loaded = useLoaded(`${case_path(the_case, 'outcomes')} ${the_case.revision}`, (signal) =>
    get('/cases/{id}/outcomes', { path: { id }, signal }),
  )
  const may = the_case.may_work && the_case.is_open
  return (
    <CasePart the_case={the_case} programme={programme} section="outcomes">
      <PartLoaded of={loaded}>
        {({ measures, goals, demand }) => (
          <>
            {!measures.some(({ point }) => point === 'opening') && may && (
              <InsetText>
                <p className="govuk-body">
                  The opening measures are not recorded yet. Without them nobody can say what
                  changed.
                </p>
                <AddButton may href={case_path(the_case, 'outcomes/measures')}>
                  Record the opening measures
                </AddButton>
              </InsetText>
            )}
            <SideBySide measures={measures} programme={programme} />
            <StartAgainstEnd measures={measures} programme={programme} />
            <Goals the_case={the_case} programme={programme} goals={goals} />
            <AddButton may={may} href={case_path(the_case, 'outcomes/goal')}>
              Agree an outcome
            </AddButton>
            <DemandTable demand={demand} />
          </>
        )}
      </PartLoaded>
    </CasePart>
  )
}
