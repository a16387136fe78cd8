// The risk over time: a picture, the assessments with their answers, and the way to the next one.

import { Details, InsetText, SummaryList, Table } from '@/govuk'
import { get } from '@/lib/api'
import { LineOverTime } from '@/lib/chart'
import { format_date } from '@/lib/dates'
import { say_due } from '@/lib/due'
import { PartLoaded } from '@/lib/part-loaded'
import { band_label, label_of, type Programme } from '@/lib/programmes'
import { useSession } from '@/lib/session-context'
import { useLoaded } from '@/lib/use-loaded'

import { AddButton, case_path, CasePart, RiskTag } from './case-frame'
import { points } from './case-words'
import type { RiskAssessment, SectionProps } from './types'

// Latest first, as they come. Scores of different questionnaires are not compared.
function ScoresOverTime({ assessments, programme }: ListProps) {
  const version = programme.questionnaire.version
  const same = assessments.filter((one) => one.questionnaire_version === version).reverse()
  if (same.length < 2) return null
  const spoken = same.map((one) => `${one.score} on ${format_date(one.assessed_on)}`).join(', ')
  return (
    <LineOverTime
      label={`Risk score over time: ${spoken}`}
      points={same.map((one) => ({
        key: one.id,
        label: format_date(one.assessed_on),
        value: one.score,
      }))}
      marks={programme.questionnaire.bands
        .filter(({ from_score }) => from_score > 0)
        .map(({ label, from_score }) => ({ value: from_score, label }))}
    />
  )
}
type ListProps = { assessments: RiskAssessment[]; programme: Programme }

function say_answer(programme: Programme, question: string, answer: string): string {
  const asked = programme.questionnaire.questions.find(({ code }) => code === question)
  return label_of(asked?.answers ?? [], answer)
}

function say_question(programme: Programme, code: string): string {
  const question = programme.questionnaire.questions.find((one) => one.code === code)
  if (!question) return label_of([], code)
  return question.core ? question.text : `${question.text} (asked by this hub)`
}

function Answers({ assessment, programme }: { assessment: RiskAssessment; programme: Programme }) {
  return (
    <Details summary={`Answers of ${format_date(assessment.assessed_on)}`}>
      <SummaryList
        rows={assessment.answers.map(({ question, answer, note }) => ({
          id: question,
          key: say_question(programme, question),
          value: (
            <>
              {say_answer(programme, question, answer)}
              {note && <p className="govuk-body govuk-!-margin-top-1 app-as-written">{note}</p>}
            </>
          ),
        }))}
      />
    </Details>
  )
}

function History({ assessments, programme }: ListProps) {
  return (
    <>
      <ScoresOverTime assessments={assessments} programme={programme} />
      <Table
        caption="Every assessment, latest first"
        stacked
        columns={[
          { label: 'Date' },
          { label: 'For' },
          { label: 'Score', numeric: true },
          { label: 'Hub score', numeric: true },
          { label: 'Band' },
          { label: 'By' },
        ]}
        rows={assessments.map((one) => ({
          key: one.id,
          cells: [
            format_date(one.assessed_on),
            label_of(points, one.point),
            one.score,
            one.local_score,
            <span key="band">
              {band_label(programme, one.band)}
              {one.band !== one.scored_band && (
                <>
                  <br />
                  {`The score alone gives: ${band_label(programme, one.scored_band)}. `}
                  {one.override_reason &&
                    `Changed because: ${label_of(
                      programme.questionnaire.override_reasons,
                      one.override_reason,
                    )}. `}
                  {one.override_note}
                </>
              )}
            </span>,
            one.recorded_by_name,
          ],
        }))}
        empty="The risk has not been assessed yet."
      />
      {assessments.map((one) => (
        <Answers key={one.id} assessment={one} programme={programme} />
      ))}
    </>
  )
}

export function Risk({ the_case, programme }: SectionProps) {
  const { today } = useSession().session
  const { id } = the_case
  const loaded = useLoaded(`${case_path(the_case, 'risk')} ${the_case.revision}`, (signal) =>
    get('/cases/{id}/risk-assessments', { path: { id }, signal }),
  )
  const score = the_case.risk_score === null ? '' : `Score ${the_case.risk_score}. `
  return (
    <CasePart the_case={the_case} programme={programme} section="risk">
      <p className="govuk-body">
        <RiskTag programme={programme} band={the_case.risk_band} />
      </p>
      {the_case.is_open && the_case.risk_score !== null && (
        <p className="govuk-body">
          {`${score}Assess again by ${say_due(the_case.reassess_by, today, 'no date')}.`}
        </p>
      )}
      <AddButton may={the_case.may_work && the_case.is_open} href={case_path(the_case, 'risk/new')}>
        Assess the risk
      </AddButton>
      <PartLoaded of={loaded}>
        {({ risk_assessments }) => <History assessments={risk_assessments} programme={programme} />}
      </PartLoaded>
      <InsetText>
        {`${programme.questionnaire.title}, version ${programme.questionnaire.version}. `}
        {programme.questionnaire.source}
      </InsetText>
    </CasePart>
  )
}
