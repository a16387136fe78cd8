// The extract of the audit that a regulator may ask for: chosen by two days, saved as a file.

import { useState } from 'react'

import { Button, DateInput, ErrorSummary, Form, NotificationBanner, read_date } from '@/govuk'

import type { Answer, DataOf } from './api'
import type { PageWords } from './explain'
import { say_mistake } from './mistakes'
import { useSession } from './session-context'
import { useSaving } from './use-saving'

type Extract = DataOf<'/people/{id}/audit/extract', 'get'>
export type Days = { from_on: string; to_on: string }
export type Fetch = (days: Days) => Promise<Answer<Extract>>

const mistakes: Record<string, string> = {
  'from_on not_a_period': 'Enter a first day, like 27 3 2026',
  'to_on not_a_period': 'Enter a last day that is not before the first, like 27 3 2026',
  'to_on period_too_long': 'The last day must be within a year of the first. Choose fewer days',
  'to_on too_many_entries':
    'There are more than 10,000 entries between these days. Choose fewer days',
}
const refusals: Record<string, string> = {
  not_signed_yet: 'Nothing is signed yet, so nothing can be proved. Try again in a few minutes',
  not_allowed: 'The extract is for those who answer for the whole partnership',
}
const words: PageWords = {
  field: (field, code) => mistakes[`${field} ${code}`] ?? say_mistake(code),
  refusal: (code) => refusals[code],
}

function save(extract: Extract, is_demo: boolean) {
  const { about, from_on, to_on } = extract
  const file = new Blob([JSON.stringify(extract)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${is_demo ? 'demonstration-' : ''}audit-extract-${about.kind}-${from_on}-${to_on}.json`
  link.click()
  // When the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function useExtract(fetch_it: Fetch) {
  const { session } = useSession()
  const saving = useSaving(words)
  const [count, set_count] = useState<number | null>(null)
  async function take(days: Days) {
    set_count(null)
    const answer = await saving.send(() => fetch_it(days))
    if (!answer.ok) return
    save(answer.data, session.is_demo)
    set_count(answer.data.entries.length)
  }
  return { saving, count, take }
}

function Taken({ count }: { count: number | null }) {
  if (count === null) return null
  const many = count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`
  return (
    <NotificationBanner kind="success" title="Downloaded" text={`The extract holds ${many}.`} />
  )
}

function About() {
  return (
    <p className="govuk-body">
      A file that proves itself: a regulator can check that nobody changed it, without access to
      Waymark. It names who looked. That you download it is recorded.
    </p>
  )
}

// About a record: asks for the days.
export function ExtractForm({ fetch_it }: { fetch_it: Fetch }) {
  const { session } = useSession()
  const { saving, count, take } = useExtract(fetch_it)
  return (
    <section aria-labelledby="extract">
      <Taken count={count} />
      <ErrorSummary errors={saving.errors.summary} />
      <h2 className="govuk-heading-m" id="extract">
        Extract for a regulator
      </h2>
      <About />
      <Form
        busy={saving.busy}
        onSubmit={(answers) =>
          take({
            from_on: read_date(answers, 'from_on') ?? '',
            to_on: read_date(answers, 'to_on') ?? '',
          })
        }
      >
        <div className="app-choose">
          <DateInput name="from_on" legend="First day" error={saving.errors.by_field.from_on} />
          <DateInput
            name="to_on"
            legend="Last day"
            value={session.today}
            error={saving.errors.by_field.to_on}
          />
          <Button variant="secondary" busy={saving.busy}>
            Download the extract for a regulator
          </Button>
        </div>
      </Form>
    </section>
  )
}

// Where the days are chosen already.
export function ExtractButton({ fetch_it, days }: { fetch_it: Fetch; days: Days }) {
  const { saving, count, take } = useExtract(fetch_it)
  return (
    <section aria-labelledby="extract">
      <Taken count={count} />
      <ErrorSummary errors={saving.errors.summary} />
      <h3 className="govuk-heading-s" id="extract">
        Extract for a regulator
      </h3>
      <About />
      <Form busy={saving.busy} onSubmit={() => take(days)}>
        <Button variant="secondary" busy={saving.busy}>
          Download the extract for a regulator
        </Button>
      </Form>
    </section>
  )
}
