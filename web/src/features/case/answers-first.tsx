// Forms that also ask what the programme needs to know by then: the answers are saved first, and the
// form's own request follows.

import { useState, type ReactNode } from 'react'

import { read_answers, type AnswerValues } from '@/lib/answer-fields'
import { get, put } from '@/lib/api'
import type { Programme } from '@/lib/programmes'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import type { Saving } from '@/lib/use-saving'

import { case_path } from './case-frame'
import type { Case, SectionProps } from './types'

export function useAnswers(the_case: Case) {
  const { id } = the_case
  return useLoaded(case_path(the_case, 'answers'), (signal) =>
    get('/cases/{id}/answers', { path: { id }, signal }),
  )
}

type WithProps = { the_case: Case; children: (answers: AnswerValues) => ReactNode }

export function WithAnswers({ the_case, children }: WithProps) {
  const loaded = useAnswers(the_case)
  return <WhenLoaded of={loaded}>{({ answers }) => children(answers)}</WhenLoaded>
}

// Those that differ from what is on record, so that nothing is written for nothing.
export function changed_answers(given: AnswerValues, on_record: AnswerValues): AnswerValues {
  const differs = ([code, values]: [string, string[]]) =>
    values.join('\n') !== (on_record[code] ?? []).join('\n')
  return Object.fromEntries(Object.entries(given).filter(differs))
}

type Asked = (field: Programme['fields'][number]) => boolean

// Saves what is new in the answers. Gives the revision that the case has then, or null when they
// were refused. A second try, after what follows was refused, saves nothing twice.
export function useAnswersFirst(
  { the_case, etag, programme, reload }: SectionProps,
  saving: Saving,
  at_start: AnswerValues,
  asked: Asked,
): (given: FormData) => Promise<string | null> {
  const [on_record, set_on_record] = useState({ answers: at_start, etag })
  return async (given) => {
    const path = { id: the_case.id }
    const answers = changed_answers(read_answers(given, programme, asked), on_record.answers)
    const if_match = saving.match(on_record.etag)
    if (Object.keys(answers).length === 0) return if_match
    const answer = await saving.send(() =>
      put('/cases/{id}/answers', { path, body: { answers }, if_match }),
    )
    if (!answer.ok) return null
    set_on_record({ answers: { ...on_record.answers, ...answers }, etag: answer.etag })
    reload() // the other parts of the case go on from here, should what follows be refused
    return answer.etag ?? ''
  }
}
