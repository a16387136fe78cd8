// All answers on one page before they are sent, each with a way to change it.

import { useState } from 'react'
import { useNavigate } from 'react-router'

import { Button, Details, SummaryList, WarningText } from '@/govuk'
import { del } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { label_of } from '@/lib/programmes'
import { name_of } from '@/lib/reference'
import { referral_choices } from '@/lib/referral-words'

import { words } from './new-referral-words'
import { person_rows } from './people-steps'
import { is_whole_date, person_name, sent_date } from './referral-form'
import { StepFrame, step_href, type StepProps } from './step'
import { how_often_options } from './what-step'

const said = words.check

type CheckProps = { props: StepProps; busy: boolean; on_send: () => void }

type Answer = [question: string, answer: string | null | undefined]

function Section({ props, step, answers }: { props: StepProps; step: string; answers: Answer[] }) {
  const title = words.steps[step as keyof typeof words.steps]
  return (
    <SummaryList
      card_title={title}
      card_actions={[{ label: said.change, href: step_href(props.id, step) }]}
      rows={answers.map(([key, value]) => ({
        key,
        value: <span className="app-typed">{value || said.not_answered}</span>,
      }))}
    />
  )
}

function coded(choices: readonly { code: string; label: string }[], code: string | undefined) {
  return code ? label_of(choices, code) : ''
}

function referrer_answers({ autosave: { form }, directory, programmes }: StepProps): Answer[] {
  const asked = words.referrer
  const agency = form.source_kind === 'agency'
  return [
    [asked.source_kind, coded(referral_choices.source_kind, form.source_kind)],
    agency
      ? [asked.agency_id, name_of(directory.agencies, form.referrer_agency_id)]
      : [asked.channel, coded(referral_choices.channel, form.channel)],
    [asked.source, coded(programmes[0]?.intake_sources ?? [], form.source)],
    [asked.name, form.referrer_name],
    [asked.contact, form.referrer_contact],
    [asked.how_known, coded(referral_choices.how_known, form.how_known)],
  ]
}

function about_answers({ autosave: { form }, directory, programmes }: StepProps): Answer[] {
  const asked = words.about
  const programme = programmes.find(({ code }) => code === form.programme_code)
  return [
    [asked.area_id, name_of(directory.areas, form.area_id)],
    [asked.programme_code, programme?.title],
    [
      asked.subject_kind,
      coded((programme ?? programmes[0])?.subject_kinds ?? [], form.subject_kind),
    ],
    [asked.class, coded((programme ?? programmes[0])?.classes ?? [], form.class)],
  ]
}

function what_answers(props: StepProps): Answer[] {
  const { form } = props.autosave
  const asked = words.what
  const date = sent_date(form.happened_on)
  const known = form.place_choice === 'known' ? ` (${said.place_known})` : ''
  return [
    [asked.what_happened, form.what_happened],
    [asked.where, form.where_happened && `${form.where_happened}${known}`],
    [asked.happened_on, date && is_whole_date(date) ? format_date(date) : date],
    [asked.happened_note, form.happened_note],
    [asked.how_often, coded(how_often_options(props), form.how_often)],
  ]
}

function risk_answers({ autosave: { form } }: StepProps): Answer[] {
  const asked = words.risk
  const ticks = (form.safe_contact_ticks ?? []).map(asked.tick)
  const note: Answer[] = form.risk_now === 'yes' ? [[asked.risk_now_note, form.risk_now_note]] : []
  return [
    [asked.risk_now, coded(referral_choices.risk_now, form.risk_now)],
    ...note,
    [asked.consent, coded(referral_choices.consent, form.consent)],
    [said.contact, [...ticks, form.safe_contact ?? ''].filter(Boolean).join('. ')],
  ]
}

export function CheckStep({ props, busy, on_send }: CheckProps) {
  const { id, autosave, programmes } = props
  const { form } = autosave
  const people = form.people ?? []
  return (
    <StepFrame props={props} step="check" back_href={step_href(id, 'risk')}>
      <Section props={props} step="referrer" answers={referrer_answers(props)} />
      <Section props={props} step="about" answers={about_answers(props)} />
      {people.map((person, index) => (
        <SummaryList
          key={index}
          card_title={person_name(person) || `${words.people.person} ${index + 1}`}
          card_actions={[
            { label: said.change, href: `${step_href(id, 'person')}?person=${index + 1}` },
          ]}
          rows={person_rows(person, programmes[0]?.person_roles ?? [])}
        />
      ))}
      {people.length === 0 && (
        <Section props={props} step="people" answers={[[words.people.title, said.none]]} />
      )}
      <Section props={props} step="what" answers={what_answers(props)} />
      <Section props={props} step="risk" answers={risk_answers(props)} />
      {form.risk_now === 'yes' && <WarningText>{words.risk.emergency}</WarningText>}
      <p className="govuk-body">{said.send_text}</p>
      <Button type="button" busy={busy} onClick={on_send}>
        {said.send}
      </Button>
      <DeleteDraft id={id} autosave={autosave} />
    </StepFrame>
  )
}

function DeleteDraft({ id, autosave }: Pick<StepProps, 'id' | 'autosave'>) {
  const [failed, set_failed] = useState(false)
  const navigate = useNavigate()

  async function remove() {
    if (!(await autosave.save())) return set_failed(true)
    const answer = await del('/referrals/{id}', { path: { id }, if_match: autosave.etag() })
    if (!answer.ok) return set_failed(true)
    autosave.forget()
    void navigate('/')
  }
  return (
    <Details summary={said.delete}>
      <p className="govuk-body">{said.delete_sure}</p>
      {failed && (
        <p className="govuk-error-message" role="alert">
          {said.delete_failed}
        </p>
      )}
      <Button type="button" variant="warning" onClick={() => void remove()}>
        {said.delete_button}
      </Button>
    </Details>
  )
}
