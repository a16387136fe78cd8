// The programme's questionnaire. The server scores it: two places that score would differ one day.

import { useSearchParams } from 'react-router'

import { Button, Details, Form, Input, Radios, Select, Textarea, type Outcome } from '@/govuk'
import { post } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { radio_options, select_options, type Programme } from '@/lib/programmes'
import { useSaving } from '@/lib/use-saving'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { field_words, points, words } from './case-words'
import type { SectionProps } from './types'
import { useDone } from './use-done'

const kTitle = 'Assess the risk'

type Point = 'opening' | 'review' | 'closing'

function words_for(programme: Programme) {
  const text_of = (code: string) =>
    programme.questionnaire.questions.find((one) => one.code === code)?.text ?? code
  return { ...words, field: field_words(text_of) }
}

function read_answers(answers: FormData, programme: Programme) {
  return programme.questionnaire.questions.flatMap(({ code }) => {
    const answer = answers.get(`answers.${code}`)
    if (typeof answer !== 'string') return []
    return [{ question: code, answer, note: String(answers.get(`notes.${code}`) ?? '') }]
  })
}

export function AssessRisk({ the_case, programme, reload }: SectionProps) {
  const [search] = useSearchParams()
  const saving = useSaving(words_for(programme))
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-risk.${the_case.id}`)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={kTitle} />

  async function save(answers: FormData): Promise<Outcome> {
    const override_band = String(answers.get('override_band') ?? '')
    const body = {
      point: String(answers.get('point') ?? '') as Point,
      answers: read_answers(answers, programme),
      ...(override_band && {
        override_band,
        override_reason: String(answers.get('override_reason') ?? ''),
        override_note: String(answers.get('override_note') ?? ''),
      }),
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/risk-assessments', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('risk', 'risk_assessed')
    return 'saved'
  }

  const { by_field } = saving.errors
  const { questions, bands, override_reasons, title } = programme.questionnaire
  return (
    <CaseFormPage the_case={the_case} title={kTitle} back="risk" saving={saving}>
      <p className="govuk-body">
        {`${title}. Answer every question. "Not known" is an answer, and it counts.`}
      </p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="point"
          legend="When is this assessment?"
          legend_size="s"
          value={search.get('point') ?? undefined}
          options={radio_options(points)}
          error={by_field.point}
        />
        {questions.map(({ code, text, help, answers, core }) => (
          <div key={code}>
            <Radios
              name={`answers.${code}`}
              legend={text}
              legend_size="s"
              hint={[help, !core && 'Asked by this hub. It does not count into the core score.']
                .filter(Boolean)
                .join(' ')}
              options={radio_options(answers)}
              error={by_field[`answers.${code}`]}
            />
            <Input
              name={`notes.${code}`}
              label={
                <>
                  Note<span className="govuk-visually-hidden"> on: {text}</span>
                </>
              }
              error={by_field[`notes.${code}`]}
            />
          </div>
        ))}
        <Details
          summary="You know that the risk is higher or lower than the score will say"
          open={Object.keys(by_field).some((field) => field.startsWith('override')) || undefined}
        >
          <Select
            name="override_band"
            id="override.band"
            label="Band, by your professional judgement"
            options={select_options(bands, 'Leave it to the score')}
            error={by_field['override.band'] ?? by_field.override_band}
          />
          <Select
            name="override_reason"
            id="override.reason"
            label="Why?"
            options={select_options(override_reasons, 'Choose a reason')}
            error={by_field['override.reason'] ?? by_field.override_reason}
          />
          <Textarea
            name="override_note"
            id="override.note"
            label="What does the score not know?"
            hint="Both the score's band and yours are kept"
            rows={3}
            max_length={4000}
            error={by_field['override.note'] ?? by_field.override_note}
          />
        </Details>
        <Button busy={saving.busy}>Save the assessment</Button>
      </Form>
    </CaseFormPage>
  )
}
