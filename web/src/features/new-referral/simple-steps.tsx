// The steps that are plain questions: who refers, what it is about, risk and safe contact.

import { useNavigate } from 'react-router'

import { Checkboxes, Input, Radios, Select, Textarea, WarningText } from '@/govuk'
import { radio_options, select_options, type CodeLabel } from '@/lib/programmes'
import { referral_choices } from '@/lib/referral-words'

import { words } from './new-referral-words'
import { text_of, type ReferralForm } from './referral-form'
import { StepForm, StepFrame, step_href, type StepProps } from './step'

const kImported = 'import' // nobody types in what comes from a file

function read_texts(answers: FormData, names: (keyof ReferralForm)[]): ReferralForm {
  return Object.fromEntries(names.map((name) => [name, text_of(answers, name)]))
}

// The programme chosen, or the first: the county's lists are the same in all of them.
function programme_of({ programmes, autosave }: StepProps) {
  const code = autosave.form.programme_code
  return programmes.find((one) => one.code === code) ?? programmes[0]
}

export function ReferrerStep(props: StepProps) {
  const { id, autosave, errors, directory } = props
  const { form } = autosave
  const navigate = useNavigate()
  const said = words.referrer
  const sources = programme_of(props)?.intake_sources ?? []
  const agencies = directory.agencies.map((one) => ({ value: one.id, label: one.name }))
  return (
    <StepFrame props={props} step="referrer" back_href="/new-referral">
      <StepForm
        autosave={autosave}
        read={(answers) =>
          read_texts(answers, [
            'source_kind',
            'referrer_agency_id',
            'channel',
            'source',
            'referrer_name',
            'referrer_contact',
            'how_known',
          ])
        }
        on_next={() => void navigate(step_href(id, 'about'))}
      >
        <Radios
          name="source_kind"
          legend={said.source_kind}
          legend_size="m"
          value={form.source_kind}
          error={errors.by_field.source_kind}
          options={[
            {
              value: 'agency',
              label: said.agency,
              conditional: (
                <Select
                  name="referrer_agency_id"
                  label={said.agency_id}
                  value={form.referrer_agency_id ?? ''}
                  error={errors.by_field.referrer_agency_id}
                  options={[{ value: '', label: said.choose }, ...agencies]}
                />
              ),
            },
            {
              value: 'public',
              label: said.public,
              conditional: (
                <Select
                  name="channel"
                  label={said.channel}
                  value={form.channel ?? ''}
                  error={errors.by_field.channel}
                  options={select_options(
                    referral_choices.channel.filter(({ code }) => code !== 'in_waymark'),
                    said.choose,
                  )}
                />
              ),
            },
          ]}
        />
        <Select
          name="source"
          label={said.source}
          label_size="m"
          value={form.source ?? ''}
          error={errors.by_field.source}
          options={select_options(
            sources.filter(({ code }) => code !== kImported),
            said.choose,
          )}
        />
        <Input
          name="referrer_name"
          label={said.name}
          hint={said.name_hint}
          autoComplete="off"
          spellCheck={false}
          value={form.referrer_name}
          error={errors.by_field.referrer_name}
        />
        <Input
          name="referrer_contact"
          label={said.contact}
          hint={said.contact_hint}
          autoComplete="off"
          spellCheck={false}
          value={form.referrer_contact}
          error={errors.by_field.referrer_contact}
        />
        <Radios
          name="how_known"
          legend={said.how_known}
          legend_size="m"
          value={form.how_known}
          error={errors.by_field.how_known}
          options={radio_options(referral_choices.how_known)}
        />
      </StepForm>
    </StepFrame>
  )
}

export function AboutStep(props: StepProps) {
  const { id, autosave, errors, directory, programmes } = props
  const { form } = autosave
  const navigate = useNavigate()
  const said = words.about
  const programme = programme_of(props)
  return (
    <StepFrame props={props} step="about" back_href={step_href(id, 'referrer')}>
      <StepForm
        autosave={autosave}
        read={(answers) =>
          read_texts(answers, ['area_id', 'programme_code', 'subject_kind', 'class'])
        }
        on_next={() => void navigate(step_href(id, 'people'))}
      >
        <Radios
          name="area_id"
          legend={said.area_id}
          legend_size="m"
          hint={said.area_hint}
          value={form.area_id ?? ''}
          error={errors.by_field.area_id}
          options={directory.areas.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Radios
          name="programme_code"
          legend={said.programme_code}
          legend_size="m"
          value={form.programme_code}
          error={errors.by_field.programme_code}
          options={programmes.map(({ code, title, summary }) => ({
            value: code,
            label: title,
            hint: summary,
          }))}
        />
        <Radios
          name="subject_kind"
          legend={said.subject_kind}
          legend_size="m"
          hint={said.subject_hint}
          value={form.subject_kind}
          error={errors.by_field.subject_kind}
          options={radio_options(programme?.subject_kinds ?? [])}
        />
        <Radios
          name="class"
          legend={said.class}
          legend_size="m"
          hint={said.class_hint}
          value={form.class}
          error={errors.by_field.class}
          options={radio_options(programme?.classes ?? [])}
        />
      </StepForm>
    </StepFrame>
  )
}

function risk_options(form: ReferralForm, note_error: string | undefined) {
  const said = words.risk
  return referral_choices.risk_now.map(({ code, label }: CodeLabel) => ({
    value: code,
    label,
    conditional:
      code === 'yes' ? (
        <>
          <WarningText>{said.emergency}</WarningText>
          <p className="govuk-body">{said.emergency_text}</p>
          <Textarea
            name="risk_now_note"
            label={said.risk_now_note}
            rows={3}
            value={form.risk_now_note}
            error={note_error}
          />
        </>
      ) : undefined,
  }))
}

export function RiskStep(props: StepProps) {
  const { id, autosave, errors } = props
  const { form } = autosave
  const navigate = useNavigate()
  const said = words.risk
  return (
    <StepFrame props={props} step="risk" back_href={step_href(id, 'what')}>
      <StepForm
        autosave={autosave}
        read={(answers) => ({
          ...read_texts(answers, ['risk_now', 'risk_now_note', 'consent', 'safe_contact']),
          safe_contact_ticks: answers.getAll('safe_contact_ticks').map(String),
        })}
        on_next={() => void navigate(step_href(id, 'check'))}
      >
        <Radios
          name="risk_now"
          legend={said.risk_now}
          legend_size="m"
          value={form.risk_now}
          error={errors.by_field.risk_now}
          options={risk_options(form, errors.by_field.risk_now_note)}
        />
        <Radios
          name="consent"
          legend={said.consent}
          legend_size="m"
          value={form.consent}
          error={errors.by_field.consent}
          options={radio_options(referral_choices.consent)}
        />
        <Checkboxes
          name="safe_contact_ticks"
          legend={said.ticks}
          legend_size="m"
          hint={said.ticks_hint}
          values={form.safe_contact_ticks}
          options={said.tick_codes.map((code) => ({ value: code, label: said.tick(code) }))}
        />
        <Textarea
          name="safe_contact"
          label={said.safe_contact}
          hint={said.safe_contact_hint}
          rows={3}
          value={form.safe_contact}
          error={errors.by_field.safe_contact}
        />
      </StepForm>
    </StepFrame>
  )
}
