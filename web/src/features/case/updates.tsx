// What victims were promised to hear, how and how often, and what they were told.

import {
  Button,
  DateInput,
  Form,
  Input,
  InsetText,
  Radios,
  read_date,
  Select,
  Table,
  Tag,
  Textarea,
  type Outcome,
} from '@/govuk'
import { get, post } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { useDraft } from '@/lib/drafts'
import { say_due } from '@/lib/due'
import { PartLoaded } from '@/lib/part-loaded'
import { label_of, radio_options } from '@/lib/programmes'
import { useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded, type Loaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { AddButton, case_path, CaseFormPage, kFormId, NotForYou } from './case-frame'
import { update_results, words } from './case-words'
import type { Case, SectionProps, VictimUpdates } from './types'
import { useDone } from './use-done'

type Agreement = VictimUpdates['agreements'][number]
type Result = 'given' | 'tried' | 'declined'

function useUpdates(the_case: Case): Loaded<VictimUpdates> {
  const { id } = the_case
  return useLoaded(`/cases/${id}/victim-updates ${the_case.revision}`, (signal) =>
    get('/cases/{id}/victim-updates', { path: { id }, signal }),
  )
}

type PartProps = Pick<SectionProps, 'the_case' | 'programme'>

export function UpdatesPart({ the_case, programme }: PartProps) {
  const { today } = useSession().session
  const loaded = useUpdates(the_case)
  const may = the_case.may_work && the_case.is_open
  const channel = (code: string) => label_of(programme.update_channels, code)
  return (
    <>
      <PartLoaded of={loaded}>
        {({ agreements, updates }) => (
          <>
            <Table
              caption="What was agreed"
              stacked
              caption_size="s"
              first_cell_is_header
              columns={[
                { label: 'Who' },
                { label: 'How' },
                { label: 'Safe contact' },
                { label: 'How often' },
                { label: 'Next due' },
                { label: <span className="govuk-visually-hidden">What to do</span> },
              ]}
              rows={agreements.map((one) => ({
                key: one.id,
                cells: [
                  one.person_name,
                  channel(one.channel),
                  <span key="safe" className="app-as-written">
                    {one.safe_contact || 'Nothing on record that you may see'}
                  </span>,
                  `Every ${one.every_days} days`,
                  one.ended_on ? (
                    `Ended ${format_date(one.ended_on)}`
                  ) : (
                    <span key="due">
                      {say_due(one.next_due_on, today, 'Nothing falls due')}{' '}
                      {one.overdue && <Tag colour="red">Overdue</Tag>}
                    </span>
                  ),
                  may && !one.ended_on && (
                    <a
                      key="record"
                      className="govuk-link"
                      href={case_path(the_case, `reviews/update/${one.id}`)}
                    >
                      Record an update
                      <span className="govuk-visually-hidden"> to {one.person_name}</span>
                    </a>
                  ),
                ],
              }))}
              empty="Nothing has been agreed with a victim yet."
            />
            <Table
              caption="Updates given or tried"
              stacked
              caption_size="s"
              columns={[
                { label: 'Date' },
                { label: 'Who' },
                { label: 'How' },
                { label: 'Result' },
                { label: 'By' },
              ]}
              rows={updates.map((one) => ({
                key: one.id,
                cells: [
                  format_date(one.given_on),
                  agreements.find(({ id }) => id === one.agreement_id)?.person_name ?? '',
                  channel(one.channel),
                  <span key="result">
                    {label_of(update_results, one.result)}
                    {one.was_due_on && `, due ${format_date(one.was_due_on)}`}
                    {one.note && (
                      <>
                        <br />
                        <span className="app-as-written">{one.note}</span>
                      </>
                    )}
                  </span>,
                  one.recorded_by_name,
                ],
              }))}
              empty="No updates have been recorded yet."
            />
          </>
        )}
      </PartLoaded>
      <AddButton may={may} href={case_path(the_case, 'reviews/agree')}>
        Agree updates with a victim
      </AddButton>
    </>
  )
}

// Whom an update may go to: those it was done to and those who reported it, who are in the case now.
export function people_to_be_told(the_case: Case) {
  const roles = ['victim', 'reporter', 'both']
  const present = the_case.people.filter(
    ({ role, to_on }) => to_on === null && roles.includes(role),
  )
  return [...new Map(present.map((one) => [one.person_id, one.name]))]
}

export function AgreeUpdates({ the_case, programme, reload }: SectionProps) {
  const title = 'Agree updates with a victim'
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-agreement.${the_case.id}`)
  if (!the_case.may_work || !the_case.is_open)
    return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      person_id: String(answers.get('person_id') ?? ''),
      channel: String(answers.get('channel') ?? ''),
      every_days: Number.parseInt(String(answers.get('every_days') ?? ''), 10) || 0,
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/victim-updates', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('reviews', 'updates_agreed')
    return 'saved'
  }

  const { by_field } = saving.errors
  const people = people_to_be_told(the_case)
  if (people.length === 0) {
    return (
      <CaseFormPage the_case={the_case} title={title} back="reviews" saving={saving}>
        <p className="govuk-body">
          There is no victim or reporter in this case. Add them under People and places first.
        </p>
      </CaseFormPage>
    )
  }
  return (
    <CaseFormPage the_case={the_case} title={title} back="reviews" saving={saving}>
      <p className="govuk-body">
        Ask what is safe for them. This replaces what was agreed with the same person before.
      </p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="person_id"
          legend="Who wants to hear?"
          legend_size="s"
          value={people.length === 1 ? people[0]?.[0] : undefined}
          options={people.map(([value, label]) => ({ value, label }))}
          error={by_field.person_id}
        />
        <Radios
          name="channel"
          legend="How do they want to hear?"
          legend_size="s"
          options={radio_options(programme.update_channels)}
          error={by_field.channel}
        />
        <Input
          name="every_days"
          label="How often?"
          prefix="Every"
          suffix="days"
          width={3}
          inputMode="numeric"
          value={String(programme.timings.victim_update_every_days)}
          error={by_field.every_days}
        />
        <Button busy={saving.busy}>Save what was agreed</Button>
      </Form>
    </CaseFormPage>
  )
}

export function RecordUpdate(props: SectionProps) {
  const { the_case, link } = props
  const loaded = useUpdates(the_case)
  return (
    <WhenLoaded of={loaded}>
      {({ agreements }) => {
        const agreement = agreements.find(({ id }) => id === link)
        if (!agreement || !the_case.may_work) {
          return <NotForYou the_case={the_case} title="Record an update" />
        }
        return <UpdateForm {...props} agreement={agreement} />
      }}
    </WhenLoaded>
  )
}

// Before anybody picks up the telephone: what the person's record says that is safe, and what is not.
function SafeContact({ agreement: { safe_contact } }: { agreement: Agreement }) {
  return (
    <InsetText>
      <h2 className="govuk-heading-s">Safe contact</h2>
      <p className="govuk-body app-as-written">
        {safe_contact ||
          'Nothing that you may see is on record about reaching them safely. Ask them what is safe.'}
      </p>
    </InsetText>
  )
}

type UpdateProps = SectionProps & { agreement: Agreement }

function UpdateForm({ the_case, programme, reload, agreement }: UpdateProps) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-update.${agreement.id}`)
  const { today } = useSession().session

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      given_on: read_date(answers, 'given_on') ?? '',
      channel: String(answers.get('channel') ?? ''),
      result: String(answers.get('result') ?? '') as Result,
      note: String(answers.get('note') ?? ''),
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/victim-updates/{link}/updates', {
        path: { id: the_case.id, link: agreement.id },
        body,
        if_match: saving.match(etag_of(agreement.revision)),
      }),
    )
    if (!answer.ok) return
    done('reviews', 'update_recorded')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <CaseFormPage
      the_case={the_case}
      title={`Record an update to ${agreement.person_name}`}
      back="reviews"
      saving={saving}
    >
      <SafeContact agreement={agreement} />
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="result"
          legend="What happened?"
          legend_size="s"
          options={radio_options(update_results)}
          error={by_field.result}
        />
        <Select
          name="channel"
          label="How?"
          value={agreement.channel}
          options={programme.update_channels.map(({ code, label }) => ({ value: code, label }))}
          error={by_field.channel}
        />
        <DateInput name="given_on" legend="When?" value={today} error={by_field.given_on} />
        <Textarea
          name="note"
          label="What were they told?"
          max_length={4000}
          error={by_field.note}
        />
        <Button busy={saving.busy}>Record the update</Button>
      </Form>
    </CaseFormPage>
  )
}
