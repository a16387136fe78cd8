// Opening a case in an emergency, and looking afterwards whether it was right.

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
  SummaryList,
  Table,
  Textarea,
  WarningText,
} from '@/govuk'
import { get, post, put } from '@/lib/api'
import { format_date, format_date_time } from '@/lib/dates'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { findings, words } from './sharing-words'

type Opened = { case_id: string; until: string }

export function EmergencyPage() {
  const title = 'Open a case in an emergency'
  const [opened, set_opened] = useState<Opened | null>(null)
  const saving = useSaving(words)
  if (opened) return <IsOpen {...opened} />

  async function save(answers: FormData) {
    const answer = await saving.send(() =>
      post('/emergency-access', {
        body: {
          reference: String(answers.get('reference') ?? ''),
          reason: String(answers.get('reason') ?? ''),
        },
      }),
    )
    if (!answer.ok) return
    set_opened(answer.data)
    return 'saved' as const
  }

  const { by_field } = saving.errors
  return (
    <Page title={title} hasErrors={saving.refusal !== null} before={<BackLink href="/sharing" />}>
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice refusal={saving.refusal} />
      <h1 className="govuk-heading-l">{title}</h1>
      <WarningText>
        Only when somebody may come to harm before its hub can be asked. You will see the case for a
        short time. Its hub sees that in the chronology, the data protection officer in a list, and
        somebody else looks by the next working day whether it was right.
      </WarningText>
      <Form onSubmit={save} busy={saving.busy}>
        <Input
          name="reference"
          label="Reference of the case"
          hint="For example SCA-2026-4147"
          width={20}
          error={by_field.reference}
        />
        <Textarea
          name="reason"
          label="What is happening?"
          hint="Its hub and the data protection officer read this"
          max_length={2000}
          rows={4}
          error={by_field.reason}
        />
        <Button variant="warning" busy={saving.busy}>
          Open the case
        </Button>
      </Form>
    </Page>
  )
}

function IsOpen({ case_id, until }: Opened) {
  const navigate = useNavigate()
  return (
    <Page title="The case is open to you">
      <Panel title="The case is open to you">Until {format_date_time(until)}</Panel>
      <p className="govuk-body">What you do there is recorded, as always.</p>
      <Button type="button" onClick={() => void navigate(`/cases/${case_id}`)}>
        Go to the case
      </Button>
    </Page>
  )
}

function useEmergencies() {
  return useLoaded('emergencies', (signal) => get('/emergency-access', { signal }))
}

export function EmergenciesPage() {
  const title = 'Cases opened in an emergency'
  const loaded = useEmergencies()
  return (
    <Page title={title} width="full" before={<BackLink href="/sharing" />}>
      <h1 className="govuk-heading-l">{title}</h1>
      <WhenLoaded of={loaded}>
        {({ emergencies }) => (
          <Table
            caption={title}
            caption_hidden
            first_cell_is_header
            stacked
            columns={[
              { label: 'Case' },
              { label: 'Opened' },
              { label: 'Reason given' },
              { label: 'Review' },
            ]}
            rows={emergencies.map((one) => ({
              key: one.id,
              cells: [
                <a key="case" className="govuk-link" href={`/cases/${one.case_id}`}>
                  {one.case_reference}
                </a>,
                <>
                  {format_date_time(one.opened_at)}
                  <br />
                  {one.user_name}, {one.agency_name}
                </>,
                <span key="why" className="app-typed">
                  {one.reason}
                </span>,
                one.finding ? (
                  <>
                    {findings[one.finding]}
                    <br />
                    {one.reviewed_by_name}: <span className="app-typed">{one.note}</span>
                  </>
                ) : (
                  <>
                    <a key="do" className="govuk-link" href={`/sharing/emergencies/${one.id}`}>
                      Review
                      <span className="govuk-visually-hidden"> {one.case_reference}</span>
                    </a>{' '}
                    by {format_date(one.review_due_on)}
                  </>
                ),
              ],
            }))}
            empty="Nobody has opened a case in an emergency."
          />
        )}
      </WhenLoaded>
    </Page>
  )
}

export function ReviewEmergencyPage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const saving = useSaving(words)
  const loaded = useEmergencies()
  const { by_field } = saving.errors
  return (
    <WhenLoaded of={loaded}>
      {({ emergencies }) => {
        const one = emergencies.find((emergency) => emergency.id === id && !emergency.finding)
        const title = one ? `Was it right to open ${one.case_reference}?` : 'This has been reviewed'
        async function save(answers: FormData) {
          const answer = await saving.send(() =>
            put('/emergency-access/{id}/review', {
              path: { id },
              body: {
                finding: String(answers.get('finding') ?? '') as 'justified',
                note: String(answers.get('note') ?? ''),
              },
              if_match: saving.match(etag_of(one?.revision ?? 0)),
            }),
          )
          if (!answer.ok) return
          void navigate('/sharing/emergencies')
          return 'saved' as const
        }
        return (
          <Page
            title={title}
            hasErrors={saving.refusal !== null}
            before={<BackLink href="/sharing/emergencies" />}
          >
            <ErrorSummary errors={saving.errors.summary} />
            <RefusalNotice refusal={saving.refusal} />
            <h1 className="govuk-heading-l">{title}</h1>
            {one && (
              <>
                <SummaryList
                  rows={[
                    { key: 'Opened by', value: `${one.user_name}, ${one.agency_name}` },
                    { key: 'When', value: format_date_time(one.opened_at) },
                    { key: 'Reason given', value: <span className="app-typed">{one.reason}</span> },
                  ]}
                />
                <p className="govuk-body">
                  What they looked at stands in the{' '}
                  <a className="govuk-link" href={`/cases/${one.case_id}/audit`}>
                    audit of the case
                  </a>
                  .
                </p>
                <Form onSubmit={save} busy={saving.busy}>
                  <Radios
                    name="finding"
                    legend="What did you find?"
                    options={Object.entries(findings).map(([value, label]) => ({ value, label }))}
                    error={by_field.finding}
                  />
                  <Textarea
                    name="note"
                    label="Why?"
                    max_length={2000}
                    rows={3}
                    error={by_field.note}
                  />
                  <Button busy={saving.busy}>Save</Button>
                </Form>
              </>
            )}
          </Page>
        )
      }}
    </WhenLoaded>
  )
}
