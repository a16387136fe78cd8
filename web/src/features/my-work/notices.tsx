// What somebody must know at once, above the rest of their work.

import { useState } from 'react'

import { Button, NotificationBanner } from '@/govuk'
import { get, put, type DataOf } from '@/lib/api'
import { format_date_time } from '@/lib/dates'
import type { PageWords } from '@/lib/explain'
import { PartLoaded } from '@/lib/part-loaded'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

type Notice = DataOf<'/notices', 'get'>['notices'][number]

const words: PageWords = { field: () => '', refusal: () => undefined }

function say(notice: Notice): string {
  const { kind, by_name, label } = notice
  const said: Record<Notice['kind'], string> = {
    emergency: `${by_name} opened ${label} in an emergency`,
    shared: `${by_name} shared ${label} with you`,
    ask: `${by_name} asks to see ${label}`,
    ask_decided: `${by_name} answered what you asked about ${label}`,
    correction: label
      ? `${by_name} put right something in ${label}`
      : `Something in a case that you had read was wrong. Ring ${by_name}`,
    reveal_asked: `${by_name} asks to be shown a safe address`,
    reveal_given: `${by_name} agreed that a safe address is shown`,
    letter_waits: `${by_name} wrote letter ${label} to somebody who may cause harm. May it go?`,
    letter_decided: `${by_name} decided about letter ${label}`,
    reveal_refused: `${by_name} did not agree that a safe address is shown`,
  }
  return said[kind]
}

function href_of({ kind, subject_kind, subject_id }: Notice): string | null {
  if (subject_kind === 'case') {
    return `/cases/${subject_id}${kind === 'correction' ? '/chronology' : ''}`
  }
  if (subject_kind === 'ask_to_decide') return `/sharing/requests/${subject_id}`
  if (subject_kind === 'ask' || subject_kind === 'in_part') return '/sharing'
  if (subject_kind === 'letter') return `/letters/${subject_id}`
  if (subject_kind === 'reveal') return '/safe-addresses'
  return null
}

export function Notices() {
  const loaded = useLoaded('notices', (signal) => get('/notices', { signal }))
  const saving = useSaving(words)
  const [seen, set_seen] = useState<readonly string[]>([])
  const news = (loaded.data?.notices ?? []).filter(
    ({ id, is_seen }) => !is_seen && !seen.includes(id),
  )
  // Not to know that there may be something is worse than a line that says so.
  if (loaded.refusal) return <PartLoaded of={loaded}>{() => null}</PartLoaded>
  if (news.length === 0) return null

  async function mark(id: string) {
    const answer = await saving.send(() => put('/notices/{id}/seen', { path: { id } }))
    if (answer.ok) set_seen((before) => [...before, id])
  }
  return (
    <NotificationBanner title="You should know">
      <RefusalNotice refusal={saving.refusal} />
      <ul className="govuk-list">
        {news.map((notice) => {
          const href = href_of(notice)
          return (
            <li key={notice.id}>
              {href ? (
                <a className="govuk-notification-banner__link" href={href}>
                  {say(notice)}
                </a>
              ) : (
                say(notice)
              )}
              , {format_date_time(notice.at)}
              {notice.kind !== 'ask' && (
                <>
                  {' '}
                  <Button
                    type="button"
                    variant="secondary"
                    className="govuk-!-margin-bottom-0"
                    onClick={() => void mark(notice.id)}
                  >
                    Seen<span className="govuk-visually-hidden">: {say(notice)}</span>
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </NotificationBanner>
  )
}
