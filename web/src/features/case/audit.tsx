// Who changed the case and, for those who may know, who read it.

import { useSearchParams } from 'react-router'

import { InsetText, Pagination, Table } from '@/govuk'
import { get } from '@/lib/api'
import { say_action } from '@/lib/audit-words'
import { format_date_time } from '@/lib/dates'
import { ExtractForm } from '@/lib/extract-form'
import { PartLoaded } from '@/lib/part-loaded'
import { say_code, type Programme } from '@/lib/programmes'
import { may, useSession } from '@/lib/session-context'
import { useLoaded } from '@/lib/use-loaded'

import { case_path, CasePart } from './case-frame'
import { audit_parts } from './case-words'
import type { SectionProps } from './types'

// Which parts a change was of. The programme of a new case is called as people call it.
function say_parts(detail: string, programme: Programme): string {
  const codes = detail.split(',').filter(Boolean)
  const said = codes.map((code) =>
    code === programme.code ? programme.title : (audit_parts[code] ?? say_code(code)),
  )
  return said.join(', ')
}

// The server leaves out who read the case after it has cut a page, so a page may come back empty
// with more behind it: go on to the first that has something.
async function first_with_entries(id: string, after: string, signal: AbortSignal) {
  let answer = await get('/cases/{id}/audit', {
    path: { id },
    query: { after: after || undefined },
    signal,
  })
  while (answer.ok && answer.data.entries.length === 0 && answer.data.next) {
    const query = { after: answer.data.next }
    answer = await get('/cases/{id}/audit', { path: { id }, query, signal })
  }
  return answer
}

export function Audit({ the_case, programme }: SectionProps) {
  const { session } = useSession()
  const [search] = useSearchParams()
  const after = search.get('after') ?? ''
  const { id } = the_case
  const here = case_path(the_case, 'audit')
  const loaded = useLoaded(`${here} ${after}`, (signal) => first_with_entries(id, after, signal))
  return (
    <CasePart the_case={the_case} programme={programme} section="audit">
      {!may(session, 'read_audit') && (
        <InsetText>
          You see who changed this case. Who read it is shown to managers and to the data protection
          officer.
        </InsetText>
      )}
      <PartLoaded of={loaded}>
        {({ entries, next }) => (
          <>
            <Table
              caption="Latest first"
              stacked
              columns={[
                { label: 'When' },
                { label: 'Who' },
                { label: 'What' },
                { label: 'Of what' },
              ]}
              rows={entries.map((entry) => ({
                key: String(entry.sequence),
                cells: [
                  format_date_time(entry.at),
                  [entry.actor_name, entry.agency_name].filter(Boolean).join(', '),
                  say_action(entry.action),
                  say_parts(entry.detail, programme),
                ],
              }))}
              empty="Nothing has been recorded."
            />
            <Pagination
              label="Pages of the audit"
              previous_href={after ? here : undefined}
              next_href={next ? `${here}?after=${encodeURIComponent(next)}` : undefined}
            />
            {session.sees_partnership && may(session, 'read_audit') && (
              <ExtractForm
                fetch_it={(query) => get('/cases/{id}/audit/extract', { path: { id }, query })}
              />
            )}
          </>
        )}
      </PartLoaded>
    </CasePart>
  )
}
