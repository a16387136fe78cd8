// Sharing, for whoever works on cases: what is shared with them in part, what they asked for, what
// waits for their decision, and the ways to ask and to open a case in an emergency.

import { ButtonGroup, Button, Page, Table, Tag } from '@/govuk'
import { get, type DataOf } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { label_of } from '@/lib/programmes'
import { useProgrammes } from '@/lib/reference'
import { may, useSession } from '@/lib/session-context'
import { depths, say_listed } from '@/lib/sharing-words'
import { useAgreements } from '@/lib/terms-fields'
import { useLoaded } from '@/lib/use-loaded'

import { decisions } from './sharing-words'

type InPart = DataOf<'/shared-in-part', 'get'>['cases'][number]
type Ask = DataOf<'/access-requests', 'get'>['mine'][number]

const title = 'Sharing between agencies'

function WhomToRing({ one }: { one: InPart }) {
  return (
    <>
      {one.lead_user_name ?? `The hub of ${one.area_name}`}
      {one.lead_user_phone && (
        <>
          <br />
          {one.lead_user_phone}
        </>
      )}
      <br />
      {one.lead_agency_name}
    </>
  )
}

// Nothing of a case of which only the existence is known.
function HowItStands({ one }: { one: InPart }) {
  const programme = useProgrammes().find(({ code }) => code === one.programme_code)
  if (one.depth === 'existence') return 'Ring to find out'
  const dates = [
    one.opened_on && `Opened ${format_date(one.opened_on)}`,
    one.closed_on && `closed ${format_date(one.closed_on)}`,
    one.next_review_on && one.is_open && `next review ${format_date(one.next_review_on)}`,
  ]
  return (
    <>
      {one.title}
      <br />
      {programme && `${programme.title}: ${label_of(programme.stages, one.stage ?? '')}`}
      <br />
      {dates.filter(Boolean).join(', ')}
    </>
  )
}

function InPartTable() {
  const loaded = useLoaded('in part', (signal) => get('/shared-in-part', { signal }))
  return (
    <PartLoaded of={loaded}>
      {({ cases }) => (
        <Table
          caption="Cases you know in part"
          first_cell_is_header
          stacked
          columns={[
            { label: 'Case' },
            { label: 'Hub' },
            { label: 'Whom to ring' },
            { label: 'How it stands' },
          ]}
          rows={cases.map((one) => ({
            key: one.reference,
            cells: [
              one.reference,
              one.area_name,
              <WhomToRing key="ring" one={one} />,
              <HowItStands key="stands" one={one} />,
            ],
          }))}
          empty="No case is shared with you in part. Cases shared as a whole are under Cases."
        />
      )}
    </PartLoaded>
  )
}

function Decision({ ask }: { ask: Ask }) {
  if (ask.decision === null) return <Tag colour="blue">Waiting</Tag>
  return (
    <>
      <Tag colour={ask.decision === 'given' ? 'green' : 'grey'}>
        {decisions[ask.decision] ?? ''}
      </Tag>
      <br />
      <span className="app-typed">{ask.answer}</span>
    </>
  )
}

function Asks() {
  const loaded = useLoaded('asks', (signal) => get('/access-requests', { signal }))
  const { session } = useSession()
  const { purposes } = useAgreements().data ?? {}
  return (
    <PartLoaded of={loaded}>
      {({ mine, to_decide }) => (
        <>
          {may(session, 'run_cases') && (
            <Table
              caption="Waiting for a decision of your hub"
              first_cell_is_header
              stacked
              columns={[
                { label: 'Case' },
                { label: 'Who asks' },
                { label: 'What they want to see, and why' },
                { label: 'Answer by' },
                { label: <span className="govuk-visually-hidden">What to do</span> },
              ]}
              rows={to_decide.map((ask) => ({
                key: ask.id,
                cells: [
                  ask.reference,
                  `${ask.user_name}, ${ask.agency_name}`,
                  <>
                    {depths[ask.depth]}. {say_listed(purposes, ask.purpose)}.
                    <br />
                    <span className="app-typed">{ask.reason}</span>
                  </>,
                  format_date(ask.answer_due_on),
                  <a key="do" className="govuk-link" href={`/sharing/requests/${ask.id}`}>
                    Decide<span className="govuk-visually-hidden">: {ask.user_name}</span>
                  </a>,
                ],
              }))}
              empty="Nobody has asked to see a case of yours."
            />
          )}
          <Table
            caption="What you asked for"
            first_cell_is_header
            stacked
            columns={[{ label: 'Case' }, { label: 'Asked' }, { label: 'Answer' }]}
            rows={mine.map((ask) => ({
              key: ask.id,
              cells: [ask.reference, format_date(ask.asked_at), <Decision key="is" ask={ask} />],
            }))}
            empty="You have not asked to see a case."
          />
        </>
      )}
    </PartLoaded>
  )
}

export function SharingPage() {
  const { session } = useSession()
  return (
    <Page title={title} width="full">
      <h1 className="govuk-heading-l">{title}</h1>
      <ButtonGroup>
        <Button href="/sharing/ask" variant="secondary">
          Ask to see a case
        </Button>
        {may(session, 'open_in_emergency') && (
          <Button href="/sharing/emergency" variant="warning">
            Open a case in an emergency
          </Button>
        )}
      </ButtonGroup>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="/agreements">
            Information sharing agreements
          </a>
        </li>
        {may(session, 'read_audit') && (
          <li>
            <a className="govuk-link" href="/sharing/emergencies">
              Cases opened in an emergency
            </a>
          </li>
        )}
      </ul>
      <InPartTable />
      <Asks />
    </Page>
  )
}
