// One referral: what was reported, who may already be known, who decides it, and what was decided.

import { useState } from 'react'
import { useParams } from 'react-router'

import { Breadcrumbs, NotificationBanner, Page, Table, Tag } from '@/govuk'
import { get } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { label_of } from '@/lib/programmes'
import { useProgrammes } from '@/lib/reference'
import { referral_choices } from '@/lib/referral-words'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { DecideForm } from './decide-form'
import { useKnown, type LikelyCase, type Referral, type Report } from './known'
import { OwnerPanel } from './owner-panel'
import { PeoplePanel } from './people-panel'
import { Decided, Reported } from './reported'
import { ToldPanel } from './told-form'
import { words } from './triage-words'

const said = words.referral

export function ReferralPage() {
  const { id = '' } = useParams()
  const loaded = useLoaded(`referral ${id}`, (signal) =>
    get('/referrals/{id}', { path: { id }, signal }),
  )
  return (
    <WhenLoaded of={loaded}>
      {(referral) => <OneReferral key={referral.id} first={referral} />}
    </WhenLoaded>
  )
}

type Notice = { kind: 'done'; text: string } | { kind: 'conflict'; text: string; typed: string }

function conflict_with(latest: Referral): string {
  const { decision, decided_by_name } = latest
  if (latest.state !== 'decided' || !decision) return words.conflict.changed
  return words.conflict.decided(
    decided_by_name ?? '',
    label_of(referral_choices.decided, decision).toLowerCase(),
  )
}

// The referral as it is now. When somebody else was first, it is read again and said kindly.
function useReferral(first: Referral) {
  const [referral, set_referral] = useState(first)
  const [notice, set_notice] = useState<Notice | null>(null)

  async function read_again(was: Referral, status: number, typed: string) {
    const latest = await get('/referrals/{id}', { path: { id: was.id } })
    if (!latest.ok) return
    set_referral(latest.data)
    const beaten = latest.data.state !== was.state
    if (status !== 412 && !beaten) return // refused for a reason that its own form has said
    set_notice({ kind: 'conflict', text: conflict_with(latest.data), typed })
  }

  const report: Report = (answer, done, typed = '') => {
    if (answer.ok) {
      set_referral(answer.data)
      set_notice(done ? { kind: 'done', text: done } : null)
    } else if (answer.refusal.status === 412 || answer.refusal.status === 409) {
      void read_again(referral, answer.refusal.status, typed)
    }
  }
  return { referral, notice, report }
}

function OneReferral({ first }: { first: Referral }) {
  const { referral, notice, report } = useReferral(first)
  const programmes = useProgrammes()
  const known = useKnown(referral)
  const programme = programmes.find(({ code }) => code === referral.programme_code) ?? programmes[0]
  const title = referral.reference ? said.title(referral.reference) : said.not_sent
  const waiting = referral.state === 'waiting'
  return (
    <Page
      title={title}
      before={<Breadcrumbs items={[{ label: said.all, href: '/referrals' }, { label: title }]} />}
    >
      <NoticeBanner notice={notice} />
      <h1 className="govuk-heading-l">{title}</h1>
      <Marks referral={referral} />
      {referral.state === 'draft' && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/new-referral/${referral.id}`}>
            {said.go_on}
          </a>
        </p>
      )}
      <Decided referral={referral} />
      {referral.state === 'decided' && <ToldPanel referral={referral} report={report} />}
      <Reported referral={referral} programme={programme} />
      {waiting && referral.may_triage && <OwnerPanel referral={referral} report={report} />}
      <PeoplePanel referral={referral} known={known} programme={programme} report={report} />
      {waiting && referral.may_triage && (
        <>
          <LikelyCases cases={known?.cases ?? []} />
          <DecideForm
            referral={referral}
            programmes={programmes}
            cases={known?.cases ?? []}
            report={report}
          />
        </>
      )}
    </Page>
  )
}

function NoticeBanner({ notice }: { notice: Notice | null }) {
  if (!notice) return null
  if (notice.kind === 'done') return <NotificationBanner kind="success" text={notice.text} />
  return (
    <div role="alert">
      <NotificationBanner title={words.conflict.title} title_id="conflict-title">
        <p className="govuk-notification-banner__heading">{notice.text}</p>
        {notice.typed && (
          <>
            <p className="govuk-body">{words.conflict.kept}</p>
            <p className="govuk-body app-typed">{notice.typed}</p>
          </>
        )}
      </NotificationBanner>
    </div>
  )
}

// How it stands, in words that a colour only repeats.
function Marks({ referral }: { referral: Referral }) {
  const { state, overdue, escalated_at, risk_now, triage_due_on } = referral
  const waiting = state === 'waiting'
  return (
    <p className="govuk-body">
      <Tag colour={waiting ? 'blue' : 'grey'}>{words.marks[state]}</Tag>{' '}
      {waiting && overdue && (
        <>
          <Tag colour="red">{words.marks.overdue}</Tag>{' '}
        </>
      )}
      {waiting && escalated_at && (
        <>
          <Tag colour="orange">{words.marks.escalated}</Tag>{' '}
        </>
      )}
      {waiting && risk_now === 'yes' && (
        <>
          <Tag colour="red">{words.marks.risk}</Tag>{' '}
        </>
      )}
      {waiting && triage_due_on && `${said.decide_by} ${format_date(triage_due_on)}`}
    </p>
  )
}

function LikelyCases({ cases }: { cases: LikelyCase[] }) {
  const { columns } = words.cases
  return (
    <section aria-labelledby="likely-cases">
      <h2 className="govuk-heading-m" id="likely-cases">
        {words.cases.heading}
      </h2>
      <Table
        caption={words.cases.heading}
        caption_hidden
        stacked
        empty={words.cases.none}
        columns={[{ label: columns.case }, { label: columns.why }, { label: columns.opened }]}
        rows={cases.map(({ case_id, reference, title, through, opened_on }) => ({
          key: case_id,
          cells: [
            <>
              <a className="govuk-link" href={`/cases/${case_id}`}>
                {reference}
              </a>
              <br />
              {title}
            </>,
            through.map(words.cases.through).join('. '),
            format_date(opened_on),
          ],
        }))}
      />
    </section>
  )
}
