// What each role is called.

export const role_names: Record<string, string> = {
  hub_officer: 'Hub officer',
  hub_manager: 'Hub manager',
  partner_worker: 'Partner worker',
  domestic_abuse_adviser: 'Domestic abuse adviser',
  refuge_worker: 'Refuge worker',
  analyst: 'Analyst',
  head_of_safer_communities: 'Head of Safer Communities',
  scrutiny_member: 'Scrutiny member',
  data_protection_officer: 'Data protection officer',
  agency_approver: 'Agency approver',
  administrator: 'Administrator',
}
