// Closing: with a reason, a summary, whether the victim was told, what the programme needs to know
// at closing, whether the agreed outcomes were met, and the closing measures, all in one form and
// one request. What stands in the way is listed all at once, each with the way to put it right.

import { useState } from 'react'

import { Button, Form, Radios, Textarea, type Outcome } from '@/govuk'
import {
  AnswerFields,
  needed_at_closing,
  read_answers,
  type AnswerValues,
} from '@/lib/answer-fields'
import { get, put } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { radio_options, type Programme } from '@/lib/programmes'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { AnswerLists } from './answers'
import { changed_answers, has_answer, useAnswers } from './answers-on-record'
import { case_path, CaseFormPage, kFormId, NotForYou } from './case-frame'
import { told } from './case-words'
import { closing_errors, words_for_closing } from './closing-errors'
import { goal_field, GoalFields, read_goals } from './goal-fields'
import { case_field, Latest } from './manage'
import { MeasureFields, read_measures } from './measure-fields'
import type { Outcomes, SectionProps } from './types'
import { useDone } from './use-done'

const kTitle = 'Close this case'

type Field = Programme['fields'][number]
type OnRecord = { answers: AnswerValues; goals: Outcomes['goals'] }

export function CloseCase(props: SectionProps) {
  const { the_case } = props
  if (!the_case.may_run || !the_case.is_open)
    return <NotForYou the_case={the_case} title={kTitle} />
  return <WithRecord {...props} />
}

function WithRecord(props: SectionProps) {
  const { id } = props.the_case
  const recorded = useAnswers(props.the_case)
  // Not by revision: the form and what is typed stay while it is read again.
  const outcomes = useLoaded(case_path(props.the_case, 'outcomes'), (signal) =>
    get('/cases/{id}/outcomes', { path: { id }, signal }),
  )
  function read_again() {
    recorded.reload()
    outcomes.reload()
  }
  return (
    <WhenLoaded of={recorded}>
      {({ answers }) => (
        <WhenLoaded of={outcomes}>
          {({ goals }) => (
            <CloseForm {...props} on_record={{ answers, goals }} read_again={read_again} />
          )}
        </WhenLoaded>
      )}
    </WhenLoaded>
  )
}

// What has no answer. One that a colleague answers meanwhile does not take away what is typed.
function useAsked({ answers }: OnRecord): (field: Field) => boolean {
  const [at_first] = useState(answers)
  return (field) =>
    needed_at_closing(field) && !(has_answer(answers, field) && has_answer(at_first, field))
}

type FormProps = SectionProps & { on_record: OnRecord; read_again: () => void }

function CloseForm({ the_case, etag, programme, reload, on_record, read_again }: FormProps) {
  const saving = useSaving(words_for_closing(programme, on_record.goals))
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-close.${the_case.id}`)
  const asked = useAsked(on_record)
  const goals = on_record.goals.filter(({ result }) => result === null)

  async function save(given: FormData): Promise<Outcome> {
    const body = {
      reason: String(given.get('reason') ?? ''),
      summary: String(given.get('summary') ?? ''),
      victim_told: String(given.get('victim_told') ?? ''),
      measures: read_measures(given, programme),
      answers: changed_answers(read_answers(given, programme, asked), {}),
      goals: read_goals(given, goals),
    }
    const path = { id: the_case.id }
    const if_match = saving.match(etag)
    const answer = await saving.send(() => put('/cases/{id}/closure', { path, body, if_match }))
    if (!answer.ok) {
      // It may be about what a colleague agreed or recorded since, which the form then asks, or not.
      if (answer.refusal.fields.some(({ field }) => /^(answers|goals)\./.test(field))) read_again()
      return
    }
    done('', 'closed')
    return 'saved'
  }

  const { by_field } = saving.errors
  const asks = (name: string) =>
    programme.fields.some((field) => name === `answers.${field.code}` && asked(field)) ||
    goals.some((goal) => name === goal_field(goal))
  const closing = { the_case, programme, asks }
  const summary = closing_errors(closing, saving.refusal, saving.errors.summary)
  return (
    <CaseFormPage
      the_case={the_case}
      title={kTitle}
      back=""
      saving={{ ...saving, errors: { ...saving.errors, summary } }}
      reload={() => {
        reload()
        read_again()
      }}
      field_label={(code) =>
        programme.fields.find((field) => field.code === code)?.label ?? case_field(code)
      }
      latest={
        <>
          <Latest the_case={the_case} programme={programme} />
          <AnswerLists
            programme={programme}
            answers={on_record.answers}
            only={(field) => asked(field) && has_answer(on_record.answers, field)}
          />
        </>
      }
    >
      <p className="govuk-body">
        Before a case is closed, each action has a result and the risk has been assessed for
        closing. What you type here is kept while you put something right elsewhere.
      </p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="reason"
          legend="Why is the case closing?"
          legend_size="s"
          options={radio_options(programme.closing_reasons)}
          error={by_field.reason}
        />
        <Textarea
          name="summary"
          label="What was done, and what changed?"
          rows={8}
          max_length={8000}
          error={by_field.summary}
        />
        <Radios
          name="victim_told"
          legend="Has the victim been told that the case is closing, and why?"
          legend_size="s"
          options={radio_options([told, ...programme.not_told_reasons])}
          error={by_field.victim_told}
        />
        <AnswerFields
          programme={programme}
          values={on_record.answers}
          by_field={by_field}
          only={asked}
        />
        <GoalFields programme={programme} goals={goals} by_field={by_field} />
        <h2 className="govuk-heading-m">Closing measures</h2>
        <MeasureFields programme={programme} by_field={by_field} />
        <Button variant="warning" busy={saving.busy}>
          Close the case
        </Button>
      </Form>
    </CaseFormPage>
  )
}
