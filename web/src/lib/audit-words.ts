// What the audit says was done, in words.

import { say_code } from './programmes'

const actions: Record<string, string> = {
  'grant.give': 'Shared the case',
  'grant.narrow': 'Shared less of the case',
  'grant.end': 'Stopped sharing the case',
  'emergency.review': 'Reviewed an emergency',
  'case.read': 'Read the case',
  'case.list': 'Saw the case in a list',
  'case.search': 'Found the case by its reference',
  'case.create': 'Opened the case',
  'case.change': 'Changed the case',
  'case.close': 'Closed the case',
  'case.reopen': 'Opened the case again',
  'case.transfer': 'Handed the case to another hub',
  'action.list': 'Saw actions of the case in a list',
  'person.read': 'Read the person’s record',
  'person.create': 'Put the person on record',
  'person.change': 'Changed the person’s record',
  'person.search': 'Found the person in a search',
  'person.match': 'Was shown the person as a possible match',
  'person.shown': 'Saw the name in a list or on a case',
  'person.share': 'The record became readable to more people',
  'person.withdraw': 'The record became readable to fewer people',
  'place.read': 'Read the place’s record',
  'place.create': 'Put the place on record',
  'place.change': 'Changed the place’s record',
  'place.search': 'Found the place in a search',
  'place.match': 'Was shown the place as a possible match',
  'place.shown': 'Saw the place in a list or on a case',
  'place.share': 'The record became readable to more people',
  'place.withdraw': 'The record became readable to fewer people',
  'referral.read': 'Read the referral',
  'referral.list': 'Saw referrals in a list',
  'user.read_looks': 'Looked at what a colleague looked at',
  'case.extract': 'Took an extract of the audit for a regulator',
  'person.extract': 'Took an extract of the audit for a regulator',
  'place.extract': 'Took an extract of the audit for a regulator',
  'user.extract': 'Took an extract of what a colleague looked at, for a regulator',
  'interest.list': 'Saw the conflicts of interest',
}

// Anything else is said from its own code.
export function say_action(action: string): string {
  return actions[action] ?? say_code(action.replaceAll('.', ' '))
}
