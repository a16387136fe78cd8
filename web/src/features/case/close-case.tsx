// Closing: with a reason, a summary, whether the victim was told, what the programme needs to know
// at closing, and the closing measures, all in one form. What stands in the way is listed all at
// once, each with the way to put it right.

import { Button, Form, Radios, Textarea, type Outcome, type PageError } from '@/govuk'
import { AnswerFields, needed_at_closing, type AnswerValues } from '@/lib/answer-fields'
import { put } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { label_of, radio_options, say_code, type Programme } from '@/lib/programmes'
import type { Refusal } from '@/lib/refusal'
import { useSaving } from '@/lib/use-saving'

import { useAnswersFirst, WithAnswers } from './answers-first'
import { case_path, CaseFormPage, kFormId, NotForYou } from './case-frame'
import { obstacles, told } from './case-words'
import { case_field, Latest } from './manage'
import { MeasureFields, read_measures, words_for_measures } from './measure-fields'
import type { Case, SectionProps } from './types'
import { useDone } from './use-done'

const kTitle = 'Close this case'

// A refusal's field as a line that leads to where it is put right; nothing for the form's own.
export function say_obstacle(
  the_case: Case,
  programme: Programme,
  { field, code }: { field: string; code: string },
): PageError | null {
  const known = obstacles[field] ?? obstacles[code]
  if (known) return { text: known.text, href: case_path(the_case, known.where) }
  if (field.startsWith('answers.')) {
    const asked = programme.fields.find((one) => `answers.${one.code}` === field)
    if (asked && needed_at_closing(asked)) return null // this form asks it
    const label = label_of(programme.fields, field.slice('answers.'.length))
    return { text: `Answer in the details: ${label}`, href: case_path(the_case, 'answers/change') }
  }
  if (field.startsWith('goals.')) {
    return {
      text: 'Record whether each agreed outcome was met',
      href: case_path(the_case, 'outcomes'),
    }
  }
  return code === 'obstacle' ? { text: say_code(field), href: case_path(the_case) } : null
}

export function closing_errors(
  the_case: Case,
  programme: Programme,
  refusal: Refusal | null,
  explained: PageError[],
): PageError[] {
  if (!refusal) return []
  const in_the_way = refusal.fields.flatMap((one) => say_obstacle(the_case, programme, one) ?? [])
  const own = refusal.fields.filter((one) => say_obstacle(the_case, programme, one) === null)
  const own_hrefs = new Set(own.map(({ field }) => `#${field}`))
  if (in_the_way.length === 0) return explained
  return [...in_the_way, ...explained.filter(({ href }) => href && own_hrefs.has(href))]
}

export function CloseCase(props: SectionProps) {
  const { the_case } = props
  if (!the_case.may_run || !the_case.is_open)
    return <NotForYou the_case={the_case} title={kTitle} />
  return (
    <WithAnswers the_case={the_case}>
      {(answers) => <CloseForm {...props} answers={answers} />}
    </WithAnswers>
  )
}

function CloseForm({ answers, ...props }: SectionProps & { answers: AnswerValues }) {
  const { the_case, programme, reload } = props
  const saving = useSaving(words_for_measures(programme))
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-close.${the_case.id}`)
  const save_answers = useAnswersFirst(props, saving, answers, needed_at_closing)

  async function save(given: FormData): Promise<Outcome> {
    const if_match = await save_answers(given)
    if (if_match === null) return
    const body = {
      reason: String(given.get('reason') ?? ''),
      summary: String(given.get('summary') ?? ''),
      victim_told: String(given.get('victim_told') ?? ''),
      measures: read_measures(given, programme),
    }
    const path = { id: the_case.id }
    const answer = await saving.send(() => put('/cases/{id}/closure', { path, body, if_match }))
    if (!answer.ok) return
    done('', 'closed')
    return 'saved'
  }

  const { by_field } = saving.errors
  const summary = closing_errors(the_case, programme, saving.refusal, saving.errors.summary)
  return (
    <CaseFormPage
      the_case={the_case}
      title={kTitle}
      back=""
      saving={{ ...saving, errors: { ...saving.errors, summary } }}
      reload={reload}
      field_label={case_field}
      latest={<Latest the_case={the_case} programme={programme} />}
    >
      <p className="govuk-body">
        Before a case is closed, each action has a result and the risk has been assessed for
        closing. What you type here is kept while you put something right elsewhere.
      </p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="reason"
          id="closing_reason"
          legend="Why is the case closing?"
          legend_size="s"
          options={radio_options(programme.closing_reasons)}
          error={by_field.reason ?? by_field.closing_reason}
        />
        <Textarea
          name="summary"
          id="closing_summary"
          label="What was done, and what changed?"
          rows={8}
          max_length={8000}
          error={by_field.summary ?? by_field.closing_summary}
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
          values={answers}
          by_field={by_field}
          only={needed_at_closing}
        />
        <h2 className="govuk-heading-m">Closing measures</h2>
        <MeasureFields programme={programme} by_field={by_field} />
        <Button variant="warning" busy={saving.busy}>
          Close the case
        </Button>
      </Form>
    </CaseFormPage>
  )
}
