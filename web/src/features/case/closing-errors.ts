// What a closing was refused for, in words: each line leads to where it is put right, in the form or
// elsewhere.

import type { PageError } from '@/govuk'
import { label_of, say_code, type Programme } from '@/lib/programmes'
import type { Refusal } from '@/lib/refusal'

import { case_path } from './case-frame'
import { field_words, obstacles } from './case-words'
import { words_for_measures } from './measure-fields'
import type { Case, Outcomes } from './types'

// The API's names for two of its fields are those of other forms, too.
export function words_for_closing(programme: Programme, goals: Outcomes['goals']) {
  const { field, refusal } = words_for_measures(programme)
  const about_goal = field_words(
    (id) => goals.find((one) => one.id === id)?.description ?? 'An agreed outcome',
  )
  return {
    refusal,
    field: (name: string, code: string) => {
      if (name.startsWith('goals.')) return about_goal(name, code)
      return field(name === 'reason' || name === 'summary' ? `closing_${name}` : name, code)
    },
  }
}

export type Closing = {
  the_case: Case
  programme: Programme
  asks: (field: string) => boolean // whether the form asks what a refusal names so
}

function put_right({ the_case, programme, asks }: Closing, field: string, line: PageError) {
  if (asks(field)) return line
  if (field.startsWith('answers.')) {
    const label = label_of(programme.fields, field.slice('answers.'.length))
    return { text: `Answer in the details: ${label}`, href: case_path(the_case, 'answers/change') }
  }
  return field.startsWith('goals.') ? { ...line, href: case_path(the_case, 'outcomes') } : line
}

export function closing_errors(
  closing: Closing,
  refusal: Refusal | null,
  explained: PageError[],
): PageError[] {
  return explained.map((line) => {
    const wrong = refusal?.fields.find(({ field }) => line.href === `#${field}`)
    if (!wrong) return line
    if (wrong.code !== 'obstacle') return put_right(closing, wrong.field, line)
    const known = obstacles[wrong.field] ?? { text: say_code(wrong.field), where: '' }
    return { text: known.text, href: case_path(closing.the_case, known.where) }
  })
}
