// What is known about one thing, with a way to change each part.

import type { ReactNode } from 'react'

import { classes } from './classes'

export type Action = { label: string; href: string; hidden?: string } // hidden: what it acts on

export type SummaryRow = { key: ReactNode; value: ReactNode; actions?: Action[]; id?: string }

type Props = {
  rows: SummaryRow[]
  no_border?: boolean
  card_title?: string
  card_actions?: Action[]
  card_heading_level?: 2 | 3 | 4
}

export function SummaryList(props: Props) {
  const { rows, no_border, card_title, card_actions = [], card_heading_level = 2 } = props
  const any_actions = rows.some((row) => row.actions?.length)
  const list = (
    <dl className={classes('govuk-summary-list', no_border && 'govuk-summary-list--no-border')}>
      {rows.map((row, index) => (
        <Row
          key={row.id ?? (typeof row.key === 'string' ? row.key : index)}
          row={row}
          any_actions={any_actions}
          card_title={card_title}
        />
      ))}
    </dl>
  )
  if (!card_title) return list
  const Heading = `h${card_heading_level}` as const
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{card_title}</Heading>
        <Actions
          block="govuk-summary-card__actions"
          item="govuk-summary-card__action"
          actions={card_actions}
          card_title={card_title}
        />
      </div>
      <div className="govuk-summary-card__content">{list}</div>
    </div>
  )
}

type RowProps = { row: SummaryRow; any_actions: boolean; card_title: string | undefined }

function Row({ row, any_actions, card_title }: RowProps) {
  const actions = row.actions ?? []
  const name = classes(
    'govuk-summary-list__row',
    any_actions && actions.length === 0 && 'govuk-summary-list__row--no-actions',
  )
  return (
    <div className={name}>
      <dt className="govuk-summary-list__key">{row.key}</dt>
      <dd className="govuk-summary-list__value">{row.value}</dd>
      {actions.length === 1 && actions[0] && (
        <dd className="govuk-summary-list__actions">
          <ActionLink action={actions[0]} card_title={card_title} />
        </dd>
      )}
      {actions.length > 1 && (
        <dd className="govuk-summary-list__actions">
          <Actions
            block="govuk-summary-list__actions-list"
            item="govuk-summary-list__actions-list-item"
            actions={actions}
            card_title={card_title}
          />
        </dd>
      )}
    </div>
  )
}

type ActionsProps = {
  block: string
  item: string
  actions: Action[]
  card_title: string | undefined
}

function Actions({ block, item, actions, card_title }: ActionsProps) {
  const [first] = actions
  if (!first) return null
  if (actions.length === 1) {
    return (
      <div className={block}>
        <ActionLink action={first} card_title={card_title} />
      </div>
    )
  }
  return (
    <ul className={block}>
      {actions.map((action) => (
        <li key={action.label} className={item}>
          <ActionLink action={action} card_title={card_title} />
        </li>
      ))}
    </ul>
  )
}

type ActionLinkProps = { action: Action; card_title: string | undefined }

function ActionLink({ action, card_title }: ActionLinkProps) {
  const hidden = `${action.hidden ? ` ${action.hidden}` : ''}${card_title ? ` (${card_title})` : ''}`
  return (
    <a className="govuk-link" href={action.href}>
      {action.label}
      {hidden && <span className="govuk-visually-hidden">{hidden}</span>}
    </a>
  )
}
