// Everything that was reported, and what was decided.

import { SummaryList, WarningText } from '@/govuk'
import { format_date, format_date_time } from '@/lib/dates'
import { label_of, type CodeLabel, type Programme } from '@/lib/programmes'
import { referral_choices } from '@/lib/referral-words'

import type { Referral } from './known'
import { words } from './triage-words'

const said = words.referral

type Props = { referral: Referral; programme: Programme | undefined }

type Row = [key: string, value: React.ReactNode]

function coded(choices: readonly CodeLabel[] | undefined, code: string): string {
  return code ? label_of(choices ?? [], code) : ''
}

function List({ title, rows }: { title: string; rows: Row[] }) {
  return (
    <SummaryList
      card_title={title}
      rows={rows.map(([key, value]) => ({
        key,
        value: <span className="app-typed">{value || said.not_recorded}</span>,
      }))}
    />
  )
}

export function Reported({ referral, programme }: Props) {
  const frequency = programme?.measures.find(({ code }) => code === 'frequency')?.options
  const how_often = frequency?.length ? frequency : referral_choices.how_often
  const when = referral.happened_on ? format_date(referral.happened_on) : ''
  const risk = [coded(referral_choices.risk_now, referral.risk_now), referral.risk_now_note]
  const place = referral.place_id ? (
    <>
      <br />
      <a className="govuk-link" href={`/places/${referral.place_id}`}>
        {said.place_known}
      </a>
    </>
  ) : null
  return (
    <>
      {referral.state === 'waiting' && referral.risk_now === 'yes' && (
        <WarningText>{said.emergency}</WarningText>
      )}
      <List
        title={said.reported}
        rows={[
          [said.risk_now, risk.filter(Boolean).join('. ')],
          [said.safe_contact, referral.safe_contact],
          [said.what_happened, referral.what_happened],
          [
            said.where,
            <>
              {referral.where_happened || said.not_recorded}
              {place}
            </>,
          ],
          [said.when, [when, referral.happened_note].filter(Boolean).join('. ')],
          [said.how_often, coded(how_often, referral.how_often)],
          [said.about, coded(programme?.subject_kinds, referral.subject_kind)],
          [said.class, coded(programme?.classes, referral.class)],
          [said.consent, coded(referral_choices.consent, referral.consent)],
        ]}
      />
      <List
        title={said.referrer}
        rows={[
          [said.referrer, referral.referrer_name || said.anonymous],
          [said.source, coded(programme?.intake_sources, referral.source)],
          [said.contact, referral.referrer_contact || said.anonymous],
          [said.channel, coded(referral_choices.channel, referral.channel)],
          [said.how_known, coded(referral_choices.how_known, referral.how_known)],
          [said.received, referral.received_at ? format_date_time(referral.received_at) : ''],
        ]}
      />
    </>
  )
}

export function Decided({ referral }: { referral: Referral }) {
  const { decision, decided_at, decided_by_name, case_id, case_reference } = referral
  if (!decision) return null
  const asked = words.decided
  const by =
    decided_at && decided_by_name ? asked.by_on(decided_by_name, format_date_time(decided_at)) : ''
  const rows: Row[] = [
    [asked.decision, coded(referral_choices.decided, decision)],
    [asked.reason, referral.decision_reason],
    [asked.by, by],
  ]
  if (case_id) {
    rows.push([
      asked.case,
      <a key="case" className="govuk-link" href={`/cases/${case_id}`}>
        {case_reference}
      </a>,
    ])
  } else if (decision === 'accept' || decision === 'link') {
    rows.push([asked.case, asked.case_hidden])
  }
  return <List title={asked.heading} rows={rows} />
}
