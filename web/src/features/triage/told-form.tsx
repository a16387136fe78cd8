// Recording that the referrer heard what was decided.

import { Button, DateInput, ErrorSummary, Form, Radios, read_date } from '@/govuk'
import { put } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { label_of, radio_options } from '@/lib/programmes'
import { RefusalNotice } from '@/lib/refusal-notice'
import { referral_choices } from '@/lib/referral-words'
import { useSession } from '@/lib/session-context'
import { etag_of, useSaving } from '@/lib/use-saving'

import type { Referral, Report } from './known'
import { words } from './triage-words'

const said = words.told

type How = 'phone' | 'email' | 'letter' | 'in_person' | 'in_waymark' | 'cannot_be_told'

export function ToldPanel({ referral, report }: { referral: Referral; report: Report }) {
  const { referrer_told_on, referrer_told_how } = referral
  const how = referrer_told_how ? label_of(referral_choices.told_how, referrer_told_how) : ''
  return (
    <section aria-labelledby="told">
      <h2 className="govuk-heading-m" id="told">
        {said.heading}
      </h2>
      {referrer_told_on ? (
        <p className="govuk-body">{said.on(format_date(referrer_told_on), how)}</p>
      ) : (
        <p className="govuk-body">{said.not_yet}</p>
      )}
      {!referrer_told_on && referral.may_triage && <ToldForm referral={referral} report={report} />}
    </section>
  )
}

function ToldForm({ referral, report }: { referral: Referral; report: Report }) {
  const { session } = useSession()
  const saving = useSaving(words)

  async function record(answers: FormData) {
    const body = {
      told_on: read_date(answers, 'told_on') ?? '',
      how: String(answers.get('how') ?? '') as How,
    }
    const answer = await saving.send(() =>
      put('/referrals/{id}/referrer-told', {
        path: { id: referral.id },
        body,
        if_match: etag_of(referral.revision),
      }),
    )
    report(answer, said.done)
    if (answer.ok) return 'saved' as const
  }
  return (
    <>
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice refusal={saving.refusal} />
      <Form onSubmit={record} busy={saving.busy}>
        <DateInput
          name="told_on"
          legend={said.told_on}
          legend_size="s"
          value={session.today}
          error={saving.errors.by_field.told_on}
        />
        <Radios
          name="how"
          legend={said.how}
          legend_size="s"
          error={saving.errors.by_field.how}
          options={radio_options(referral_choices.told_how)}
        />
        <Button busy={saving.busy}>{said.button}</Button>
      </Form>
    </>
  )
}
