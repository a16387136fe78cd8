// Every word of systems and their tokens.

export const permissions: Record<string, string> = {
  make_referrals: 'Make referrals',
  triage_referrals: 'Decide referrals',
  read_cases: 'Read cases, people and places',
  work_on_cases: 'Add to cases',
  run_cases: 'Open, move and close cases',
  search_records: 'Search',
  see_hub_picture: 'See the hub picture',
  see_map: 'See the map',
  see_reports: 'See reports',
  export_records: 'Download records',
}

const fields: Record<string, string> = {
  'permissions.required': 'Choose what it may do',
  'permissions.not_offered': 'Choose from the list what it may do',
  'ends_on.required': 'Enter the last day',
  'ends_on.not_a_date': 'Enter the last day as a real date',
  'ends_on.in_the_past': 'The last day must be today or later',
  'ends_on.too_far': 'The last day must be within a year from now',
}

export const systems_words = {
  title: 'Systems of your agency',
  what: 'Another system of your agency can ask Waymark by itself, for example to send referrals. An administrator proposes its account and its roles, you approve them, and you make the token that it shows. What it reads is noted under its name.',
  none: 'There is no account of a system. An administrator can add one.',
  agency: 'Agency',
  roles: 'Roles',
  no_roles: 'None',
  token: 'Token',
  until: (day: string) => `Until ${day}`,
  no_token: 'None',
  may: 'It may',
  used: 'Last used',
  never: 'Never',
  change: 'Make or end its token',
  missing: 'There is no such system, or it is not yours to decide about',
  token_of: (name: string) => `Token of ${name}`,
  has_one: (day: string) =>
    `It has a token until ${day}. If you make another, that one stops working at once.`,
  end: 'End it now',
  which: 'What may it do?',
  which_hint: 'Of these, only what its roles allow',
  ends_on: 'Last day',
  make: 'Make the token',
  made: (name: string) => `The token of ${name}`,
  made_body:
    'It is shown this once. Put it where the system keeps its secrets, and nowhere else. The system sends it with each request, in the header “Authorization: Bearer”.',
  back: 'Back to the systems',
  field: (name: string, code: string) => fields[`${name}.${code}`] ?? 'Check this answer',
  refusal: () => undefined,
}
