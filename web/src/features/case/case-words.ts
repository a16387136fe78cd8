// Every word of the case page, so that a content designer can read and change them in one place.

import { say_mistake } from '@/lib/mistakes'
import { say_code } from '@/lib/programmes'
import { sharing_mistakes } from '@/lib/sharing-words'

export const sections = [
  { code: '', label: 'Summary' },
  { code: 'people', label: 'People and places' },
  { code: 'chronology', label: 'Chronology' },
  { code: 'risk', label: 'Risk' },
  { code: 'actions', label: 'Actions' },
  { code: 'reviews', label: 'Reviews and updates' },
  { code: 'outcomes', label: 'Outcomes' },
  { code: 'answers', label: 'Details' },
  { code: 'letters', label: 'Letters' },
  { code: 'sharing', label: 'Who can see it' },
  { code: 'audit', label: 'Audit' },
] as const

// What was just saved, said once at the top of the page that somebody comes back to.
export const done: Record<string, string> = {
  opened: 'The case is open',
  changed: 'The case has been changed',
  stage: 'The case has moved to another stage',
  closed: 'The case is closed',
  reopened: 'The case is open again',
  person_added: 'The person has been added to the case',
  person_ended: 'The person is no longer part of the case',
  place_added: 'The place has been added to the case',
  place_ended: 'The place is no longer part of the case',
  partner_added: 'The agency has been brought in. It can now see this case',
  partner_ended: 'The agency can no longer see this case',
  entry_added: 'The entry has been added to the chronology',
  risk_assessed: 'The risk has been assessed',
  action_added: 'The action has been added',
  action_changed: 'The action has been changed',
  action_result: 'The result of the action has been recorded',
  review_added: 'The review has been recorded',
  updates_agreed: 'What was agreed about updates has been recorded',
  update_recorded: 'The update has been recorded',
  measures_recorded: 'The opening measures have been recorded',
  goal_added: 'The agreed outcome has been added',
  goal_result: 'The result of the agreed outcome has been recorded',
  answers: 'The details have been saved',
  shared: 'The case has been shared',
  shared_less: 'Less of the case is shared now',
  sharing_stopped: 'They can no longer see this case',
  corrected: 'Everybody who opened this case is told',
  partner_renewed: 'Their time in the case has been renewed',
}

export const entry_kinds: Record<string, string> = {
  opened: 'Case opened',
  note: 'Note',
  contact: 'Contact',
  incident: 'Incident reported',
  stage: 'Stage changed',
  risk: 'Risk assessed',
  action_added: 'Action agreed',
  action_changed: 'Action changed',
  action_done: 'Action ended',
  review: 'Review held',
  update_agreed: 'Updates agreed',
  update: 'Update to a victim',
  person: 'People changed',
  place: 'Places changed',
  partner: 'Partners changed',
  lead: 'Lead changed',
  answers: 'Details changed',
  transfer: 'Handed to another hub',
  closed: 'Case closed',
  reopened: 'Case opened again',
  sharing: 'Sharing changed',
  letter: 'Letter',
}

export const grant_origins: Record<string, string> = {
  given: 'shared by the hub or the lead agency',
  partner: 'with a partner brought in',
  asked: 'to somebody who asked',
  emergency: 'opened in an emergency',
}

export const sharing_done: Record<string, string> = {
  given: 'Shared',
  narrowed: 'Less is shared',
  withdrawn: 'Sharing stopped',
  expired: 'The time of sharing was over',
  emergency: 'Opened in an emergency, for an hour',
  correction: 'Something was wrong; everybody who opened the case was told',
}

export const letter_done: Record<string, string> = {
  written: 'Written',
  waits: 'Written; waits for a second person',
  agreed: 'A second person agreed that it goes',
  refused: 'A second person did not agree that it goes',
}

export const grant_endings: Record<string, string> = {
  withdrawn: 'Stopped',
  expired: 'Its time was over',
  partner_ended: 'Their part in the case ended',
  replaced: 'Renewed',
}

export const audit_parts: Record<string, string> = {
  incident: 'Incident reported',
  update: 'Update to a victim',
  update_agreement: 'Updates agreed',
  goal: 'Agreed outcome',
  answers: 'Details',
  risk: 'Risk assessment',
}

export const natures: Record<string, string> = {
  fact: 'Fact: what was seen, heard or recorded',
  opinion: 'Opinion: what the writer thinks',
  third_party: 'From a third party: what somebody else said',
}

export const place_roles = [
  { code: 'where_it_happens', label: 'Where it happens' },
  { code: 'home_of_victim', label: 'Home of the victim' },
  { code: 'home_of_alleged_perpetrator', label: 'Home of the alleged perpetrator' },
  { code: 'linked', label: 'Linked in another way' },
]

export const place_kinds = [
  { code: 'address', label: 'Address' },
  { code: 'premises', label: 'Premises, such as a shop or a school' },
  { code: 'street', label: 'Street' },
  { code: 'open_space', label: 'Open space, such as a park' },
]

export const update_results = [
  { code: 'given', label: 'Given' },
  { code: 'tried', label: 'Tried, but the person was not reached' },
  { code: 'declined', label: 'Declined by the person' },
]

export const points = [
  { code: 'opening', label: 'At opening' },
  { code: 'review', label: 'At review' },
  { code: 'closing', label: 'At closing' },
]

// What was told; why not is in the programme's own words.
export const told = { code: 'told', label: 'Yes, they have been told' }

export const consents = [
  { code: 'given', label: 'Given: they agree to what the new hub will see' },
  { code: 'not_needed', label: 'Not needed: there is a lawful reason to share without it' },
  { code: 'refused', label: 'Refused' },
]

export const agreed_with = [
  { code: 'victim', label: 'The victim' },
  { code: 'household', label: 'The household' },
  { code: 'partners', label: 'Partner agencies' },
  { code: 'community', label: 'People who live or work there' },
]

// What stands in the way of closing, and the part of the case where it is put right.
export const obstacles: Record<string, { text: string; where: string }> = {
  open_actions: { text: 'Record how each open action ended', where: 'actions' },
  risk_reassessment_due: { text: 'Assess the risk again: it is overdue', where: 'risk/new' },
  no_closing_risk: { text: 'Assess the risk for closing', where: 'risk/new?point=closing' },
  stage_not_next: { text: 'Move the case to a stage that may be closed', where: 'stage' },
}

const mistakes: Record<string, string> = {
  ...sharing_mistakes,
  'title.required': 'Enter a title for the case',
  'title.too_long': 'The title is too long. Make it shorter',
  'lead_agency_id.required': 'Choose the agency that leads',
  'lead_agency_id.no_agreement':
    'No agreement in force lets you share the case with this agency. Choose another agency',
  'lead_user_id.not_in_agency': 'Choose a lead worker from the agency that leads',
  'lead_user_id.not_offered': 'Choose somebody else: they cannot work on this case',
  'owner_user_id.not_offered': 'Choose somebody else: they cannot work on this case',
  'stage.required': 'Choose the stage to move to',
  'reason.required': 'Enter the reason',
  'consent.required': 'Choose what was decided about consent',
  'area_id.required': 'Choose the hub',
  'area_id.not_offered': 'Choose another hub',
  'programme_code.required': 'Choose the programme',
  'subject_kind.required': 'Choose what the case is about',
  'match.required': 'Choose whether this is already on record',
  'person_id.required': 'Choose a person from the list',
  'place_id.required': 'Choose a place from the list',
  'role.required': 'Choose the role',
  'agency_id.required': 'Choose the agency',
  'given_names.required': 'Enter their given names, or their family name',
  'family_name.required': 'Enter their family name, or their given names',
  'kind.required': 'Choose what kind it is',
  'body.required': 'Enter what happened',
  'nature.required': 'Choose whether it is a fact, an opinion or from a third party',
  'happened_at.in_the_future': 'When it happened must be in the past',
  'happened_at.not_a_date': 'Enter when it happened as a real date and time',
  'point.required': 'Choose what the assessment is for',
  'override.band.not_offered': 'Choose a band',
  'override.reason.required': 'Choose why the band differs from the score',
  'override.note.required': 'Enter what the score does not know',
  'override_reason.required': 'Choose why the band differs from the score',
  'override_note.required': 'Enter what the score does not know',
  'override_band.not_offered': 'Choose a band',
  'description.required': 'Enter what was agreed',
  'owner_agency_id.required': 'Choose the agency that will do it',
  'owner_agency_id.not_in_case': 'Bring this agency into the case first, or choose another',
  'due_on.required': 'Enter the date it is due',
  'due_on.in_the_past': 'The date it is due must be today or later',
  'remind_on.after_due': 'The reminder must not be after the date it is due',
  'result.required': 'Choose the result',
  'note.required': 'Enter why',
  'result_note.required': 'Enter why',
  'held_on.required': 'Enter the date of the review',
  'summary.required': 'Enter a summary',
  'next_review_on.required': 'Enter the date of the next review',
  'next_review_on.not_after_review': 'The next review must be after this one',
  'channel.required': 'Choose how',
  'every_days.required': 'Enter how often, in days',
  'given_on.required': 'Enter the date of the update',
  'given_on.before_agreement': 'The date must not be before updates were agreed',
  'person_id.not_to_be_told': 'Choose a victim or a reporter',
  'agreed_with.required': 'Choose whom it was agreed with',
  'victim_told.required': 'Choose whether the victim has been told',
  'closing_summary.required': 'Enter what was done, and what changed',
  'to_area_id.not_offered': 'Choose another hub',
  'closing_reason.required': 'Choose why the case is closing',
}

const refusals: Record<string, string> = {
  case_closed: 'The case is closed. Open it again to add to it',
  case_is_open: 'The case is already open',
  already_in_case: 'They are already part of this case in that role',
  already_ended: 'Their part in this case has already ended',
  partner_has_open_actions: 'This agency still has open actions. Record how they ended first',
  already_shared: 'They already see this much of the case, or more',
  end_partner_instead: 'They are a partner in this case. End their part instead',
  no_such_grant: 'This is no longer shared with them',
  same_area: 'The case is already with that hub',
  consent_refused: 'The case cannot be handed over: consent was refused',
  unsafe_channel:
    'This way is not safe for this person. It has not been recorded. Choose a way that is safe, ' +
    'or check their safe contact details first',
  cannot_close: 'The case cannot be closed yet',
  stage_not_next: 'The case cannot move straight to that stage',
  close_instead: 'To end the case, close it',
  action_has_result: 'The result of this action has already been recorded',
  agreement_ended: 'This agreement has ended. Agree updates again first',
  not_your_case: 'Only the hub and the agency that leads may do this',
  not_your_agency: 'You can only give actions to your own agency',
  not_your_area: 'You can only open cases for your own hubs',
}

// A mistake in one answer of many: `answers.frequency`, `measures.feels_safe`, `goals.ID`.
const in_many: Record<string, string> = {
  answers: 'Choose an answer to',
  measures: 'Record a value, or why there is none, for',
  goals: 'Choose whether this was met',
}

export function field_words(label_of_many: (code: string) => string) {
  return (name: string, code: string): string => {
    const [many = '', one = ''] = name.split('.', 2)
    if (one && in_many[many] && /required|not_offered|not_answered|missing/.test(code)) {
      return `${in_many[many]}: ${label_of_many(one)}`
    }
    const own = mistakes[`${name}.${code}`]
    if (own) return own
    return one ? `${label_of_many(one)}: ${say_mistake(code)}` : say_mistake(code)
  }
}

export const words = {
  field: field_words(say_code),
  refusal: (code: string) => refusals[code],
}
