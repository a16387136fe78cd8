// The short lists of the page of what waits today.

import type { components } from '@/api-types'
import { Table, Tag } from '@/govuk'
import { format_date, format_date_time } from '@/lib/dates'
import { say_due } from '@/lib/due'
import { band_label, stage_label, type Programme } from '@/lib/programmes'
import { name_of } from '@/lib/reference'
import { say_headline } from '@/lib/referral-words'

import { words } from './my-work-words'

type Schemas = components['schemas']

// What is needed to say codes and ids in words.
export type Named = {
  areas: readonly { id: string; name: string }[]
  programmes: Programme[]
  today: string
}

const { columns } = words

function labels(...names: string[]) {
  return names.map((label) => ({ label }))
}

// Those that are late come first, whatever order they came in.
function late_first<Item extends { overdue: boolean }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => Number(b.overdue) - Number(a.overdue))
}

type Of<Item> = { items: readonly Item[]; named: Named }

export function ReferralTable({ items, named }: Of<Schemas['ReferralSummary']>) {
  return (
    <Table
      caption={words.referrals.heading}
      caption_hidden
      stacked
      columns={labels(
        columns.referral,
        columns.hub,
        columns.waiting,
        columns.decide_by,
        columns.owner,
      )}
      rows={late_first(items).map((one) => ({
        key: one.id,
        cells: [
          <>
            <a className="govuk-link" href={`/referrals/${one.id}`}>
              {one.reference ?? say_headline(one.headline)}
            </a>
            <br />
            {say_headline(one.headline)}
            {one.risk_now === 'yes' && (
              <>
                <br />
                <Tag colour="red">{words.risk_now}</Tag>
              </>
            )}
          </>,
          name_of(named.areas, one.area_id),
          words.age(one.age_days),
          <>
            {one.triage_due_on && format_date(one.triage_due_on)}{' '}
            {one.overdue && <Tag colour="red">{words.is_overdue}</Tag>}{' '}
            {one.escalated && <Tag colour="orange">{words.escalated}</Tag>}
          </>,
          one.owner_name ?? words.no_owner,
        ],
      }))}
    />
  )
}

type WorkAction = Schemas['MyWork']['actions']['items'][number]

type ActionTableProps = Of<WorkAction> & { caption: string }

export function ActionTable({ items, named, caption }: ActionTableProps) {
  const soonest = [...items].sort((a, b) => a.action.due_on.localeCompare(b.action.due_on))
  return (
    <Table
      caption={caption}
      caption_hidden
      stacked
      columns={labels(columns.action, columns.case, columns.due, columns.owner)}
      rows={soonest.map(({ action, case_reference, case_title }) => ({
        key: action.id,
        cells: [
          <a className="govuk-link" href={`/cases/${action.case_id}/actions`}>
            {action.description}
          </a>,
          `${case_reference} ${case_title}`,
          <>
            {say_due(action.due_on, named.today)}{' '}
            {action.reminder && <Tag colour="yellow">{words.reminder}</Tag>}
          </>,
          action.owner_user_name ?? action.owner_agency_name,
        ],
      }))}
    />
  )
}

type CaseTableProps = Of<Schemas['CaseSummary']> & { caption: string; due?: boolean }

export function CaseTable({ items, named, caption, due = false }: CaseTableProps) {
  const programme_of = (code: string) => named.programmes.find((one) => one.code === code)
  return (
    <Table
      caption={caption}
      caption_hidden
      stacked
      columns={labels(
        columns.case,
        due ? columns.due : columns.next_review,
        columns.stage,
        columns.risk,
        columns.lead,
      )}
      rows={items.map((one) => ({
        key: one.id,
        cells: [
          <>
            <a className="govuk-link" href={`/cases/${one.id}`}>
              {one.reference}
            </a>
            <br />
            {one.title}
          </>,
          say_due(due ? one.due_on : one.next_review_on, named.today),
          stage_label(named.programmes, one.programme_code, one.stage),
          band_label(programme_of(one.programme_code), one.risk_band),
          one.lead_user_name ?? words.no_owner,
        ],
      }))}
    />
  )
}

export function DraftTable({ items }: { items: readonly Schemas['ReferralSummary'][] }) {
  return (
    <Table
      caption={words.drafts.heading}
      caption_hidden
      stacked
      columns={labels(columns.referral, words.drafts.started)}
      rows={items.map((one) => ({
        key: one.id,
        cells: [
          <a className="govuk-link" href={`/new-referral/${one.id}`}>
            {say_headline(one.headline) || words.drafts.untitled}
          </a>,
          format_date_time(one.created_at),
        ],
      }))}
    />
  )
}
