// Recording the opening measures, agreeing an outcome, and recording whether it was met.

import { Button, Form, InsetText, Radios, Textarea, type Outcome } from '@/govuk'
import { get, post, put } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { radio_options } from '@/lib/programmes'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { agreed_with, words } from './case-words'
import { MeasureFields, read_measures, words_for_measures } from './measure-fields'
import type { Outcomes, SectionProps } from './types'
import { useDone } from './use-done'

type AgreedWith = 'victim' | 'household' | 'partners' | 'community'
type GoalResultCode = 'met' | 'partly_met' | 'not_met' | 'no_longer_wanted'

export function OpeningMeasures({ the_case, programme, reload }: SectionProps) {
  const title = 'Record the opening measures'
  const saving = useSaving(words_for_measures(programme))
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-measures.${the_case.id}`)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const body = { measures: read_measures(answers, programme) }
    const answer = await saving.send(() =>
      post('/cases/{id}/outcomes/measures', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('outcomes', 'measures_recorded')
    return 'saved'
  }

  return (
    <CaseFormPage the_case={the_case} title={title} back="outcomes" saving={saving}>
      <p className="govuk-body">
        The risk band and score come from the risk assessment at opening.
      </p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <MeasureFields programme={programme} by_field={saving.errors.by_field} />
        <Button busy={saving.busy}>Record the measures</Button>
      </Form>
    </CaseFormPage>
  )
}

export function GoalForm({ the_case, reload }: SectionProps) {
  const title = 'Agree an outcome'
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-goal.${the_case.id}`)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      description: String(answers.get('description') ?? ''),
      agreed_with: String(answers.get('agreed_with') ?? '') as AgreedWith,
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/outcomes/goals', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('outcomes', 'goal_added')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage the_case={the_case} title={title} back="outcomes" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Textarea
          name="description"
          label="What should be different when this is over?"
          hint="In the words of those it matters to. For example, my daughter can sleep at night"
          rows={3}
          max_length={1000}
          error={by_field.description}
        />
        <Radios
          name="agreed_with"
          legend="Whom was it agreed with?"
          legend_size="s"
          options={radio_options(agreed_with)}
          error={by_field.agreed_with}
        />
        <Button busy={saving.busy}>Save the outcome</Button>
      </Form>
    </CaseFormPage>
  )
}

export function GoalResult(props: SectionProps) {
  const { the_case, link } = props
  const { id } = the_case
  const loaded = useLoaded(`/cases/${id}/outcomes ${the_case.revision}`, (signal) =>
    get('/cases/{id}/outcomes', { path: { id }, signal }),
  )
  return (
    <WhenLoaded of={loaded}>
      {({ goals }) => {
        const goal = goals.find((one) => one.id === link)
        if (!goal || !the_case.may_work) {
          return <NotForYou the_case={the_case} title="Record whether an outcome was met" />
        }
        return <GoalResultForm {...props} goal={goal} reload_goals={loaded.reload} />
      }}
    </WhenLoaded>
  )
}

type ResultProps = SectionProps & { goal: Outcomes['goals'][number]; reload_goals: () => void }

function GoalResultForm({ the_case, programme, reload, goal, reload_goals }: ResultProps) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)

  async function save(answers: FormData): Promise<Outcome> {
    const body = { result: String(answers.get('result') ?? '') as GoalResultCode }
    const answer = await saving.send(() =>
      put('/cases/{id}/outcomes/goals/{link}/result', {
        path: { id: the_case.id, link: goal.id },
        body,
        if_match: saving.match(etag_of(goal.revision)),
      }),
    )
    if (!answer.ok) return
    done('outcomes', 'goal_result')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage
      the_case={the_case}
      title="Record whether an outcome was met"
      back="outcomes"
      saving={saving}
      reload={reload_goals}
      latest={<p className="govuk-body">{goal.description}</p>}
    >
      <InsetText>{goal.description}</InsetText>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Radios
          name="result"
          legend="Was it met?"
          legend_size="s"
          options={radio_options(programme.outcome_results)}
          error={by_field.result}
        />
        <Button busy={saving.busy}>Save the result</Button>
      </Form>
    </CaseFormPage>
  )
}
