// On a person's page, for those who keep safe addresses: whether there is one, and what can be done.

import { useState } from 'react'
import { useNavigate } from 'react-router'

import { Button, Details, ErrorSummary, Form, InsetText, Textarea } from '@/govuk'
import { get, post, put } from '@/lib/api'
import { format_date_time } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { words } from '@/lib/safe-address-words'

type Kept = { id: string; sealed_by_name: string; sealed_at: string; revision: number }

export function SafeAddressSection({ person_id }: { person_id: string }) {
  const loaded = useLoaded(`safe address ${person_id}`, (signal) =>
    get('/people/{id}/safe-address', { path: { id: person_id }, signal }),
  )
  return (
    <section aria-labelledby="safe-address">
      <h2 className="govuk-heading-m" id="safe-address">
        Safe address
      </h2>
      <PartLoaded of={loaded}>
        {({ kept }) =>
          kept ? (
            <IsKept kept={kept} />
          ) : (
            <>
              <p className="govuk-body">Your agency keeps none for this person.</p>
              <Button href={`/people/${person_id}/safe-address`} variant="secondary">
                Keep a safe address
              </Button>
            </>
          )
        }
      </PartLoaded>
    </section>
  )
}

function IsKept({ kept }: { kept: Kept }) {
  const navigate = useNavigate()
  const asking = useSaving(words)
  const ending = useSaving(words)
  const [ended, set_ended] = useState(false)
  if (ended) return <InsetText>It is no longer kept.</InsetText>

  async function ask(answers: FormData) {
    const answer = await asking.send(() =>
      post('/safe-addresses/{id}/reveals', {
        path: { id: kept.id },
        body: { reason: String(answers.get('reason') ?? '') },
      }),
    )
    if (!answer.ok) return
    void navigate('/safe-addresses')
    return 'saved' as const
  }
  async function end() {
    const answer = await ending.send(() =>
      put('/safe-addresses/{id}/ending', {
        path: { id: kept.id },
        if_match: ending.match(etag_of(kept.revision)),
      }),
    )
    if (answer.ok) set_ended(true)
  }
  return (
    <>
      <p className="govuk-body">
        Sealed by {kept.sealed_by_name}, {format_date_time(kept.sealed_at)}. To be shown it, say
        why: a colleague of your agency who keeps safe addresses decides, and you see it for fifteen
        minutes. All of them are told.
      </p>
      <ErrorSummary errors={asking.errors.summary} />
      <RefusalNotice refusal={asking.refusal} />
      <RefusalNotice refusal={ending.refusal} />
      <Form onSubmit={ask} busy={asking.busy}>
        <Textarea
          name="reason"
          label="Why do you need to know it now?"
          hint="Do not write the address here"
          rows={2}
          max_length={2000}
          error={asking.errors.by_field.reason}
        />
        <Button busy={asking.busy}>Ask to be shown it</Button>
      </Form>
      <Details summary="It is no longer needed">
        <p className="govuk-body">
          Ending it takes it out of Waymark for good: your agency cannot read it afterwards either.
          Backups made before still hold it, sealed.
        </p>
        <Button type="button" variant="warning" busy={ending.busy} onClick={() => void end()}>
          End this safe address
        </Button>
      </Details>
    </>
  )
}
