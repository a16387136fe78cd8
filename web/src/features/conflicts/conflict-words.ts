// The words of conflicts of interest.

import type { PageWords } from '@/lib/explain'

export const kinds = {
  self: 'It is the same person',
  household: 'They live in the same household',
  family: 'They are family, or were partners',
  associate: 'They know each other in another way',
}

const mistakes: Record<string, string> = {
  'user_id.not_offered': 'Choose a colleague from the list',
  'kind.required': 'Choose how they know each other',
  'kind.not_offered': 'Choose how they know each other',
  'note.too_long': 'What you say about it must be 500 characters or fewer',
  'reason.required': 'Say why it no longer holds',
  'reason.too_long': 'The reason must be 500 characters or fewer',
}

const refusals: Record<string, string> = {
  no_such_interest: 'Somebody else has ended this already',
}

export const words: PageWords = {
  field: (field, code) =>
    mistakes[`${field}.${code}`] ??
    (code === 'not_clean_text' ? 'Use plain text only' : 'Check this answer'),
  refusal: (code) => refusals[code],
}
