// Every word of administration.

import { say_mistake } from '@/lib/mistakes'

export const sections = [
  { code: 'users', label: 'Users' },
  { code: 'teams', label: 'Teams' },
  { code: 'agencies', label: 'Agencies' },
  { code: 'areas', label: 'Areas' },
] as const

export const permissions: Record<string, string> = {
  make_referrals: 'make referrals',
  triage_referrals: 'decide referrals',
  read_cases: 'read cases, people and places',
  work_on_cases: 'add to cases',
  run_cases: 'open, move and close cases',
  search_records: 'search',
  see_hub_picture: 'see the hub picture',
  see_map: 'see the map',
  see_reports: 'see reports',
  export_records: 'download records',
  read_audit: 'see who read a record',
  keep_safe_addresses: 'keep safe addresses',
  open_in_emergency: 'open a case in an emergency',
  manage_agreements: 'write sharing agreements',
  administer: 'administer users, teams, agencies and areas',
  approve_accounts: 'approve accounts of their agency',
}

export const agency_kinds = [
  { code: 'police', label: 'Police' },
  { code: 'council', label: 'Council' },
  { code: 'fire', label: 'Fire and rescue' },
  { code: 'health', label: 'Health' },
  { code: 'housing', label: 'Housing' },
  { code: 'charity', label: 'Charity' },
  { code: 'probation', label: 'Probation' },
  { code: 'school', label: 'School or college' },
  { code: 'other', label: 'Other' },
]

export const done: Record<string, string> = {
  system_added:
    'The system has been added. Whoever approves accounts in its agency makes its token',
  user_changed: 'The user has been changed. They need to sign in again',
  second_factor: 'Their two-step sign-in has been taken away. They sign in with the password alone',
  sign_on: 'They have been unlinked. Their next sign-in at their agency links them again',
  team: 'The team has been saved',
  agency: 'The agency has been saved',
  area: 'The area has been saved',
}

const mistakes: Record<string, string> = {
  'email.required': 'Enter an email address',
  'email.not_an_email': 'Enter an email address in the correct format, like name@example.gov.uk',
  'email.taken': 'Somebody already signs in with this email address',
  'identity_checked.required': 'Choose how you made sure that it is them',
  'name.required': 'Enter a name',
  'agency_id.required': 'Choose an agency',
  'agency_id.not_found': 'Choose an agency',
  'area_id.not_found': 'Choose an area, or none',
  'code.required': 'Enter a code',
  'code.three_capitals': 'The code must be three capital letters, like SCA',
  'code.taken': 'This code is already in use',
  'kind.not_offered': 'Choose what kind of agency it is',
  'valid_from.required': 'Enter the first day',
  'valid_from.not_a_date': 'Enter the first day as a real date',
  'valid_to.not_a_date': 'Enter the last day as a real date',
  'valid_to.before_start': 'The last day must not be before the first',
  'roles.too_many': 'One person can hold roles in at most ten places at the same time',
}

const role_mistakes: Record<string, string> = {
  role: 'Choose a role',
  held_at: 'Choose where the role is held: this role cannot be held there',
  held_at_id: 'Choose where the role is held',
  valid_from: 'Enter the first day of the role',
  valid_to: 'The last day of the role must not be before its first',
}

const refusals: Record<string, string> = {
  not_your_own: 'Ask another administrator to do this for you',
  not_linked: 'They have not signed in at their agency yet: there is nothing to unlink',
}

export const words = {
  field: (name: string, code: string): string => {
    const role = /^roles\[(\d+)\]\.(\w+)$/.exec(name)
    if (role && code === 'not_with_administrator') {
      return `Role ${Number(role[1]) + 1}: Somebody who administers cannot read casework or approve accounts`
    }
    if (role)
      return `Role ${Number(role[1]) + 1}: ${role_mistakes[role[2] ?? ''] ?? say_mistake(code)}`
    return mistakes[`${name}.${code}`] ?? say_mistake(code)
  },
  refusal: (code: string) => refusals[code],
  invite: (name: string) => `Invite ${name}`,
  invite_body:
    'You get a link, and somebody else gets the code that goes with it: whoever approves accounts in their agency or, where there is nobody, another administrator. It takes both to choose a password.',
  invite_lost: 'If they have a password now, it stays good until they choose another.',
  invite_make: 'Make the link',
  invited: (name: string) => `Send this link to ${name}`,
  invited_body: (until: string) =>
    `It is shown this once, and is good until ${until}. It opens nothing without the code.`,
  invited_next:
    'Whoever approves the account sees it under “Accounts to approve”, and gives them the code.',
  back: 'Back to the users',
}

const fields: Record<string, string> = {
  name: 'name',
  job_title: 'job title',
  phone: 'phone',
  agency_id: 'agency',
  area_id: 'area',
  valid_from: 'first day',
  valid_to: 'last day',
  roles: 'roles',
  code: 'code',
  kind: 'kind',
}
export const field_label = (field: string) => fields[field] ?? field
