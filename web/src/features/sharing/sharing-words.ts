// The words of the pages about sharing.

import type { PageWords } from '@/lib/explain'
import { say_mistake } from '@/lib/mistakes'
import { sharing_mistakes } from '@/lib/sharing-words'

const mistakes: Record<string, string> = {
  ...sharing_mistakes,
  'reference.required': 'Enter the reference you were given, like SCA-2026-4147',
  'reference.too_long': 'Enter the reference only, like SCA-2026-4147',
  'decision.required': 'Choose whether they may see the case',
  'answer.required': 'Enter what they will be told',
  'finding.required': 'Choose whether it was right to open the case',
  'note.required': 'Enter what you found',
  'title.required': 'Enter what the agreement is called',
  'review_on.before_start': 'The review must not be before the agreement starts',
  'review_on.after_end': 'The review must not be after the agreement ends',
  'ends_on.before_start': 'The last day must not be before the first',
  'parties.too_few': 'Choose at least two agencies',
  'purposes.required': 'Choose what it may be shared for',
  'gateways.required': 'Choose which laws allow it',
  'starts_on.not_a_date': 'The first day must be a real date, like 27 3 2026',
  'review_on.not_a_date': 'The day of the review must be a real date, like 27 3 2026',
  'starts_on.required': 'Enter the first day',
  'review_on.required': 'Enter the day of the review',
}

const refusals: Record<string, string> = {
  no_such_case: 'There is no case with this reference that you can open. Check it and try again',
  already_open_to_you: 'You can see this case already. Find it under Cases',
  no_such_ask: 'Somebody else has decided this, or it is no longer yours to decide',
  already_decided: 'Somebody else has decided this already',
  no_such_emergency: 'This is not yours to review',
  already_reviewed: 'Somebody else has reviewed this already',
}

export const words: PageWords = {
  field: (field, code) => mistakes[`${field}.${code}`] ?? say_mistake(code),
  refusal: (code) => refusals[code],
}

export const decisions: Record<string, string> = { given: 'Given', refused: 'Refused' }

export const findings: Record<string, string> = {
  justified: 'It was right to open the case',
  not_justified: 'It was not right to open the case',
}
