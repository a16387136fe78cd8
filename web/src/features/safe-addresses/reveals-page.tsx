// Who asked to be shown a safe address, deciding it, and looking at it while its time lasts.

import { useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'

import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Page,
  Radios,
  SummaryList,
  Table,
  Tag,
} from '@/govuk'
import { get, put, type DataOf } from '@/lib/api'
import { format_date_time } from '@/lib/dates'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { words } from '@/lib/safe-address-words'

type Reveal = DataOf<'/safe-address-reveals', 'get'>['reveals'][number]
type Shown = DataOf<'/safe-address-reveals/{id}/address', 'get'>

const title = 'Safe addresses'

function useReveals() {
  return useLoaded('reveals', (signal) => get('/safe-address-reveals', { signal }))
}

function HowItStands({ one }: { one: Reveal }) {
  if (one.is_open) {
    return (
      <a className="govuk-link" href={`/safe-addresses/${one.id}`}>
        See it<span className="govuk-visually-hidden">: {one.person_name}</span>
      </a>
    )
  }
  if (one.decision === null && one.is_mine) return <Tag colour="blue">Waiting</Tag>
  if (one.decision === null) {
    return (
      <a className="govuk-link" href={`/safe-addresses/${one.id}/decide`}>
        Decide<span className="govuk-visually-hidden">: {one.person_name}</span>
      </a>
    )
  }
  return (
    <>
      <Tag colour="grey">{one.decision === 'given' ? 'Shown' : 'Refused'}</Tag>
      <br />
      {one.decided_by_name}
      {one.until && `, until ${format_date_time(one.until)}`}
    </>
  )
}

export function RevealsPage() {
  const loaded = useReveals()
  return (
    <Page title={title} width="full">
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        Who of your agency asked to be shown where somebody is, and what was decided. Where they are
        stands nowhere here. To ask, open the person’s record.
      </p>
      <WhenLoaded of={loaded}>
        {({ reveals }) => (
          <Table
            caption="Asked for"
            first_cell_is_header
            stacked
            columns={[
              { label: 'Person' },
              { label: 'Who asked' },
              { label: 'Why' },
              { label: 'How it stands' },
            ]}
            rows={reveals.map((one) => ({
              key: one.id,
              cells: [
                <span key="person" className="app-typed">
                  {one.person_name}
                </span>,
                <>
                  {one.asked_by_name}
                  <br />
                  {format_date_time(one.asked_at)}
                </>,
                <span key="why" className="app-typed">
                  {one.reason}
                </span>,
                <HowItStands key="stands" one={one} />,
              ],
            }))}
            empty="Nobody of your agency has asked."
          />
        )}
      </WhenLoaded>
    </Page>
  )
}

export function DecideRevealPage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const saving = useSaving(words)
  const loaded = useReveals()
  return (
    <WhenLoaded of={loaded}>
      {({ reveals }) => {
        const one = reveals.find((reveal) => reveal.id === id && reveal.decision === null)
        const question = one ? 'May your colleague see this safe address?' : 'This has been decided'
        async function save(answers: FormData) {
          const answer = await saving.send(() =>
            put('/safe-address-reveals/{id}/decision', {
              path: { id },
              body: { decision: String(answers.get('decision') ?? '') as 'given' },
              if_match: saving.match(etag_of(one?.revision ?? 0)),
            }),
          )
          if (!answer.ok) return
          void navigate('/safe-addresses')
          return 'saved' as const
        }
        return (
          <Page
            title={question}
            hasErrors={saving.refusal !== null}
            before={<BackLink href="/safe-addresses" />}
          >
            <ErrorSummary errors={saving.errors.summary} />
            <RefusalNotice refusal={saving.refusal} />
            <h1 className="govuk-heading-l">{question}</h1>
            {one && (
              <>
                <SummaryList
                  rows={[
                    { key: 'Person', value: <span className="app-typed">{one.person_name}</span> },
                    { key: 'Who asks', value: one.asked_by_name },
                    { key: 'When', value: format_date_time(one.asked_at) },
                    { key: 'Why', value: <span className="app-typed">{one.reason}</span> },
                  ]}
                />
                <InsetText>Speak with your colleague first, if you can.</InsetText>
                <Form onSubmit={save} busy={saving.busy}>
                  <Radios
                    name="decision"
                    legend="What do you decide?"
                    options={[
                      { value: 'given', label: 'Yes, for fifteen minutes' },
                      { value: 'refused', label: 'No' },
                    ]}
                    error={saving.errors.by_field.decision}
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

// Shown when it is asked for on this page, and gone when its time is over or the page is left.
export function SafeAddressPage() {
  const { id = '' } = useParams()
  const loaded = useReveals()
  return (
    <WhenLoaded of={loaded}>
      {({ reveals }) => {
        const one = reveals.find((reveal) => reveal.id === id && reveal.is_open)
        return (
          <Page title="Safe address" before={<BackLink href="/safe-addresses" />}>
            <h1 className="govuk-heading-l">Safe address</h1>
            {one?.until ? (
              <Look id={one.id} name={one.person_name} until={one.until} />
            ) : (
              <InsetText>
                You cannot see this address now. Ask again if you still need it.
              </InsetText>
            )}
          </Page>
        )
      }}
    </WhenLoaded>
  )
}

function Look({ id, name, until }: { id: string; name: string; until: string }) {
  const saving = useSaving(words)
  const [shown, set_shown] = useState<Shown | null>(null)
  useEffect(() => {
    if (!shown) return
    const left = Math.max(0, new Date(until).getTime() - Date.now())
    const timer = setTimeout(() => set_shown(null), left)
    return () => clearTimeout(timer)
  }, [shown, until])

  async function show() {
    const answer = await saving.send(() =>
      get('/safe-address-reveals/{id}/address', { path: { id } }),
    )
    if (answer.ok) set_shown(answer.data)
  }
  return (
    <>
      <RefusalNotice refusal={saving.refusal} />
      <p className="govuk-body">
        Of <span className="app-typed">{name}</span>, until {format_date_time(until)}. Look that
        nobody reads along. Do not copy it anywhere.
      </p>
      {shown ? (
        <>
          <SummaryList
            rows={[
              { key: 'Where they are', value: <span className="app-typed">{shown.line}</span> },
              { key: 'Town', value: <span className="app-typed">{shown.town}</span> },
              { key: 'Postcode', value: <span className="app-typed">{shown.postcode}</span> },
              { key: 'What you must know', value: <span className="app-typed">{shown.note}</span> },
            ]}
          />
          <Button type="button" onClick={() => set_shown(null)}>
            Hide it
          </Button>
        </>
      ) : (
        <Button type="button" busy={saving.busy} onClick={() => void show()}>
          Show it
        </Button>
      )}
    </>
  )
}
