// The case at a glance: where it stands, what is due, who is in it, what happened last.

import { ButtonGroup, Button, SummaryList, type SummaryRow } from '@/govuk'
import { format_date } from '@/lib/dates'
import { say_due } from '@/lib/due'
import { band_label, label_of } from '@/lib/programmes'
import { useSession } from '@/lib/session-context'

import { case_path, CasePart } from './case-frame'
import { place_roles, told } from './case-words'
import { Entries } from './entries'
import { next_steps } from './next-steps'
import type { Case, SectionProps } from './types'

function NextSteps({ the_case, today }: { the_case: Case; today: string }) {
  const steps = next_steps(the_case, today)
  if (!the_case.may_work || steps.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">What to do next</h2>
      <ul className="govuk-list govuk-list--bullet">
        {steps.map(({ text, part, late }) => (
          <li key={part + text}>
            <a className="govuk-link" href={case_path(the_case, part)}>
              {late ? <strong>{text}</strong> : text}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function RunButtons({ the_case }: { the_case: Case }) {
  if (!the_case.may_run) return null
  if (!the_case.is_open) {
    return (
      <ButtonGroup>
        <Button href={case_path(the_case, 'reopen')} variant="secondary">
          Open this case again
        </Button>
      </ButtonGroup>
    )
  }
  return (
    <ButtonGroup>
      <Button href={case_path(the_case, 'stage')} variant="secondary">
        Move to another stage
      </Button>
      <Button href={case_path(the_case, 'transfer')} variant="secondary">
        Hand to another hub
      </Button>
      <Button href={case_path(the_case, 'close')} variant="secondary">
        Close this case
      </Button>
    </ButtonGroup>
  )
}

function Names({ items }: { items: { key: string; text: string; href?: string }[] }) {
  if (items.length === 0) return 'None'
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {items.map(({ key, text, href }) => (
        <li key={key}>
          {href ? (
            <a className="govuk-link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  )
}

function closing_rows(the_case: Case, programme: SectionProps['programme']): SummaryRow[] {
  if (the_case.is_open) return []
  const was_told = the_case.victim_told
  return [
    { key: 'Closed', value: the_case.closed_on ? format_date(the_case.closed_on) : 'Not recorded' },
    {
      key: 'Why it was closed',
      value: label_of(programme.closing_reasons, the_case.closing_reason ?? ''),
    },
    { key: 'Closing summary', value: the_case.closing_summary ?? '' },
    {
      key: 'Was the victim told?',
      value: was_told ? label_of([told, ...programme.not_told_reasons], was_told) : 'Not recorded',
    },
  ]
}

export function Summary({ the_case, programme }: SectionProps) {
  const { today } = useSession().session
  const present = <One extends { to_on: string | null }>(all: One[]) =>
    all.filter(({ to_on }) => to_on === null)
  const score = the_case.risk_score === null ? '' : `, score ${the_case.risk_score}`
  const change = [{ label: 'Change', href: case_path(the_case, 'change'), hidden: 'lead' }]
  return (
    <CasePart the_case={the_case} programme={programme} section="">
      <NextSteps the_case={the_case} today={today} />
      <h2 className="govuk-heading-m">At a glance</h2>
      <SummaryList
        rows={[
          ...closing_rows(the_case, programme),
          { key: 'Hub', value: the_case.area_name },
          { key: 'Programme', value: `${programme.title}, version ${the_case.programme_version}` },
          { key: 'About', value: label_of(programme.subject_kinds, the_case.subject_kind) },
          { key: 'Opened', value: format_date(the_case.opened_on) },
          {
            key: 'Lead',
            value: `${the_case.lead_user_name ?? 'Nobody yet'}, ${the_case.lead_agency_name}`,
            actions: the_case.may_run && the_case.is_open ? change : [],
          },
          { key: 'Risk', value: `${band_label(programme, the_case.risk_band)}${score}` },
          {
            key: 'Assess the risk again by',
            value: say_due(the_case.is_open ? the_case.reassess_by : null, today),
          },
          {
            key: 'Next review',
            value: say_due(the_case.is_open ? the_case.next_review_on : null, today),
          },
          {
            key: 'Next update to a victim',
            value: say_due(
              the_case.is_open ? the_case.update_due_on : null,
              today,
              'None promised',
            ),
          },
          {
            key: 'Actions',
            value: `${the_case.open_actions} open, ${the_case.overdue_actions} overdue`,
          },
          {
            key: 'People',
            value: (
              <Names
                items={present(the_case.people).map((one) => ({
                  key: one.id,
                  text: `${one.name}: ${label_of(programme.person_roles, one.role)}`,
                  href: `/people/${one.person_id}`,
                }))}
              />
            ),
          },
          {
            key: 'Places',
            value: (
              <Names
                items={present(the_case.places).map((one) => ({
                  key: one.id,
                  text: `${one.label}: ${label_of(place_roles, one.role)}`,
                  href: `/places/${one.place_id}`,
                }))}
              />
            ),
          },
          {
            key: 'Partners',
            value: (
              <Names
                items={present(the_case.partners).map((one) => ({
                  key: one.id,
                  text: one.team_name ? `${one.agency_name}: ${one.team_name}` : one.agency_name,
                }))}
              />
            ),
          },
          ...(the_case.times_reopened > 0
            ? [{ key: 'Opened again', value: `${the_case.times_reopened} times` }]
            : []),
        ]}
      />
      <RunButtons the_case={the_case} />
      <h2 className="govuk-heading-m">Latest</h2>
      <Entries entries={the_case.latest} programme={programme} />
      <p className="govuk-body">
        <a className="govuk-link" href={case_path(the_case, 'chronology')}>
          See the whole chronology
        </a>
      </p>
    </CasePart>
  )
}
