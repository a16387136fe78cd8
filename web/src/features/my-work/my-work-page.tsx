// What waits for the person who asks, most urgent first.

import type { components } from '@/api-types'
import { Button, Page } from '@/govuk'
import { get } from '@/lib/api'
import { useDirectory, useProgrammes } from '@/lib/reference'
import { may, useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { Notices } from './notices'
import { ActionTable, CaseTable, DraftTable, ReferralTable, type Named } from './work-tables'
import { words } from './my-work-words'

type MyWork = components['schemas']['MyWork']

export function MyWorkPage() {
  const { session } = useSession()
  const loaded = useLoaded('my-work', (signal) => get('/my-work', { signal }))
  const directory = useDirectory()
  const programmes = useProgrammes()
  const named = { areas: directory?.areas ?? [], programmes, today: session.today }
  return (
    <WhenLoaded of={loaded}>
      {(work) => (
        <Page title={words.title} width="full">
          <h1 className="govuk-heading-l">{words.title}</h1>
          <Notices />
          <OverdueList work={work} />
          {may(session, 'make_referrals') && (
            <Button href="/new-referral">{words.start_referral}</Button>
          )}
          <Sections work={work} named={named} permissions={session.permissions} />
        </Page>
      )}
    </WhenLoaded>
  )
}

// The first thing a manager looks for: is anything late, and what.
function OverdueList({ work }: { work: MyWork }) {
  const late = [
    { id: 'referrals', text: words.overdue.referrals, list: work.referrals_waiting },
    { id: 'actions', text: words.overdue.actions, list: work.actions },
    { id: 'agency-actions', text: words.overdue.agency_actions, list: work.agency_actions },
    { id: 'updates', text: words.overdue.updates, list: work.updates },
    { id: 'reassessments', text: words.overdue.reassessments, list: work.reassessments },
    { id: 'reviews', text: words.overdue.reviews, list: work.reviews },
  ].filter(({ list }) => list.overdue > 0)
  if (late.length === 0) return <p className="govuk-body">{words.nothing_overdue}</p>
  return (
    <section className="govuk-inset-text" aria-labelledby="overdue-now">
      <h2 className="govuk-heading-m" id="overdue-now">
        {words.overdue_title}
      </h2>
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {late.map(({ id, text, list }) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              <strong>{text(list.overdue)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type SectionProps = {
  id: string
  said: { heading: string; empty: string; text?: string; all?: string }
  list: { total: number; items: readonly unknown[] }
  all_href?: string
  counted_to?: number // the server counts no further
  children: React.ReactNode
}

function Section({ id, said, list, all_href, counted_to, children }: SectionProps) {
  const total = list.total === counted_to ? words.at_least(list.total) : String(list.total)
  const shown = words.total(list.items.length, list.total, total)
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 className="govuk-heading-m" id={`${id}-heading`}>
        {`${said.heading} (${total})`}
      </h2>
      {list.total === 0 ? (
        <p className="govuk-body">{said.empty}</p>
      ) : (
        <>
          {said.text && <p className="govuk-body">{said.text}</p>}
          {children}
          <p className="govuk-body">
            {all_href ? (
              <>
                <a className="govuk-link" href={all_href}>
                  {said.all}
                </a>{' '}
                ({shown})
              </>
            ) : (
              shown
            )}
          </p>
        </>
      )}
    </section>
  )
}

// As the API says of the actions that nobody is named for.
const kMostCounted = 100

type SectionsProps = { work: MyWork; named: Named; permissions: string[] }

function Sections({ work, named, permissions }: SectionsProps) {
  const triages = permissions.includes('triage_referrals')
  const works = permissions.includes('work_on_cases')
  const due = [
    ['updates', words.updates, work.updates, 'update'],
    ['reassessments', words.reassessments, work.reassessments, 'reassessment'],
    ['reviews', words.reviews, work.reviews, 'review'],
  ] as const
  return (
    <>
      {(triages || work.referrals_waiting.total > 0) && (
        <Section
          id="referrals"
          said={words.referrals}
          list={work.referrals_waiting}
          all_href="/referrals"
        >
          <ReferralTable items={work.referrals_waiting.items} named={named} />
        </Section>
      )}
      {(works || work.actions.total > 0) && (
        <Section id="actions" said={words.actions} list={work.actions} all_href="/cases?due=action">
          <ActionTable items={work.actions.items} named={named} caption={words.actions.heading} />
        </Section>
      )}
      {(works || work.agency_actions.total > 0) && (
        <Section
          id="agency-actions"
          said={words.agency_actions}
          list={work.agency_actions}
          counted_to={kMostCounted}
        >
          <ActionTable
            items={work.agency_actions.items}
            named={named}
            caption={words.agency_actions.heading}
          />
        </Section>
      )}
      {due.map(([id, said, list, code]) =>
        works || list.total > 0 ? (
          <Section key={id} id={id} said={said} list={list} all_href={`/cases?due=${code}`}>
            <CaseTable items={list.items} named={named} caption={said.heading} due />
          </Section>
        ) : null,
      )}
      {(works || work.cases.total > 0) && (
        <Section id="cases" said={words.cases} list={work.cases} all_href="/cases?lead=me">
          <CaseTable items={work.cases.items} named={named} caption={words.cases.heading} />
        </Section>
      )}
      {(permissions.includes('make_referrals') || work.my_drafts.total > 0) && (
        <Section
          id="drafts"
          said={words.drafts}
          list={work.my_drafts}
          all_href="/referrals?state=draft"
        >
          <DraftTable items={work.my_drafts.items} />
        </Section>
      )}
    </>
  )
}
