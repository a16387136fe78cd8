// Words of safe addresses.

import type { PageWords } from '@/lib/explain'
import { say_mistake } from '@/lib/mistakes'

const mistakes: Record<string, string> = {
  'line.required': 'Enter where they are',
  'reason.required': 'Say why you need to know',
  'decision.required': 'Choose whether your colleague may see it',
}

const refusals: Record<string, string> = {
  already_kept: 'There is a safe address for this person already. End that one first',
  no_such_safe_address: 'There is no such safe address any more',
  no_such_reveal: 'You cannot see this address now. Ask again if you still need it',
  already_decided: 'Somebody else has decided this already',
  no_longer_kept: 'This address is no longer kept',
  not_yourself: 'Somebody else has to decide what you asked for',
}

export const words: PageWords = {
  field: (field, code) => mistakes[`${field}.${code}`] ?? say_mistake(code),
  refusal: (code) => refusals[code],
}
