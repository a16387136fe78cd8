// A small case and its programme, for the tests of this folder.

import type { Programme } from '@/lib/programmes'
import type { Replies } from '@/lib/pretend-server'

import type { Action, Case, Outcomes, RiskAssessment } from './types'

export const programme: Programme = {
  code: 'antisocial_behaviour',
  version: '2026',
  extension: '',
  title: 'Anti-social behaviour',
  summary: '',
  sections: [{ code: 'behaviour', label: 'What is happening' }],
  stages: [
    { code: 'opened', label: 'Opened', may_move_to: ['assessing', 'closed'], closed: false },
    { code: 'assessing', label: 'Assessing', may_move_to: ['working', 'closed'], closed: false },
    { code: 'working', label: 'Working', may_move_to: ['closed'], closed: false },
    { code: 'closed', label: 'Closed', may_move_to: ['working'], closed: true },
  ],
  fields: [
    {
      code: 'effect_on_person',
      label: 'What has it done to them?',
      hint: '',
      section: 'behaviour',
      type: 'long_text',
      options: [],
      required_at: ['opening'],
      core: true,
    },
    {
      code: 'hate_element',
      label: 'Is it because of who they are?',
      hint: '',
      section: 'behaviour',
      type: 'yes_no_unknown',
      options: [],
      required_at: ['review', 'closing'],
      core: false,
    },
  ],
  questionnaire: {
    code: 'asb_risk',
    version: '2026',
    title: 'Risk assessment',
    source: 'Ours.',
    override_reasons: [{ code: 'known_history', label: 'History that was not asked about' }],
    questions: [
      {
        code: 'frequency',
        text: 'How often has it happened?',
        help: '',
        core: true,
        answers: [
          { code: 'weekly', label: 'About once a week', weight: 3 },
          { code: 'not_known', label: 'Not known', weight: 2 },
        ],
      },
      {
        code: 'fear',
        text: 'How afraid is the person?',
        help: '',
        core: false,
        answers: [
          { code: 'very', label: 'Very afraid', weight: 3 },
          { code: 'not_known', label: 'Not known', weight: 2 },
        ],
      },
    ],
    bands: [
      { code: 'standard', label: 'Standard', from_score: 0, reassess_days: 56 },
      { code: 'medium', label: 'Medium', from_score: 20, reassess_days: 28 },
      { code: 'high', label: 'High', from_score: 35, reassess_days: 7 },
    ],
  },
  measures: [
    {
      code: 'risk_score',
      label: 'Risk score',
      question: '',
      kind: 'score',
      lowest: 0,
      highest: 100,
      options: [],
    },
    {
      code: 'feels_safe',
      label: 'How safe the person feels',
      question: 'How safe do you feel?',
      kind: 'scale',
      lowest: 1,
      highest: 5,
      options: [
        { code: '1', label: 'Not at all safe' },
        { code: '5', label: 'Very safe' },
      ],
    },
  ],
  not_taken_reasons: [{ code: 'not_reached', label: 'Could not be reached' }],
  person_roles: [
    { code: 'victim', label: 'Victim' },
    { code: 'alleged_perpetrator', label: 'Alleged perpetrator' },
  ],
  subject_kinds: [{ code: 'person', label: 'Person' }],
  classes: [],
  intake_sources: [],
  tools: [{ code: 'visit', label: 'Visit' }],
  closing_reasons: [{ code: 'resolved', label: 'Resolved' }],
  update_channels: [
    { code: 'phone', label: 'Phone' },
    { code: 'letter', label: 'Letter' },
  ],
  not_told_reasons: [{ code: 'not_safe', label: 'It is not safe' }],
  referral_decisions: [],
  action_results: [
    { code: 'done', label: 'Done' },
    { code: 'overtaken_by_events', label: 'Overtaken by events' },
  ],
  outcome_results: [{ code: 'met', label: 'Met' }],
  timings: { triage_working_days: 3, review_every_days: 28, victim_update_every_days: 14 },
}

export const the_case: Case = {
  id: 'c1',
  reference: 'SCA-2026-0147',
  title: 'Noise on Cliff Street',
  area_id: 'h-sca',
  area_name: 'Scarborough',
  programme_code: 'antisocial_behaviour',
  programme_version: '2026',
  extension_version: '',
  subject_kind: 'person',
  stage: 'assessing',
  is_open: true,
  opened_on: '2026-02-01',
  closed_on: null,
  closing_reason: null,
  closing_summary: null,
  victim_told: null,
  lead_agency_id: 'a-council',
  lead_agency_name: 'Scarborough Council',
  lead_user_id: 'u-amal',
  lead_user_name: 'Amal Khan',
  risk_band: 'medium',
  risk_score: 24,
  reassess_by: '2026-03-07',
  next_review_on: '2026-03-20',
  update_due_on: '2026-03-10',
  times_reopened: 0,
  revision: 7,
  people: [
    {
      id: 'cp1',
      person_id: 'p1',
      name: 'Vic Example',
      date_of_birth: '1985-03-27',
      role: 'victim',
      is_subject: true,
      note: '',
      from_on: '2026-02-01',
      to_on: null,
      revision: 3,
    },
  ],
  places: [],
  partners: [],
  open_actions: 2,
  overdue_actions: 1,
  latest: [],
  may_work: true,
  may_run: true,
}

export const action: Action = {
  id: 'x1',
  case_id: 'c1',
  tool: 'visit',
  description: 'Visit the neighbours',
  owner_agency_id: 'a-council',
  owner_agency_name: 'Scarborough Council',
  owner_user_id: null,
  owner_user_name: null,
  due_on: '2026-03-08',
  remind_on: null,
  reminder: false,
  overdue: true,
  result: null,
  result_note: '',
  completed_on: null,
  revision: 2,
}

export function assessment(over: Partial<RiskAssessment>): RiskAssessment {
  return {
    id: 'r1',
    point: 'opening',
    questionnaire_version: '2026',
    score: 24,
    local_score: 2,
    scored_band: 'medium',
    band: 'medium',
    override_reason: '',
    override_note: '',
    assessed_on: '2026-02-01',
    reassess_by: '2026-03-01',
    recorded_by_name: 'Amal Khan',
    answers: [{ question: 'frequency', answer: 'not_known', note: '' }],
    ...over,
  }
}

export const goal: Outcomes['goals'][number] = {
  id: 'g1',
  description: 'My daughter can sleep',
  agreed_with: 'household',
  agreed_on: '2026-02-03',
  result: null,
  result_on: null,
  revision: 1,
}

// Of a case opened on 1 February 2026; counts are recorded where they are reported.
export function demand_side(
  span: 'before' | 'after',
  over: { count?: number; available?: boolean; available_from?: string },
): Outcomes['demand'][number] {
  const counted = { count: null, available: false, available_from: '2026-02-01', ...over }
  return {
    span,
    reported: { from_on: '2025-11-03', to_on: '2026-01-31', ...counted },
    recorded: { from_on: '2025-11-01', to_on: '2026-01-31', ...counted },
    months: [],
  }
}

export const no_outcomes: Outcomes = { measures: [], goals: [], demand: [] }

export function case_replies(over: Partial<Case> = {}): Replies {
  return {
    'GET /cases/c1': { body: { ...the_case, ...over }, etag: '"7"' },
    'GET /programmes/antisocial_behaviour': { body: programme },
  }
}
