// The programme's own fields of the case: what was answered, and the form to change it.

import { Button, Form, SummaryList, type Outcome } from '@/govuk'
import {
  AnswerFields,
  read_answers,
  sections_of,
  yes_no_unknown,
  type AnswerValues,
} from '@/lib/answer-fields'
import { put } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { useDraft } from '@/lib/drafts'
import { PartLoaded } from '@/lib/part-loaded'
import { label_of, type Programme } from '@/lib/programmes'
import { WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { useAnswers } from './answers-on-record'
import { AddButton, case_path, CaseFormPage, CasePart, kFormId, NotForYou } from './case-frame'
import { words_for_measures } from './measure-fields'
import type { SectionProps } from './types'
import { useDone } from './use-done'

type Field = Programme['fields'][number]

export function say_answer(field: Field, values: string[]): string {
  if (values.length === 0) return 'Not recorded'
  if (field.type === 'date') return values.map(format_date).join(', ')
  const options = field.type === 'yes_no_unknown' ? yes_no_unknown : field.options
  const has_options = options.length > 0
  return values.map((value) => (has_options ? label_of(options, value) : value)).join(', ')
}

type ListProps = {
  programme: Programme
  answers: AnswerValues
  only?: (field: Field) => boolean
}

export function AnswerLists({ programme, answers, only = () => true }: ListProps) {
  const sections = sections_of(programme).map(({ section, fields }) => ({
    section,
    fields: fields.filter(only),
  }))
  return sections
    .filter(({ fields }) => fields.length > 0)
    .map(({ section, fields }) => (
      <section key={section}>
        <h3 className="govuk-heading-s">{label_of(programme.sections, section)}</h3>
        <SummaryList
          rows={fields.map((field) => ({
            id: field.code,
            key: field.core ? field.label : `${field.label} (asked by this hub)`,
            value: (
              <span className="app-as-written">{say_answer(field, answers[field.code] ?? [])}</span>
            ),
          }))}
        />
      </section>
    ))
}

export function AnswersPart({ the_case, programme }: SectionProps) {
  const loaded = useAnswers(the_case)
  return (
    <CasePart the_case={the_case} programme={programme} section="answers">
      <AddButton
        may={the_case.may_work && the_case.is_open}
        href={case_path(the_case, 'answers/change')}
      >
        Change the details
      </AddButton>
      <PartLoaded of={loaded}>
        {({ answers }) => <AnswerLists programme={programme} answers={answers} />}
      </PartLoaded>
    </CasePart>
  )
}

export function AnswersForm(props: SectionProps) {
  const loaded = useAnswers(props.the_case)
  return (
    <WhenLoaded of={loaded}>
      {({ answers }) => (
        <ChangeAnswers {...props} answers={answers} reload_answers={loaded.reload} />
      )}
    </WhenLoaded>
  )
}

type ChangeProps = SectionProps & { answers: AnswerValues; reload_answers: () => void }

function ChangeAnswers({
  the_case,
  etag,
  programme,
  reload,
  answers,
  reload_answers,
}: ChangeProps) {
  const title = 'Change the details'
  const saving = useSaving(words_for_measures(programme))
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-answers.${the_case.id}`)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={title} />

  async function save(given: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      put('/cases/{id}/answers', {
        path: { id: the_case.id },
        body: { answers: read_answers(given, programme) },
        if_match: saving.match(etag),
      }),
    )
    if (!answer.ok) return
    done('answers', 'answers')
    return 'saved'
  }

  const field_label = (code: string) => label_of(programme.fields, code.replace(/^answers\./, ''))
  return (
    <CaseFormPage
      the_case={the_case}
      title={title}
      back="answers"
      saving={saving}
      reload={reload_answers}
      field_label={field_label}
      latest={<AnswerLists programme={programme} answers={answers} />}
    >
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <AnswerFields programme={programme} values={answers} by_field={saving.errors.by_field} />
        <Button busy={saving.busy}>Save the details</Button>
      </Form>
    </CaseFormPage>
  )
}
