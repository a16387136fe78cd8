// How an action ended. "Not done" and "overtaken" are different things, so each has its own answer.

import {
  Button,
  DateInput,
  Form,
  InsetText,
  Radios,
  read_date,
  Textarea,
  type Outcome,
} from '@/govuk'
import { put } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { useDraft } from '@/lib/drafts'
import { radio_options } from '@/lib/programmes'
import { useSession } from '@/lib/session-context'
import { WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { action_field, useActions } from './actions'
import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { words } from './case-words'
import type { Action, SectionProps } from './types'
import { useDone } from './use-done'

const kTitle = 'Record the result of an action'

export function ActionResultForm(props: SectionProps) {
  const loaded = useActions(props.the_case)
  return (
    <WhenLoaded of={loaded}>
      {({ actions }) => {
        const action = actions.find(({ id }) => id === props.link)
        if (!action || !props.the_case.may_work) {
          return <NotForYou the_case={props.the_case} title={kTitle} />
        }
        return <ResultForm {...props} action={action} reload_actions={loaded.reload} />
      }}
    </WhenLoaded>
  )
}

type Props = SectionProps & { action: Action; reload_actions: () => void }

function ResultForm({ the_case, programme, reload, action, reload_actions }: Props) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-action-result.${action.id}`)
  const { today } = useSession().session

  async function save(answers: FormData): Promise<Outcome> {
    const completed_on = read_date(answers, 'completed_on')
    const body = {
      result: String(answers.get('result') ?? ''),
      note: String(answers.get('note') ?? ''),
      ...(completed_on && { completed_on }),
    }
    const answer = await saving.send(() =>
      put('/cases/{id}/actions/{link}/result', {
        path: { id: the_case.id, link: action.id },
        body,
        if_match: saving.match(etag_of(action.revision)),
      }),
    )
    if (!answer.ok) return
    done('actions', 'action_result')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage
      the_case={the_case}
      title={kTitle}
      back="actions"
      saving={saving}
      reload={reload_actions}
      field_label={action_field}
      latest={
        <p className="govuk-body">
          {`${action.description} ${action.owner_agency_name}. Due ${format_date(action.due_on)}.`}
        </p>
      }
    >
      <InsetText>
        <span className="app-as-written">{action.description}</span>
        <br />
        {`${action.owner_agency_name}, due ${format_date(action.due_on)}`}
      </InsetText>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="result"
          legend="How did it end?"
          legend_size="s"
          options={radio_options(programme.action_results)}
          error={by_field.result}
        />
        <Textarea
          name="note"
          id="result_note"
          label="What happened, or why was it not done?"
          hint="Needed unless it was done"
          max_length={4000}
          error={by_field.note ?? by_field.result_note}
        />
        <DateInput
          name="completed_on"
          legend="When did it end?"
          value={today}
          error={by_field.completed_on}
        />
        <Button busy={saving.busy}>Record the result</Button>
      </Form>
    </CaseFormPage>
  )
}
