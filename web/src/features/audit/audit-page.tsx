// The audit as a whole: whether it can be relied on, and what a colleague looked at.

import { useSearchParams } from 'react-router'

import { InsetText, Page, SummaryList, Table, Tag, WarningText } from '@/govuk'
import { get, type DataOf } from '@/lib/api'
import { format_date_time } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { useSession } from '@/lib/session-context'
import { useLoaded } from '@/lib/use-loaded'

import { Looks } from './looks'

type State = DataOf<'/audit', 'get'>

const title = 'Audit'
const kSilentAfterMinutes = 5
const kEnough = 2

export function AuditPage() {
  const [search] = useSearchParams()
  const wanted = {
    user: search.get('user') ?? '',
    from: search.get('from') ?? '',
    to: search.get('to') ?? '',
    after: search.get('after') ?? undefined,
  }
  const { session } = useSession()
  return (
    <Page title={title} width="full">
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        {session.sees_partnership
          ? 'Who looked at a case, a person or a place stands on the page of that record. Here is what one colleague looked at, and whether the account of it can be relied on.'
          : 'Who looked at a case stands on its page. Here is whether the account of it can be relied on.'}
      </p>
      {session.sees_partnership && <Looks key={search.toString()} wanted={wanted} />}
      <Proof />
    </Page>
  )
}

function Proof() {
  const loaded = useLoaded('audit state', (signal) => get('/audit', { signal }))
  return (
    <section aria-labelledby="proof">
      <h2 className="govuk-heading-m" id="proof">
        Can it be relied on?
      </h2>
      <PartLoaded of={loaded}>{(state) => <ProofOf state={state} />}</PartLoaded>
    </section>
  )
}

function is_silent(seen_at: string | null): boolean {
  return seen_at === null || Date.now() - new Date(seen_at).getTime() > kSilentAfterMinutes * 60_000
}

function ProofOf({ state }: { state: State }) {
  const signing = state.witnesses.filter(({ to_on }) => to_on === null)
  const awake = signing.filter(({ seen_at }) => !is_silent(seen_at))
  return (
    <>
      {awake.length < kEnough && (
        <WarningText>
          Fewer than two other agencies are watching. Until two are, nobody outside can prove that
          the account of who looked was not rewritten.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'Entries', value: state.size.toLocaleString('en-GB') },
          {
            key: 'Signed by this server',
            value: state.signed_at
              ? `The first ${state.signed_size.toLocaleString('en-GB')}, on ${format_date_time(state.signed_at)}`
              : 'None yet',
          },
          {
            key: 'Seen by two other agencies',
            value: state.witnessed_size
              ? `The first ${state.witnessed_size.toLocaleString('en-GB')}`
              : 'None yet',
          },
        ]}
      />
      <Table
        caption="Witnesses"
        first_cell_is_header
        stacked
        columns={[{ label: 'Agency' }, { label: 'Name' }, { label: 'Signed last' }]}
        rows={state.witnesses.map((one) => ({
          key: one.name,
          cells: [
            one.agency_name,
            <span key="name" className="app-typed">
              {one.name}
            </span>,
            <>
              {one.seen_at ? format_date_time(one.seen_at) : 'Never'}{' '}
              {one.to_on ? (
                <Tag colour="grey">Ended</Tag>
              ) : (
                is_silent(one.seen_at) && <Tag colour="red">Silent</Tag>
              )}
            </>,
          ],
        }))}
        empty="No other agency watches this log yet."
      />
      {state.note && (
        <InsetText>
          The newest signed head. Keep a copy where nobody who runs the server can reach it:
          <pre className="app-note">{state.note}</pre>
        </InsetText>
      )}
    </>
  )
}
