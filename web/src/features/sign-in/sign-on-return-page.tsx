// Back from the agency's identity provider: finishes signing on, asks for a code of Waymark's own
// where the provider proved no second factor, or says that it did not work.

import { useEffect, useRef, useState } from 'react'

import { Button, ErrorSummary, Form, Page } from '@/govuk'
import { kNoAnswer, type Refusal } from '@/lib/refusal'
import type { Returned, SignOn } from '@/lib/session'

import { go_back_to_where } from './returned'
import { CodeField } from './second-step'
import { words } from './sign-in-words'
import { asks_for_more, mistakes_in } from './use-sign-in'

type Props = { returned: Returned; onSignOn: SignOn; onGiveUp: () => void }

const kRefused: Refusal = { ...kNoAnswer, status: 401, code: 'sign_on_failed' }

export function SignOnReturnPage({ returned, onSignOn, onGiveUp }: Props) {
  const [refusal, set_refusal] = useState<Refusal | null>(null)
  const [asked_for_code, set_asked_for_code] = useState(false)
  const [busy, set_busy] = useState(false)
  const began = useRef(false)

  useEffect(() => {
    // Once: what came back is good once.
    if (began.current) return
    began.current = true
    go_back_to_where()
    const finish = async () => {
      const refused = returned.code === '' ? kRefused : await onSignOn.finish(returned)
      set_refusal(refused)
      set_asked_for_code(asks_for_more(refused))
    }
    void finish()
  }, [returned, onSignOn])

  async function give_code(answers: FormData) {
    set_busy(true)
    const refused = await onSignOn.give_code(String(answers.get('code') ?? ''))
    set_busy(false)
    set_refusal(refused)
  }

  if (!refusal) return <Waiting />
  const errors = mistakes_in(refusal)
  if (!asked_for_code || refusal.code === 'sign_on_failed') {
    return (
      <Page title={words.not_signed_on_title} hasErrors>
        <ErrorSummary errors={errors.summary} />
        <h1 className="govuk-heading-l">{words.not_signed_on_title}</h1>
        <p className="govuk-body">{words.not_signed_on_body}</p>
        <Button type="button" onClick={onGiveUp}>
          {words.back_to_sign_in}
        </Button>
      </Page>
    )
  }
  return (
    <Page title={words.sign_on_code_title} hasErrors={errors.summary.length > 0}>
      <ErrorSummary errors={errors.summary} />
      <h1 className="govuk-heading-l">{words.sign_on_code_title}</h1>
      <Form onSubmit={give_code} busy={busy}>
        <CodeField name="code" needed={words.sign_on_code_needed} error={errors.by_field.code} />
        <Button busy={busy}>{words.submit}</Button>
      </Form>
    </Page>
  )
}

function Waiting() {
  return (
    <Page title={words.signing_on}>
      <h1 className="govuk-heading-l">{words.signing_on}</h1>
      <p className="govuk-body" role="status">
        {words.signing_on_wait}
      </p>
    </Page>
  )
}
