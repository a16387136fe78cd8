// What to do when a save could not go through although nothing typed is wrong: somebody else saved
// first, or there was no answer. Nothing is taken from the form.

import { Button, ButtonGroup, NotificationBanner } from '@/govuk'

import { format_date_time } from './dates'
import { say_refusal } from './explain'
import { kNetworkCode, type Refusal } from './refusal'

type Props = {
  refusal: Refusal | null
  field_label?: (field: string) => string // the page's name for a changed field
  onRetry?: () => void // sends the same again
  onSeeLatest?: () => void // loads what is there now, beside what was typed
}

export function RefusalNotice({ refusal, field_label, onRetry, onSeeLatest }: Props) {
  if (!refusal) return null
  const retriable = refusal.code === kNetworkCode || refusal.status === 503
  if (refusal.status !== 412 && !retriable) return null
  return (
    <NotificationBanner title_id="refusal-notice-title">
      <p className="govuk-notification-banner__heading">{say_refusal(refusal)}</p>
      {refusal.changes.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {refusal.changes.map(({ at, by, fields }) => (
            <li key={`${at} ${by}`}>
              {`${by} on ${format_date_time(at)}: `}
              {fields.map((field) => field_label?.(field) ?? field).join(', ')}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">What you typed is still on this page.</p>
      <ButtonGroup>
        {retriable && onRetry && (
          <Button type="button" onClick={onRetry}>
            Try again
          </Button>
        )}
        {refusal.status === 412 && onSeeLatest && (
          <Button type="button" variant="secondary" onClick={onSeeLatest}>
            Show the latest
          </Button>
        )}
      </ButtonGroup>
    </NotificationBanner>
  )
}
