// Who is responsible for deciding a referral. Nothing received is nobody's job.

import { Button, Combobox, Details, ErrorSummary, Form } from '@/govuk'
import { put } from '@/lib/api'
import { find_colleagues } from '@/lib/colleagues'
import { useSession } from '@/lib/session-context'
import { etag_of, useSaving } from '@/lib/use-saving'

import type { Referral, Report } from './known'
import { words } from './triage-words'

const said = words.owner

export function OwnerPanel({ referral, report }: { referral: Referral; report: Report }) {
  const { session } = useSession()
  const saving = useSaving(words)
  const mine = referral.owner_user_id === session.user_id

  async function give_to(owner_user_id: string) {
    const answer = await saving.send(() =>
      put('/referrals/{id}/owner', {
        path: { id: referral.id },
        body: { owner_user_id },
        if_match: etag_of(referral.revision),
      }),
    )
    report(answer, answer.ok ? said.taken(answer.data.owner_name ?? '') : '')
  }
  return (
    <section aria-labelledby="owner">
      <h2 className="govuk-heading-m" id="owner">
        {said.heading}
      </h2>
      <ErrorSummary errors={saving.errors.summary} />
      <p className="govuk-body">{referral.owner_name ? said.is(referral.owner_name) : said.none}</p>
      {!mine && (
        <Button
          type="button"
          variant="secondary"
          busy={saving.busy}
          onClick={() => void give_to(session.user_id)}
        >
          {said.take}
        </Button>
      )}
      <Details summary={said.give}>
        <Form onSubmit={(answers) => give_to(String(answers.get('owner_user_id') ?? ''))}>
          <Combobox
            name="owner_user_id"
            label={said.colleague}
            error={saving.errors.by_field.owner_user_id}
            search={find_colleagues}
          />
          <Button variant="secondary" busy={saving.busy}>
            {said.give_button}
          </Button>
        </Form>
      </Details>
    </section>
  )
}
