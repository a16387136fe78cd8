// Every page of the application: the only list of them, and the only place that joins features.
//
// A page with `nav` stands in the navigation of those who have its permission, one with `foot` in the
// foot of the page. The order is the order on the screen.

import type { ComponentType } from 'react'

export type PageRoute = {
  path: string
  permission: string // as the API spells it; a page without it does not exist for the person
  nav?: string
  foot?: string
  page: () => Promise<ComponentType>
}

export const pages: PageRoute[] = [
  {
    path: '/',
    permission: 'read_cases',
    nav: 'My work',
    page: async () => (await import('@/features/my-work/my-work-page')).MyWorkPage,
  },
  {
    path: '/new-referral',
    permission: 'make_referrals',
    nav: 'Make a referral',
    page: async () => (await import('@/features/new-referral/start-page')).StartReferralPage,
  },
  {
    path: '/new-referral/:id/:step?',
    permission: 'make_referrals',
    page: async () => (await import('@/features/new-referral/edit-page')).EditReferralPage,
  },
  {
    path: '/referrals',
    permission: 'make_referrals',
    nav: 'Referrals',
    page: async () => (await import('@/features/triage/queue-page')).QueuePage,
  },
  {
    path: '/referrals/:id',
    permission: 'make_referrals',
    page: async () => (await import('@/features/triage/referral-page')).ReferralPage,
  },
  {
    path: '/search',
    permission: 'search_records',
    page: async () => (await import('@/features/search/search-page')).SearchPage,
  },
  {
    path: '/people/:id',
    permission: 'search_records',
    page: async () => (await import('@/features/people/person-page')).PersonPage,
  },
  {
    path: '/people/:id/edit',
    permission: 'work_on_cases',
    page: async () => (await import('@/features/people/edit-person-page')).EditPersonPage,
  },
  {
    path: '/people/:id/conflict',
    permission: 'read_cases',
    page: async () => (await import('@/features/conflicts/declare-page')).DeclareConflictPage,
  },
  {
    path: '/places/:id',
    permission: 'search_records',
    page: async () => (await import('@/features/places/place-page')).PlacePage,
  },
  {
    path: '/places/:id/edit',
    permission: 'work_on_cases',
    page: async () => (await import('@/features/places/edit-place-page')).EditPlacePage,
  },
  {
    path: '/cases',
    permission: 'read_cases',
    nav: 'Cases',
    page: async () => (await import('@/features/cases/cases-page')).CasesPage,
  },
  {
    path: '/cases/new',
    permission: 'run_cases',
    page: async () => (await import('@/features/case/new-case')).NewCasePage,
  },
  {
    path: '/cases/:id/*',
    permission: 'read_cases',
    page: async () => (await import('@/features/case/case-page')).CasePage,
  },
  {
    path: '/hub-picture',
    permission: 'see_hub_picture',
    nav: 'Hub picture',
    page: async () => (await import('@/features/hub-picture/hub-picture-page')).HubPicturePage,
  },
  {
    path: '/hub-picture/rows',
    permission: 'see_hub_picture',
    page: async () => (await import('@/features/hub-picture/rows-page')).RowsPage,
  },
  {
    path: '/map',
    permission: 'see_map',
    nav: 'Map',
    page: async () => (await import('@/features/map/map-page')).MapPage,
  },
  {
    path: '/map/open-case',
    permission: 'run_cases',
    page: async () => (await import('@/features/map/open-case-page')).OpenCasePage,
  },
  {
    path: '/committee-report',
    permission: 'see_reports',
    nav: 'Committee report',
    page: async () =>
      (await import('@/features/committee-report/committee-report-page')).CommitteeReportPage,
  },
  {
    path: '/letters/:id',
    permission: 'read_cases',
    page: async () => (await import('@/features/letters/letter-page')).LetterPage,
  },
  {
    path: '/sharing',
    permission: 'read_cases',
    foot: 'Sharing between agencies',
    page: async () => (await import('@/features/sharing/sharing-page')).SharingPage,
  },
  {
    path: '/sharing/ask',
    permission: 'read_cases',
    page: async () => (await import('@/features/sharing/ask-pages')).AskPage,
  },
  {
    path: '/sharing/requests/:id',
    permission: 'run_cases',
    page: async () => (await import('@/features/sharing/ask-pages')).DecidePage,
  },
  {
    path: '/sharing/emergency',
    permission: 'open_in_emergency',
    page: async () => (await import('@/features/sharing/emergency-pages')).EmergencyPage,
  },
  {
    path: '/sharing/emergencies',
    permission: 'read_audit',
    page: async () => (await import('@/features/sharing/emergency-pages')).EmergenciesPage,
  },
  {
    path: '/sharing/emergencies/:id',
    permission: 'read_audit',
    page: async () => (await import('@/features/sharing/emergency-pages')).ReviewEmergencyPage,
  },
  {
    path: '/agreements',
    permission: 'signed_in',
    foot: 'Sharing agreements',
    page: async () => (await import('@/features/sharing/agreements-pages')).AgreementsPage,
  },
  {
    path: '/agreements/new',
    permission: 'manage_agreements',
    page: async () => (await import('@/features/sharing/agreements-pages')).AgreementPage,
  },
  {
    path: '/agreements/:id',
    permission: 'manage_agreements',
    page: async () => (await import('@/features/sharing/agreements-pages')).AgreementPage,
  },
  {
    path: '/people/:id/safe-address',
    permission: 'keep_safe_addresses',
    page: async () => (await import('@/features/safe-addresses/seal-page')).SealPage,
  },
  {
    path: '/safe-addresses',
    permission: 'keep_safe_addresses',
    foot: 'Safe addresses',
    page: async () => (await import('@/features/safe-addresses/reveals-page')).RevealsPage,
  },
  {
    path: '/safe-addresses/:id',
    permission: 'keep_safe_addresses',
    page: async () => (await import('@/features/safe-addresses/reveals-page')).SafeAddressPage,
  },
  {
    path: '/safe-addresses/:id/decide',
    permission: 'keep_safe_addresses',
    page: async () => (await import('@/features/safe-addresses/reveals-page')).DecideRevealPage,
  },
  {
    path: '/people/:id/audit',
    permission: 'read_audit',
    page: async () => (await import('@/features/audit/record-page')).PersonAuditPage,
  },
  {
    path: '/places/:id/audit',
    permission: 'read_audit',
    page: async () => (await import('@/features/audit/record-page')).PlaceAuditPage,
  },
  {
    path: '/audit',
    permission: 'read_audit',
    foot: 'Audit',
    page: async () => (await import('@/features/audit/audit-page')).AuditPage,
  },
  {
    path: '/conflicts',
    permission: 'read_audit',
    foot: 'Conflicts of interest',
    page: async () => (await import('@/features/conflicts/conflicts-page')).ConflictsPage,
  },
  {
    path: '/conflicts/:id/end',
    permission: 'read_audit',
    page: async () => (await import('@/features/conflicts/conflicts-page')).EndConflictPage,
  },
  {
    path: '/administration',
    permission: 'administer',
    nav: 'Administration',
    page: async () =>
      (await import('@/features/administration/administration-page')).AdministrationPage,
  },
  {
    path: '/administration/*',
    permission: 'administer',
    page: async () =>
      (await import('@/features/administration/administration-page')).AdministrationPage,
  },
  {
    path: '/account-approvals',
    permission: 'approve_accounts',
    nav: 'Accounts to approve',
    page: async () => (await import('@/features/account-approvals/approvals-page')).ApprovalsPage,
  },
  {
    path: '/system-accounts',
    permission: 'approve_accounts',
    page: async () => (await import('@/features/account-approvals/systems-page')).SystemsPage,
  },
  {
    path: '/system-accounts/:id',
    permission: 'approve_accounts',
    page: async () => (await import('@/features/account-approvals/systems-page')).SystemPage,
  },
  {
    path: '/two-step-sign-in',
    permission: 'signed_in',
    foot: 'Two-step sign-in',
    page: async () => (await import('@/features/sign-in/two-step-page')).TwoStepPage,
  },
  {
    path: '/two-step-sign-in/app',
    permission: 'signed_in',
    page: async () => (await import('@/features/sign-in/second-factor-page')).SecondFactorPage,
  },
  {
    path: '/two-step-sign-in/app/remove',
    permission: 'signed_in',
    page: async () => (await import('@/features/sign-in/remove-way-page')).RemoveAppPage,
  },
  {
    path: '/two-step-sign-in/passkey',
    permission: 'signed_in',
    page: async () => (await import('@/features/sign-in/add-passkey-page')).AddPasskeyPage,
  },
  {
    path: '/two-step-sign-in/passkeys/:id/remove',
    permission: 'signed_in',
    page: async () => (await import('@/features/sign-in/remove-way-page')).RemovePasskeyPage,
  },
  {
    path: '/password',
    permission: 'signed_in',
    foot: 'Change password',
    page: async () => (await import('@/features/sign-in/own-password-page')).OwnPasswordPage,
  },
]
