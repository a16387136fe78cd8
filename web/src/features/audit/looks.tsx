// What one colleague looked at, for those who answer for the whole partnership.

import { useState } from 'react'
import { useNavigate } from 'react-router'

import {
  Button,
  Combobox,
  DateInput,
  ErrorSummary,
  Form,
  Pagination,
  read_date,
  Table,
} from '@/govuk'
import { get, type DataOf } from '@/lib/api'
import { say_action } from '@/lib/audit-words'
import { find_colleagues } from '@/lib/colleagues'
import { format_date_time } from '@/lib/dates'
import { ExtractButton, type Fetch } from '@/lib/extract-form'
import { explain, type Explained, type PageWords } from '@/lib/explain'
import { say_mistake } from '@/lib/mistakes'
import { PartLoaded } from '@/lib/part-loaded'
import { useSession } from '@/lib/session-context'
import { useLoaded } from '@/lib/use-loaded'

type Found = DataOf<'/users/{id}/looks', 'get'>
type Look = Found['looks'][number]
export type Wanted = { user: string; from: string; to: string; after?: string }

const words: PageWords = {
  field: (field, code) =>
    code === 'not_a_period' && field === 'from_on'
      ? 'Enter a first day, like 27 3 2026'
      : code === 'not_a_period'
        ? 'Enter a last day that is not before the first, like 27 3 2026'
        : say_mistake(code),
  refusal: (code) =>
    code === 'not_allowed'
      ? 'What a colleague looked at is shown to those who answer for the whole partnership'
      : code === 'no_such_user'
        ? 'Choose a colleague from the list'
        : undefined,
}

const kNobody = 'none'

export function Looks({ wanted }: { wanted: Wanted }) {
  const is_asked = wanted.user !== '' || wanted.from !== ''
  return (
    <section aria-labelledby="looks">
      <h2 className="govuk-heading-m" id="looks">
        What a colleague looked at
      </h2>
      {is_asked ? (
        <Asked wanted={wanted} />
      ) : (
        <Ask wanted={wanted} errors={{ summary: [], by_field: {} }} />
      )}
    </section>
  )
}

function Ask({ wanted, errors }: { wanted: Wanted; errors: Explained }) {
  const { session } = useSession()
  const navigate = useNavigate()
  const [user, set_user] = useState(wanted.user)

  function show(answers: FormData) {
    const from = read_date(answers, 'from_on') ?? ''
    const to = read_date(answers, 'to_on') ?? ''
    void navigate(`/audit?${new URLSearchParams({ user, from, to })}`)
  }
  return (
    <>
      <ErrorSummary errors={errors.summary} />
      <Form onSubmit={show}>
        <Combobox
          name="user"
          label="Colleague"
          hint="Type part of their name"
          search={find_colleagues}
          onChoose={(suggestion) => set_user(suggestion?.value ?? '')}
        />
        <div className="app-choose">
          <DateInput
            name="from_on"
            legend="From"
            value={wanted.from || session.today}
            error={errors.by_field.from_on}
          />
          <DateInput
            name="to_on"
            legend="To"
            value={wanted.to || session.today}
            error={errors.by_field.to_on}
          />
          <Button variant="secondary">Show</Button>
        </div>
      </Form>
    </>
  )
}

function Asked({ wanted }: { wanted: Wanted }) {
  const { user, from, to, after } = wanted
  const loaded = useLoaded(`looks ${JSON.stringify(wanted)}`, (signal) =>
    get('/users/{id}/looks', {
      path: { id: user || kNobody },
      query: { from_on: from, to_on: to, after },
      signal,
    }),
  )
  const here = `/audit?${new URLSearchParams({ user, from, to })}`
  const fetch_it: Fetch = (query) => get('/users/{id}/looks/extract', { path: { id: user }, query })
  return (
    <>
      <Ask wanted={wanted} errors={explain(loaded.refusal, words)} />
      {!loaded.refusal && (
        <PartLoaded of={loaded}>
          {(found) => (
            <>
              <Shown found={found} here={here} is_first={!after} />
              <ExtractButton fetch_it={fetch_it} days={{ from_on: from, to_on: to }} />
            </>
          )}
        </PartLoaded>
      )}
    </>
  )
}

function Shown({ found, here, is_first }: { found: Found; here: string; is_first: boolean }) {
  return (
    <>
      <Table
        caption={`${found.user_name}, ${found.agency_name}`}
        stacked
        columns={[{ label: 'When' }, { label: 'What' }, { label: 'Of which record' }]}
        rows={found.looks.map((look) => ({
          key: String(look.sequence),
          cells: [
            format_date_time(look.at),
            say_action(look.action),
            <OfWhich key="of" look={look} />,
          ],
        }))}
        empty={
          found.next
            ? 'Nothing on this page is of a record that you may see.'
            : 'They looked at nothing in this time, of what you may see.'
        }
      />
      <Pagination
        label="Pages of what they looked at"
        previous_href={is_first ? undefined : here}
        next_href={found.next ? `${here}&after=${encodeURIComponent(found.next)}` : undefined}
      />
    </>
  )
}

const kPages: Record<string, string> = {
  case: '/cases',
  person: '/people',
  place: '/places',
  referral: '/referrals',
}

function OfWhich({ look }: { look: Look }) {
  const one =
    look.subject_id && look.subject_label
      ? [{ kind: look.subject_kind, id: look.subject_id, label: look.subject_label }]
      : []
  const all = [...one, ...look.shown]
  return (
    <ul className="govuk-list">
      {all.map(({ kind, id, label }) => (
        <li key={id}>
          <a className="govuk-link app-typed" href={`${kPages[kind] ?? ''}/${id}`}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
