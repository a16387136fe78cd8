// The words of sharing that the case page and the sharing pages have in common.

export const depths = {
  existence: 'That the case exists, and whom to ring',
  summary: 'A summary: title, stage, risk and dates',
  content: 'The whole case: people, chronology and risk',
}
export type Depth = keyof typeof depths

export const depth_options = Object.entries(depths).map(([value, label]) => ({ value, label }))

// Said before the list of purposes and gateways is there, and of what never was in it.
const unlisted: Record<string, string> = {
  not_recorded: 'Not recorded',
  emergency: 'Emergency',
}

export function say_listed(
  list: readonly { code: string; name: string }[] | undefined,
  code: string,
): string {
  return list?.find((one) => one.code === code)?.name ?? unlisted[code] ?? code
}

export const sharing_mistakes: Record<string, string> = {
  'to_id.not_offered': 'Choose who to share with: this agency, team or person cannot see the case',
  'to_kind.not_offered': 'Choose who to share with',
  'depth.not_offered': 'Choose how much they will see',
  'depth.wider': 'Choose the same as now, or less. To share more, share the case again',
  'purpose.required': 'Choose what it is for',
  'purpose.not_offered': 'Choose what it is for',
  'purpose.not_in_agreement': 'The agreement does not cover this purpose. Choose another',
  'gateway.required': 'Choose the law that allows it',
  'gateway.not_offered': 'Choose the law that allows it',
  'gateway.not_in_agreement': 'The agreement does not name this law. Choose another',
  'agreement_id.required': 'Choose the agreement it is shared under',
  'agreement_id.not_offered': 'Choose the agreement it is shared under',
  'agreement_id.not_in_force':
    'This agreement is not in force. Nothing new can be shared under it. Choose another',
  'agreement_id.not_a_party': 'Both agencies must be in the agreement. Choose another',
  'ends_on.required': 'Enter the last day they will see it',
  'ends_on.in_the_past': 'The last day must be today or later',
  'ends_on.too_late': 'The last day must be within the agreement, and no more than a year away',
  'ends_on.later': 'The last day must be the same as now, or sooner',
  'ends_on.not_a_date': 'The last day must be a real date, like 27 3 2027',
  'reason.required': 'Enter the reason',
}
