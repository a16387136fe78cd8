// Asking to see a case, and deciding on what somebody asked.

import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'

import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Input,
  Page,
  Panel,
  Radios,
  Select,
  SummaryList,
  Textarea,
} from '@/govuk'
import { get, post, put } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { RefusalNotice } from '@/lib/refusal-notice'
import { depth_options, depths, say_listed, type Depth } from '@/lib/sharing-words'
import { read_terms, TermsFields, useAgreements } from '@/lib/terms-fields'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { words } from './sharing-words'

export function AskPage() {
  const title = 'Ask to see a case'
  const [sent, set_sent] = useState(false)
  const saving = useSaving(words)
  const agreements = useAgreements()
  if (sent) return <Asked />

  async function save(answers: FormData) {
    const answer = await saving.send(() =>
      post('/access-requests', {
        body: {
          reference: String(answers.get('reference') ?? ''),
          depth: String(answers.get('depth') ?? '') as Depth,
          purpose: String(answers.get('purpose') ?? ''),
          reason: String(answers.get('reason') ?? ''),
        },
      }),
    )
    if (!answer.ok) return
    set_sent(true)
    return 'saved' as const
  }

  const { by_field } = saving.errors
  return (
    <Page title={title} hasErrors={saving.refusal !== null} before={<BackLink href="/sharing" />}>
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice refusal={saving.refusal} />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        If there is such a case, its hub decides and you are told. Until then you are told nothing,
        also not whether there is one. If somebody is in danger now, ring 999.
      </p>
      <WhenLoaded of={agreements}>
        {({ purposes }) => (
          <Form onSubmit={save} busy={saving.busy}>
            <Input
              name="reference"
              label="Reference of the case"
              hint="As you were told it, for example SCA-2026-4147"
              width={20}
              error={by_field.reference}
            />
            <Radios
              name="depth"
              legend="What do you need to see?"
              options={depth_options}
              error={by_field.depth}
            />
            <Select
              name="purpose"
              label="What is it for?"
              options={[
                { value: '', label: 'Choose one' },
                ...purposes.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              error={by_field.purpose}
            />
            <Textarea
              name="reason"
              label="Why do you need it?"
              hint="The hub reads this"
              max_length={2000}
              rows={4}
              error={by_field.reason}
            />
            <Button busy={saving.busy}>Ask</Button>
          </Form>
        )}
      </WhenLoaded>
    </Page>
  )
}

function Asked() {
  const navigate = useNavigate()
  return (
    <Page title="You have asked">
      <Panel title="You have asked">The answer will be under Sharing</Panel>
      <Button type="button" onClick={() => void navigate('/sharing')}>
        Go to sharing
      </Button>
    </Page>
  )
}

export function DecidePage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const [decision, set_decision] = useState('')
  const saving = useSaving(words)
  const { purposes } = useAgreements().data ?? {}
  const loaded = useLoaded('asks', (signal) => get('/access-requests', { signal }))
  const { by_field } = saving.errors
  return (
    <WhenLoaded of={loaded}>
      {({ to_decide }) => {
        const ask = to_decide.find((one) => one.id === id)
        const title = ask
          ? `${ask.user_name} asks to see ${ask.reference}`
          : 'This has been decided'
        async function save(answers: FormData) {
          const answer = await saving.send(() =>
            put('/access-requests/{id}/decision', {
              path: { id },
              body: {
                decision: decision as 'given' | 'refused',
                answer: String(answers.get('answer') ?? ''),
                ...(decision === 'given' && {
                  depth: String(answers.get('depth') ?? '') as Depth,
                  ...read_terms(answers),
                }),
              },
              if_match: saving.match(etag_of(ask?.revision ?? 0)),
            }),
          )
          if (!answer.ok) return
          void navigate('/sharing')
          return 'saved' as const
        }
        return (
          <Page
            title={title}
            hasErrors={saving.refusal !== null}
            before={<BackLink href="/sharing" />}
          >
            <ErrorSummary errors={saving.errors.summary} />
            <RefusalNotice refusal={saving.refusal} />
            <h1 className="govuk-heading-l">{title}</h1>
            {ask && (
              <>
                <SummaryList
                  rows={[
                    { key: 'Agency', value: ask.agency_name },
                    { key: 'What they want to see', value: depths[ask.depth] },
                    { key: 'What it is for', value: say_listed(purposes, ask.purpose) },
                    { key: 'Why', value: <span className="app-typed">{ask.reason}</span> },
                    { key: 'Answer by', value: format_date(ask.answer_due_on) },
                  ]}
                />
                <Form onSubmit={save} busy={saving.busy}>
                  <Radios
                    name="decision"
                    legend="May they see it?"
                    options={[
                      { value: 'given', label: 'Yes' },
                      { value: 'refused', label: 'No' },
                    ]}
                    onChange={set_decision}
                    error={by_field.decision}
                  />
                  {decision === 'given' && (
                    <>
                      <Radios
                        name="depth"
                        legend="How much will they see?"
                        options={depth_options}
                        value={ask.depth}
                        error={by_field.depth}
                      />
                      <TermsFields agency_id={ask.agency_id} by_field={by_field} />
                    </>
                  )}
                  <Textarea
                    name="answer"
                    label="What will they be told?"
                    hint={
                      decision === 'refused'
                        ? 'They learn from any answer that there is such a case. If that must not be known, do not answer'
                        : undefined
                    }
                    max_length={2000}
                    rows={3}
                    error={by_field.answer}
                  />
                  <Button busy={saving.busy}>
                    {decision === 'refused' ? 'Refuse' : 'Let them see it'}
                  </Button>
                </Form>
              </>
            )}
          </Page>
        )
      }}
    </WhenLoaded>
  )
}
