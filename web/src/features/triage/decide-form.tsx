// Deciding a referral: everything that the decision needs, and nothing that another would.

import { useState } from 'react'

import {
  Button,
  Combobox,
  ErrorSummary,
  Form,
  Input,
  Radios,
  Select,
  Textarea,
  type Option,
  type Suggestion,
} from '@/govuk'
import { AnswerFields, needed_at_opening, read_answers } from '@/lib/answer-fields'
import { get, post } from '@/lib/api'
import { find_colleagues } from '@/lib/colleagues'
import { useDraft } from '@/lib/drafts'
import type { Explained } from '@/lib/explain'
import { RefusalNotice } from '@/lib/refusal-notice'
import type { Programme } from '@/lib/programmes'
import { useDirectory } from '@/lib/reference'
import { referral_choices } from '@/lib/referral-words'
import { useSession } from '@/lib/session-context'
import { useLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import type { LikelyCase, Referral, Report } from './known'
import { words } from './triage-words'

const said = words.decide
const kOtherCase = 'other'

type Decision = 'accept' | 'link' | 'advise' | 'signpost' | 'another_panel' | 'reject'

async function find_open_cases(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await get('/search', { query: { q: typed }, signal })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.data.cases
    .filter(({ is_open }) => is_open)
    .map(({ id, reference, title }) => ({ value: id, label: reference, detail: title }))
}

function text(answers: FormData, name: string): string {
  return String(answers.get(name) ?? '')
}

function read_decision(answers: FormData, opening: Programme | null) {
  const decision = text(answers, 'decision') as Decision
  const reason = text(answers, 'reason')
  if (decision === 'link') {
    const likely = text(answers, 'case_id')
    const other = likely === '' || likely === kOtherCase
    return { decision, reason, case_id: other ? text(answers, 'other_case_id') : likely }
  }
  if (decision !== 'accept') return { decision, reason }
  const lead_user_id = text(answers, 'lead_user_id')
  return {
    decision,
    reason,
    title: text(answers, 'title'),
    programme_code: text(answers, 'programme_code'),
    lead_agency_id: text(answers, 'lead_agency_id'),
    ...(lead_user_id && { lead_user_id }),
    ...(opening && { answers: read_answers(answers, opening, needed_at_opening) }),
  }
}

// The programme as the referral's hub has it, with what that hub asks besides.
function useOpening(code: string, area_code: string | undefined): Programme | null {
  return useLoaded(`opening ${code} ${area_code ?? ''}`, (signal) =>
    get('/programmes/{code}', { path: { code }, query: { area_code }, signal }),
  ).data
}

type Props = {
  referral: Referral
  programmes: Programme[]
  cases: LikelyCase[]
  report: Report
}

export function DecideForm({ referral, programmes, cases, report }: Props) {
  const saving = useSaving(words)
  const draft = useDraft(`decide.${referral.id}`)
  const areas = useDirectory()?.areas
  const area_code = areas?.find(({ id }) => id === referral.area_id)?.code
  const [programme_code, set_programme_code] = useState(
    () => draft.load()?.programme_code?.[0] ?? referral.programme_code,
  )
  const opening = useOpening(programme_code, area_code)

  async function decide(answers: FormData) {
    const answer = await saving.send(() =>
      post('/referrals/{id}/decision', {
        path: { id: referral.id },
        body: read_decision(answers, opening),
        if_match: etag_of(referral.revision),
      }),
    )
    report(answer, said.done, text(answers, 'reason'))
    if (answer.ok) return 'saved' as const
  }
  const { errors } = saving
  return (
    <section aria-labelledby="decide">
      <h2 className="govuk-heading-m" id="decide">
        {said.heading}
      </h2>
      {/* Somebody else's change is said at the top of the page, where it is shown. */}
      {saving.refusal?.status !== 412 && (
        <>
          <ErrorSummary errors={errors.summary} />
          <RefusalNotice refusal={saving.refusal} />
        </>
      )}
      <Form onSubmit={decide} busy={saving.busy} draft={draft}>
        <Radios
          name="decision"
          legend={said.decision}
          legend_size="s"
          error={errors.by_field.decision}
          options={referral_choices.decision.map(({ code, label }) => ({
            value: code,
            label,
            conditional:
              code === 'accept' ? (
                <AcceptFields
                  programme_code={programme_code}
                  programmes={programmes}
                  opening={opening}
                  errors={errors}
                  on_programme={set_programme_code}
                />
              ) : code === 'link' ? (
                <LinkFields cases={cases} errors={errors} />
              ) : undefined,
          }))}
        />
        <Textarea
          name="reason"
          label={said.reason}
          hint={said.reason_hint}
          rows={4}
          error={errors.by_field.reason}
        />
        <Button busy={saving.busy}>{said.button}</Button>
      </Form>
    </section>
  )
}

type AcceptProps = {
  programme_code: string
  programmes: Programme[]
  opening: Programme | null
  errors: Explained
  on_programme: (code: string) => void
}

function AcceptFields(props: AcceptProps) {
  const { programme_code, programmes, opening, errors } = props
  const { session } = useSession()
  const agencies = useDirectory()?.agencies ?? []
  return (
    <>
      <Input name="title" label={said.title} hint={said.title_hint} error={errors.by_field.title} />
      <Select
        key={`programmes ${programmes.length}`}
        name="programme_code"
        label={said.programme_code}
        value={programme_code}
        onChange={props.on_programme}
        error={errors.by_field.programme_code}
        options={programmes.map(({ code, title }) => ({ value: code, label: title }))}
      />
      <Select
        key={`agencies ${agencies.length}`}
        name="lead_agency_id"
        label={said.lead_agency_id}
        value={session.agency_id}
        error={errors.by_field.lead_agency_id}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Combobox
        name="lead_user_id"
        label={said.lead_user_id}
        hint={said.lead_hint}
        value={session.user_id}
        value_label={session.name}
        error={errors.by_field.lead_user_id}
        search={find_colleagues}
      />
      {opening && (
        <AnswerFields
          key={opening.code}
          programme={opening}
          values={{}}
          by_field={errors.by_field}
          only={needed_at_opening}
        />
      )}
    </>
  )
}

function LinkFields({ cases, errors }: { cases: LikelyCase[]; errors: Explained }) {
  const search = (
    <Combobox
      name="other_case_id"
      label={cases.length > 0 ? said.other_case : said.case_id}
      hint={said.other_hint}
      error={cases.length > 0 ? undefined : errors.by_field.case_id}
      search={find_open_cases}
    />
  )
  if (cases.length === 0) return search
  const options: Option[] = cases.map(({ case_id, reference, title, through }) => ({
    value: case_id,
    label: `${reference} ${title}`,
    hint: through.map(words.cases.through).join('. '),
  }))
  return (
    <Radios
      name="case_id"
      legend={said.case_id}
      legend_size="s"
      error={errors.by_field.case_id}
      options={[...options, { value: kOtherCase, label: said.other_case, conditional: search }]}
    />
  )
}
