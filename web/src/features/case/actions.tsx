// The plan: what each agency agreed to do, by when, and how it ended.

import { Button, DateInput, Form, read_date, Select, Table, Textarea, type Outcome } from '@/govuk'
import { get, post, put, type Answer } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { useDraft } from '@/lib/drafts'
import { say_due } from '@/lib/due'
import { PartLoaded } from '@/lib/part-loaded'
import { label_of, select_options } from '@/lib/programmes'
import { useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { AddButton, case_path, CaseFormPage, CasePart, kFormId, NotForYou } from './case-frame'
import { words } from './case-words'
import { chosen_or_null, LeadFields } from './lead-fields'
import type { Action, Case, SectionProps } from './types'
import { useDone } from './use-done'

export function useActions(the_case: Case) {
  const { id } = the_case
  return useLoaded(`${case_path(the_case, 'actions')} ${the_case.revision}`, (signal) =>
    get('/cases/{id}/actions', { path: { id }, signal }),
  )
}

function What({ action, programme }: { action: Action } & Pick<SectionProps, 'programme'>) {
  return (
    <>
      {action.tool && <strong>{label_of(programme.tools, action.tool)}</strong>}
      {action.tool && <br />}
      <span className="app-as-written">{action.description}</span>
    </>
  )
}

function who(action: Action): string {
  return [action.owner_user_name, action.owner_agency_name].filter(Boolean).join(', ')
}

function Links({ the_case, action }: { the_case: Case; action: Action }) {
  if (!the_case.may_work || !the_case.is_open) return null
  const of_it = <span className="govuk-visually-hidden">: {action.description}</span>
  return (
    <>
      <a className="govuk-link" href={case_path(the_case, `actions/result/${action.id}`)}>
        Record the result{of_it}
      </a>
      <br />
      <a className="govuk-link" href={case_path(the_case, `actions/change/${action.id}`)}>
        Change{of_it}
      </a>
    </>
  )
}

export function Actions({ the_case, programme }: SectionProps) {
  const { today } = useSession().session
  const loaded = useActions(the_case)
  return (
    <CasePart the_case={the_case} programme={programme} section="actions">
      <AddButton
        may={the_case.may_work && the_case.is_open}
        href={case_path(the_case, 'actions/add')}
      >
        Add an action
      </AddButton>
      <PartLoaded of={loaded}>
        {({ actions }) => (
          <>
            <Table
              caption="Open actions"
              stacked
              columns={[
                { label: 'What' },
                { label: 'Who' },
                { label: 'Due' },
                { label: <span className="govuk-visually-hidden">What to do</span> },
              ]}
              rows={actions
                .filter(({ result }) => result === null)
                .map((action) => ({
                  key: action.id,
                  cells: [
                    <What key="what" action={action} programme={programme} />,
                    who(action),
                    action.overdue ? (
                      <strong key="due">{say_due(action.due_on, today)}</strong>
                    ) : (
                      say_due(action.due_on, today)
                    ),
                    <Links key="links" the_case={the_case} action={action} />,
                  ],
                }))}
              empty="No actions are open."
            />
            <Table
              caption="Actions that have ended"
              stacked
              columns={[{ label: 'What' }, { label: 'Who' }, { label: 'Result' }]}
              rows={actions
                .filter(({ result }) => result !== null)
                .map((action) => ({
                  key: action.id,
                  cells: [
                    <What key="what" action={action} programme={programme} />,
                    who(action),
                    <span key="result">
                      {label_of(programme.action_results, action.result ?? '')}
                      {action.completed_on && `, ${format_date(action.completed_on)}`}
                      {action.result_note && (
                        <>
                          <br />
                          <span className="app-as-written">{action.result_note}</span>
                        </>
                      )}
                    </span>,
                  ],
                }))}
              empty="No actions have ended yet."
            />
          </>
        )}
      </PartLoaded>
    </CasePart>
  )
}

const fields: Record<string, string> = {
  tool: 'kind of action',
  description: 'what was agreed',
  owner_agency_id: 'agency',
  owner_user_id: 'person',
  due_on: 'due date',
  remind_on: 'reminder',
  result: 'result',
}
export const action_field = (field: string) => fields[field] ?? field

// Adding one, or changing the one that the address names.
export function ActionForm(props: SectionProps) {
  const loaded = useActions(props.the_case)
  if (props.link === '')
    return <PlanForm {...props} action={null} reload_actions={() => undefined} />
  return (
    <WhenLoaded of={loaded}>
      {({ actions }) => {
        const action = actions.find(({ id }) => id === props.link)
        if (!action) return <NotForYou the_case={props.the_case} title="Change an action" />
        return <PlanForm {...props} action={action} reload_actions={loaded.reload} />
      }}
    </WhenLoaded>
  )
}

type PlanProps = SectionProps & { action: Action | null; reload_actions: () => void }

function PlanForm({ the_case, programme, reload, action, reload_actions }: PlanProps) {
  const title = action ? 'Change an action' : 'Add an action'
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-action.${action?.id ?? the_case.id}`)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      tool: String(answers.get('tool') ?? ''),
      description: String(answers.get('description') ?? ''),
      owner_agency_id: String(answers.get('owner_agency_id') ?? ''),
      owner_user_id: chosen_or_null(answers, 'owner_user_id'),
      due_on: read_date(answers, 'due_on') ?? '',
      remind_on: read_date(answers, 'remind_on'),
    }
    const answer = await saving.send((): Promise<Answer<unknown>> => {
      if (!action) return post('/cases/{id}/actions', { path: { id: the_case.id }, body })
      const path = { id: the_case.id, link: action.id }
      const if_match = saving.match(etag_of(action.revision))
      return put('/cases/{id}/actions/{link}', { path, body, if_match })
    })
    if (!answer.ok) return
    done('actions', action ? 'action_changed' : 'action_added')
    return 'saved'
  }

  const { by_field } = saving.errors
  const in_case = [
    the_case.lead_agency_id,
    ...the_case.partners.filter(({ to_on }) => to_on === null).map(({ agency_id }) => agency_id),
  ]
  return (
    <CaseFormPage
      the_case={the_case}
      title={title}
      back="actions"
      saving={saving}
      reload={reload_actions}
      field_label={action_field}
      latest={
        action && (
          <p className="govuk-body">
            <What action={action} programme={programme} />
            {` ${who(action)}. Due ${format_date(action.due_on)}.`}
          </p>
        )
      }
    >
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Select
          name="tool"
          label="Kind of action"
          value={action?.tool ?? ''}
          options={select_options(programme.tools, 'None of the listed kinds')}
          error={by_field.tool}
        />
        <Textarea
          name="description"
          label="What was agreed?"
          hint="Say it so that somebody else could do it"
          value={action?.description}
          max_length={2000}
          error={by_field.description}
        />
        <LeadFields
          agency_name="owner_agency_id"
          user_name="owner_user_id"
          agency_label="Which agency will do it?"
          user_label="Who in that agency?"
          agency_id={action?.owner_agency_id ?? the_case.lead_agency_id}
          user_id={action?.owner_user_id ?? ''}
          user_none="Not named yet"
          only_agencies={in_case}
          errors={by_field}
        />
        <DateInput
          name="due_on"
          legend="When is it due?"
          hint="For example, 27 3 2026"
          value={action?.due_on}
          error={by_field.due_on}
        />
        <DateInput
          name="remind_on"
          legend="When should they be reminded?"
          hint="Leave this empty for no reminder"
          value={action?.remind_on ?? undefined}
          error={by_field.remind_on}
        />
        <Button busy={saving.busy}>{action ? 'Save the action' : 'Add the action'}</Button>
      </Form>
    </CaseFormPage>
  )
}
