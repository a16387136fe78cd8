// What changed: the same measures at the start, at reviews and at the end, the outcomes that were
// agreed, and demand before and after.

import { InsetText, Table } from '@/govuk'
import { get } from '@/lib/api'
import { Moves } from '@/lib/chart'
import { format_date } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { label_of, type Programme } from '@/lib/programmes'
import { useLoaded } from '@/lib/use-loaded'

import { AddButton, case_path, CasePart } from './case-frame'
import { agreed_with, points } from './case-words'
import { DemandTable } from './demand'
import type { Case, Outcomes as AllOutcomes, SectionProps } from './types'

type Taken = AllOutcomes['measures'][number]
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
      stacked
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

// From worse to better, as the programmes list their options; a score is a score of risk.
function said_ends(measure: Measure): [string, string] {
  if (measure.kind === 'score') {
    return [`${measure.highest}: highest risk`, `${measure.lowest}: lowest risk`]
  }
  const [first] = measure.options
  const last = measure.options.at(-1)
  if (!first || !last) return [String(measure.lowest), String(measure.highest)]
  const say = ({ code, label }: typeof first) =>
    measure.kind === 'scale' ? `${code}: ${label}` : label
  return [say(first), say(last)]
}

// How far along its scale a value stands, from 0 to 1; null for what is not on it.
export function share_of(measure: Measure, value: string): number | null {
  const place = measure.options.findIndex(({ code }) => code === value)
  if (measure.options.length > 1) return place < 0 ? null : place / (measure.options.length - 1)
  const span = measure.highest - measure.lowest
  const share = span > 0 ? (Number(value) - measure.lowest) / span : NaN
  if (!(share >= 0 && share <= 1)) return null
  return measure.kind === 'score' ? 1 - share : share
}

// Start against end, or against the last review while there is no end.
function StartAgainstEnd({ measures, programme }: { measures: Taken[]; programme: Programme }) {
  const compared = programme.measures.flatMap((measure) => {
    const first = latest(measures, measure.code, 'opening')
    const last =
      latest(measures, measure.code, 'closing') ?? latest(measures, measure.code, 'review')
    const start = share_of(measure, first?.value ?? '')
    const end = share_of(measure, last?.value ?? '')
    if (start === null || end === null) return []
    const spoken = `${say_value(programme, measure, first)}, then ${say_value(programme, measure, last)}`
    return [{ label: measure.label, ends: said_ends(measure), start, end, spoken }]
  })
  if (compared.length === 0) return null
  const spoken = compared.map((one) => `${one.label}: ${one.spoken}`).join('. ')
  return (
    <Moves
      label={`What changed. ${spoken}.`}
      moves={compared}
      start_label="At opening"
      end_label="At closing, or at the last review"
    />
  )
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
      stacked
    />
  )
}

type GoalsProps = { the_case: Case; programme: Programme; goals: AllOutcomes['goals'] }

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
            <StartAgainstEnd measures={measures} programme={programme} />
            <SideBySide measures={measures} programme={programme} />
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
