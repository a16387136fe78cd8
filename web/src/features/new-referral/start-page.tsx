// Where a referral starts: what to do in an emergency, what is needed, and one button.

import { useState } from 'react'
import { useNavigate } from 'react-router'

import { Button, ErrorSummary, Page, WarningText } from '@/govuk'
import { post } from '@/lib/api'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useSession } from '@/lib/session-context'
import { useSaving } from '@/lib/use-saving'

import { words } from './new-referral-words'
import type { ReferralForm } from './referral-form'

export function StartReferralPage() {
  const { session } = useSession()
  const navigate = useNavigate()
  const saving = useSaving(words)
  const [started, set_started] = useState(false)

  async function start() {
    const [only_area] = session.area_ids.length === 1 ? session.area_ids : []
    const form: ReferralForm = {
      source_kind: 'agency',
      referrer_agency_id: session.agency_id,
      referrer_name: session.name,
      ...(only_area && { area_id: only_area }),
    }
    set_started(true)
    const answer = await saving.send(() =>
      post('/referrals', { body: { form: form as Record<string, never> } }),
    )
    if (answer.ok) void navigate(`/new-referral/${answer.data.id}/referrer`)
    else set_started(false)
  }

  const said = words.start
  return (
    <Page title={words.title} hasErrors={saving.refusal !== null}>
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice refusal={saving.refusal} onRetry={() => void start()} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <WarningText>{said.emergency}</WarningText>
      <p className="govuk-body">{said.intro}</p>
      <p className="govuk-body">{said.needed}:</p>
      <ul className="govuk-list govuk-list--bullet">
        {said.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
      <p className="govuk-body">{said.refuge}</p>
      <p className="govuk-body">{said.saved}</p>
      <Button type="button" busy={saving.busy || started} onClick={() => void start()}>
        {said.button}
      </Button>
    </Page>
  )
}
