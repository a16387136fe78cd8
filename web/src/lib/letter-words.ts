// Words of letters.

import type { components } from '@/api-types'
import type { PageWords } from '@/lib/explain'
import { say_mistake } from '@/lib/mistakes'

export type Letter = components['schemas']['Letter']
export type LetterHead = components['schemas']['LetterHead']

export const states: Record<LetterHead['state'], string> = {
  waiting: 'Waits for a second person',
  agreed: 'May go',
  refused: 'May not go',
}

export const routes: Record<LetterHead['route'], string> = {
  post: 'By post',
  email: 'By email',
  by_hand: 'Given by hand',
}

// What a letter tells that its recipient must not get.
export const found_codes: Record<string, string> = {
  other_address: 'An address that is not theirs',
  other_contact: 'A phone number or email address that is not theirs',
  other_name: 'The name of somebody they must not read about',
  place: 'A place of this case',
  case_reference: 'The reference of this case',
  own_other_address: 'An address of theirs that the letter does not go to',
}

const mistakes: Record<string, string> = {
  'person_id.required': 'Choose whom the letter is for',
  'person_id.not_in_case': 'Choose somebody in this case',
  'route.required': 'Choose how it reaches them',
  'route.not_offered': 'Choose how it reaches them',
  'route.not_safe': 'No email address of theirs is known to be safe. Choose another way',
  'address.required': 'Choose where to post it',
  'address.not_found': 'Their addresses have changed. Choose where to post it',
  'address.has_ended': 'They no longer live there. Choose another address',
  'address.shared_with_harm':
    'Somebody who may harm them lives or lived there. Choose another address or another way',
  'acting_name.required': 'Enter who acts for them',
  'acting_address.required': 'Enter where it goes',
  'acting_address.shared_with_harm':
    'Somebody who may harm them lives or lived there. Enter another address',
  'safe_contact_read.required': 'Confirm that you have read how it is safe to reach them',
  'subject.required': 'Enter what the letter is about',
  'subject.tells_too_much': 'The subject tells something that they must not get',
  'body.required': 'Enter what the letter says',
  'body.tells_too_much': 'The letter tells something that they must not get',
  'decision.not_offered': 'Choose whether the letter may go',
  'answer.required': 'Say why it may not go',
}

const refusals: Record<string, string> = {
  no_such_letter: 'There is no such letter',
  not_your_own: 'Somebody else has to agree to what you wrote',
  already_decided: 'Somebody else has decided this already',
  tells_too_much_now:
    'Something has come to the record since this was written that they must not get. Refuse it, and have it written again',
}

export const words: PageWords = {
  field: (field, code) => mistakes[`${field}.${code}`] ?? say_mistake(code),
  refusal: (code) => refusals[code],
}
