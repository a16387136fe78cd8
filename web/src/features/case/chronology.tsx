// Everything that happened, latest first.

import { useNavigate, useSearchParams } from 'react-router'

import { Button, Form, Pagination, Select } from '@/govuk'
import { get } from '@/lib/api'
import { PartLoaded } from '@/lib/part-loaded'
import { useLoaded } from '@/lib/use-loaded'

import { AddButton, case_path, CasePart } from './case-frame'
import { entry_kinds } from './case-words'
import { Entries } from './entries'
import type { SectionProps } from './types'

function query_of(kind: string, after: string): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', kind)
  if (after) query.set('after', after)
  return query.size > 0 ? `?${query}` : ''
}

export function Chronology({ the_case, programme }: SectionProps) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const kind = search.get('kind') ?? ''
  const after = search.get('after') ?? ''
  const { id } = the_case
  const here = case_path(the_case, 'chronology')
  const loaded = useLoaded(`${here}${query_of(kind, after)} ${the_case.revision}`, (signal) =>
    get('/cases/{id}/chronology', {
      path: { id },
      query: { kind: kind || undefined, after: after || undefined },
      signal,
    }),
  )

  return (
    <CasePart the_case={the_case} programme={programme} section="chronology">
      <AddButton may={the_case.may_work} href={case_path(the_case, 'chronology/add')}>
        Add a note, a contact or an incident
      </AddButton>
      <Form
        key={kind}
        onSubmit={(answers) => {
          void navigate(here + query_of(String(answers.get('kind') ?? ''), ''))
        }}
      >
        <Select
          name="kind"
          label="Show"
          value={kind}
          options={[
            { value: '', label: 'Everything' },
            ...Object.entries(entry_kinds).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Button variant="secondary">Apply</Button>
      </Form>
      <PartLoaded of={loaded}>
        {({ entries, next }) => (
          <>
            <Entries entries={entries} programme={programme} />
            <Pagination
              label="Pages of the chronology"
              previous_href={after ? here + query_of(kind, '') : undefined}
              next_href={next ? here + query_of(kind, next) : undefined}
            />
          </>
        )}
      </PartLoaded>
    </CasePart>
  )
}
