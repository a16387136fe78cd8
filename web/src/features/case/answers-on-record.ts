// What is on record of the programme's own fields, and what a form would change in it.

import type { AnswerValues } from '@/lib/answer-fields'
import { get } from '@/lib/api'
import { useLoaded } from '@/lib/use-loaded'

import { case_path } from './case-frame'
import type { Case } from './types'

export function useAnswers(the_case: Case) {
  const { id } = the_case
  return useLoaded(case_path(the_case, 'answers'), (signal) =>
    get('/cases/{id}/answers', { path: { id }, signal }),
  )
}

export function has_answer(answers: AnswerValues, { code }: { code: string }): boolean {
  return (answers[code] ?? []).length > 0
}

// Those that differ from what is on record, so that nothing is written for nothing.
export function changed_answers(given: AnswerValues, on_record: AnswerValues): AnswerValues {
  const differs = ([code, values]: [string, string[]]) =>
    values.join('\n') !== (on_record[code] ?? []).join('\n')
  return Object.fromEntries(Object.entries(given).filter(differs))
}
