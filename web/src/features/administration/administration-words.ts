// Every word of administration.

import { say_mistake } from '@/lib/mistakes'

export const sections = [
  { code: 'users', label: 'Users' },
  { code: 'teams', label: 'Teams' },
  { code: 'agencies', label: 'Agencies' },
  { code: 'areas', label: 'Areas' },
] as const

export const roles: Record<string, string> = {
  hub_officer: 'Hub officer',
  hub_manager: 'Hub manager',
  partner_worker: 'Partner worker',
  domestic_abuse_adviser: 'Domestic abuse adviser',
  refuge_worker: 'Refuge worker',
  analyst: 'Analyst',
  head_of_safer_communities: 'Head of Safer Communities',
  scrutiny_member: 'Scrutiny member',
  data_protection_officer: 'Data protection officer',
  administrator: 'Administrator',
}

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
  user_added: 'The user has been added. Give them their first password safely',
  user_changed: 'The user has been changed. They need to sign in again',
  password: 'The password has been changed. They need to sign in again',
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
  'password.required': 'Enter a first password',
  'password.too_short': 'The password must have at least 12 characters',
  'password.too_long': 'The password is too long',
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
    if (role)
      return `Role ${Number(role[1]) + 1}: ${role_mistakes[role[2] ?? ''] ?? say_mistake(code)}`
    return mistakes[`${name}.${code}`] ?? say_mistake(code)
  },
  refusal: (code: string) => refusals[code],
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
