// Running the case: title and lead, stage, the hub that has it, opening it again.

import { useNavigate } from 'react-router'

import {
  Button,
  Form,
  InsetText,
  Input,
  Radios,
  Select,
  Textarea,
  WarningText,
  type Outcome,
} from '@/govuk'
import { get, put } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { label_of, radio_options, type Programme } from '@/lib/programmes'
import { useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { consents, words } from './case-words'
import { chosen_or_null, LeadFields } from './lead-fields'
import type { Case, SectionProps } from './types'
import { useDone } from './use-done'

type Consent = 'given' | 'not_needed' | 'refused'

const fields: Record<string, string> = {
  title: 'title',
  lead_agency_id: 'agency that leads',
  lead_user_id: 'lead worker',
  stage: 'stage',
  area_id: 'hub',
}
export const case_field = (field: string) => fields[field] ?? field

// What everybody is shown when somebody else saved first.
export function Latest({ the_case, programme }: { the_case: Case; programme: Programme }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>{`Title: ${the_case.title}`}</li>
      <li>{`Stage: ${label_of(programme.stages, the_case.stage)}`}</li>
      <li>{`Hub: ${the_case.area_name}`}</li>
      <li>{`Lead: ${the_case.lead_user_name ?? 'Nobody yet'}, ${the_case.lead_agency_name}`}</li>
    </ul>
  )
}

export function ChangeCase({ the_case, etag, programme, reload }: SectionProps) {
  const title = 'Change the title or the lead'
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-change.${the_case.id}`)
  if (!the_case.may_run || !the_case.is_open) return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      title: String(answers.get('title') ?? ''),
      lead_agency_id: String(answers.get('lead_agency_id') ?? ''),
      lead_user_id: chosen_or_null(answers, 'lead_user_id'),
    }
    const path = { id: the_case.id }
    const answer = await saving.send(() =>
      put('/cases/{id}', { path, body, if_match: saving.match(etag) }),
    )
    if (!answer.ok) return
    done('', 'changed')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage
      the_case={the_case}
      title={title}
      back=""
      saving={saving}
      reload={reload}
      field_label={case_field}
      latest={<Latest the_case={the_case} programme={programme} />}
    >
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Input
          name="title"
          label="Title"
          hint="Short, and without names or addresses of people"
          value={the_case.title}
          error={by_field.title}
        />
        <LeadFields
          agency_name="lead_agency_id"
          user_name="lead_user_id"
          agency_label="Which agency leads?"
          user_label="Who leads?"
          agency_id={the_case.lead_agency_id}
          user_id={the_case.lead_user_id ?? ''}
          user_none="Nobody yet"
          errors={by_field}
        />
        <Button busy={saving.busy}>Save</Button>
      </Form>
    </CaseFormPage>
  )
}

// The stages that may follow, but not the closed one: closing is a form of its own.
export function next_stages(the_case: Case, programme: Programme) {
  const now = programme.stages.find(({ code }) => code === the_case.stage)
  return programme.stages.filter(
    ({ code, closed }) => !closed && (now?.may_move_to.includes(code) ?? false),
  )
}

export function MoveStage({ the_case, etag, programme, reload }: SectionProps) {
  const title = 'Move to another stage'
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-stage.${the_case.id}`)
  if (!the_case.may_run || !the_case.is_open) return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const reason = String(answers.get('reason') ?? '')
    const body = { stage: String(answers.get('stage') ?? ''), ...(reason && { reason }) }
    const path = { id: the_case.id }
    const answer = await saving.send(() =>
      put('/cases/{id}/stage', { path, body, if_match: saving.match(etag) }),
    )
    if (!answer.ok) return
    done('', 'stage')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage
      the_case={the_case}
      title={title}
      back=""
      saving={saving}
      reload={reload}
      field_label={case_field}
      latest={<Latest the_case={the_case} programme={programme} />}
    >
      <InsetText>{`Now: ${label_of(programme.stages, the_case.stage)}`}</InsetText>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="stage"
          legend="Which stage is next?"
          legend_size="s"
          options={radio_options(next_stages(the_case, programme))}
          error={by_field.stage}
        />
        <Textarea
          name="reason"
          label="Why now? (optional)"
          rows={3}
          max_length={4000}
          error={by_field.reason}
        />
        <Button busy={saving.busy}>Move the case</Button>
      </Form>
    </CaseFormPage>
  )
}

export function TransferCase({ the_case, etag, programme, reload }: SectionProps) {
  const title = 'Hand to another hub'
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  const saving = useSaving(words)
  const navigate = useNavigate()
  const draft = useDraft(`case-transfer.${the_case.id}`)
  if (!the_case.may_run || !the_case.is_open) return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const lead_user_id = chosen_or_null(answers, 'lead_user_id')
    const body = {
      area_id: String(answers.get('area_id') ?? ''),
      reason: String(answers.get('reason') ?? ''),
      consent: String(answers.get('consent') ?? '') as Consent,
      lead_agency_id: String(answers.get('lead_agency_id') ?? ''),
      ...(lead_user_id && { lead_user_id }),
    }
    const path = { id: the_case.id }
    const answer = await saving.send(() =>
      put('/cases/{id}/transfer', { path, body, if_match: saving.match(etag) }),
    )
    if (!answer.ok) return
    // The new hub decides who sees it, so it may be gone for whoever handed it over.
    void navigate('/cases', { state: { done: 'transferred' } })
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <WhenLoaded of={directory}>
      {({ areas }) => (
        <CaseFormPage
          the_case={the_case}
          title={title}
          back=""
          saving={saving}
          reload={reload}
          field_label={case_field}
          latest={<Latest the_case={the_case} programme={programme} />}
        >
          <WarningText>
            You may no longer see this case afterwards. Its partners stay in it.
          </WarningText>
          <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
            <Select
              name="area_id"
              id="to_area_id"
              label="Which hub takes it over?"
              options={[
                { value: '', label: 'Choose a hub' },
                ...areas
                  .filter(({ id }) => id !== the_case.area_id)
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              error={by_field.area_id ?? by_field.to_area_id}
            />
            <Textarea name="reason" label="Why?" max_length={4000} error={by_field.reason} />
            <Radios
              name="consent"
              legend="What did the person say about sharing the case with the other hub?"
              legend_size="s"
              hint="If they refused, the case stays here. If they have not been asked, ask them first"
              options={radio_options(consents)}
              error={by_field.consent}
            />
            <LeadFields
              agency_name="lead_agency_id"
              user_name="lead_user_id"
              agency_label="Which agency will lead there?"
              user_label="Who will lead there?"
              agency_id={the_case.lead_agency_id}
              user_id=""
              user_none="The new hub decides"
              errors={by_field}
            />
            <Button busy={saving.busy}>Hand over the case</Button>
          </Form>
        </CaseFormPage>
      )}
    </WhenLoaded>
  )
}

export function ReopenCase({ the_case, etag, programme, reload }: SectionProps) {
  const title = 'Open this case again'
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-reopen.${the_case.id}`)
  if (!the_case.may_run || the_case.is_open) return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const body = { reason: String(answers.get('reason') ?? '') }
    const path = { id: the_case.id }
    const answer = await saving.send(() =>
      put('/cases/{id}/reopening', { path, body, if_match: saving.match(etag) }),
    )
    if (!answer.ok) return
    done('', 'reopened')
    return 'saved'
  }

  return (
    <CaseFormPage
      the_case={the_case}
      title={title}
      back=""
      saving={saving}
      reload={reload}
      field_label={case_field}
      latest={<Latest the_case={the_case} programme={programme} />}
    >
      <p className="govuk-body">How it was closed stays in its chronology.</p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Textarea
          name="reason"
          label="Why?"
          max_length={4000}
          error={saving.errors.by_field.reason}
        />
        <Button busy={saving.busy}>Open the case again</Button>
      </Form>
    </CaseFormPage>
  )
}
