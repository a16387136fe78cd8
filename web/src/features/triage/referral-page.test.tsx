// A referral as a hub officer decides it.

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { SessionContext, type Session } from '@/lib/session-context'

import { QueuePage } from './queue-page'
import { ReferralPage } from './referral-page'

vi.setConfig({ testTimeout: 30_000 })

const kProgramme = {
  code: 'antisocial_behaviour',
  title: 'Anti-social behaviour',
  summary: '',
  stages: [],
  measures: [],
  sections: [{ code: 'behaviour', label: 'Behaviour' }],
  fields: [
    {
      code: 'harm_test',
      label: 'Did it cause harm?',
      hint: '',
      section: 'behaviour',
      type: 'choice',
      options: [{ code: 'met', label: 'It did' }],
      required_at: ['opening'],
      core: true,
    },
    {
      code: 'later',
      label: 'Asked later',
      hint: '',
      section: 'behaviour',
      type: 'text',
      options: [],
      required_at: ['closing'],
      core: true,
    },
  ],
  subject_kinds: [{ code: 'person', label: 'Person' }],
  classes: [],
  intake_sources: [],
  person_roles: [{ code: 'victim', label: 'Victim' }],
}
const kCase = {
  case_id: 'c1',
  reference: 'SCA-2026-0007',
  title: 'Noise',
  is_open: true,
  stage: 'working',
  role: 'victim',
  opened_on: '2026-01-02',
}
const kKnown = {
  id: 'p9',
  given_names: 'Jon',
  family_name: 'Smyth',
  date_of_birth: null,
  addresses: [],
  cases: [kCase, { ...kCase, case_id: 'c2', reference: 'SCA-2025-0001', is_open: false }],
}
const kEntry = {
  id: 'e1',
  role: 'victim',
  given_names: 'John',
  family_name: 'Smith',
  date_of_birth: null,
  person_id: null as string | null,
  choice: '',
  choice_at: null,
  choice_by: null,
}
const kReferral = {
  id: 'r1',
  reference: 'SCA-R-2026-0001',
  state: 'waiting',
  area_id: 'sca',
  source: 'police',
  programme_code: 'antisocial_behaviour',
  subject_kind: 'person',
  what_happened: 'Shouting at night',
  risk_now: 'yes',
  people: [kEntry],
  triage_due_on: '2026-01-08',
  overdue: true,
  escalated_at: '2026-01-09T00:00:00Z',
  owner_user_id: null as string | null,
  owner_name: null as string | null,
  decision: null as string | null,
  decision_reason: '',
  decided_at: null as string | null,
  decided_by_name: null as string | null,
  case_id: null as string | null,
  place_id: null,
  revision: 3,
  may_triage: true,
}

type Sent = { method: string; path: string; body: Record<string, unknown>; if_match: string | null }

let referral: typeof kReferral
let sent: Sent[]
let refuse: ((sent: Sent) => { status: number; body: object } | null) | null

function answer(body: object, status = 200) {
  const headers = { 'Content-Type': 'application/json' }
  return Promise.resolve(new Response(JSON.stringify(body), { status, headers }))
}

function write(one: Sent) {
  const refused = refuse?.(one)
  if (refused) return answer(refused.body, refused.status)
  const { body } = one
  if (one.path.endsWith('/choice')) {
    const person_id = (body.person_id as string | undefined) ?? null
    referral = { ...referral, people: [{ ...kEntry, person_id, choice: body.choice as string }] }
  }
  if (one.path.endsWith('/owner')) referral = { ...referral, owner_name: 'Amal Khan' }
  if (one.path.endsWith('/decision')) {
    referral = {
      ...referral,
      state: 'decided',
      decision: body.decision as string,
      decided_by_name: 'Amal Khan',
      decided_at: '2026-01-10T10:00:00Z',
    }
  }
  referral = { ...referral, revision: referral.revision + 1 }
  return answer(referral)
}

async function serve(request: Request) {
  const path = new URL(request.url).pathname.replace('/api/v1', '')
  if (path === '/people/matches') {
    const reasons = [{ field: 'family_name', agreement: 'close', code: 'sounds_alike' }]
    return answer({ matches: [{ person: kKnown, band: 'likely', score: 9, reasons }] })
  }
  if (request.method !== 'GET') {
    const body = (await request.json()) as Record<string, unknown>
    const one = { method: request.method, path, body, if_match: request.headers.get('If-Match') }
    sent.push(one)
    return write(one)
  }
  if (path === '/directory') {
    const agencies = [{ id: 'a1', name: 'Council' }]
    return answer({ areas: [{ id: 'sca', name: 'Scarborough' }], agencies, teams: [] })
  }
  if (path === '/programmes') return answer({ programmes: [kProgramme] })
  if (path.startsWith('/programmes/')) return answer(kProgramme)
  if (path === '/people/p9') return answer(kKnown)
  return answer(referral)
}

beforeEach(() => {
  referral = structuredClone(kReferral)
  sent = []
  refuse = null
  vi.stubGlobal('fetch', serve)
})

const kSession = {
  user_id: 'amal',
  name: 'Amal Khan',
  agency_id: 'a1',
  today: '2026-01-10',
  permissions: ['triage_referrals', 'make_referrals'],
} as Session

function open(at: string) {
  const router = createMemoryRouter(
    [
      { path: '/referrals', element: <QueuePage /> },
      { path: '/referrals/:id', element: <ReferralPage /> },
    ],
    { initialEntries: [at] },
  )
  render(
    <SessionContext value={{ session: kSession, sign_out: () => Promise.resolve() }}>
      <RouterProvider router={router} />
    </SessionContext>,
  )
  return router
}

describe('ReferralPage', () => {
  it('says in words that it is late, escalated and about a risk now', async () => {
    open('/referrals/r1')
    expect(await screen.findByText('Overdue')).toBeTruthy()
    expect(screen.getByText('Escalated')).toBeTruthy()
    expect(screen.getByText('Risk now')).toBeTruthy()
    expect(screen.getByText('Nobody has taken this on yet.')).toBeTruthy()
  })

  it('shows the open cases that the people are already in, and adds it to one', async () => {
    open('/referrals/r1')
    const likely = await screen.findByRole('region', { name: /^Open cases that may/ })
    expect(await within(likely).findByRole('link', { name: 'SCA-2026-0007' })).toBeTruthy()
    expect(within(likely).queryByText(/SCA-2025-0001/)).toBeNull()

    await userEvent.click(screen.getByRole('radio', { name: 'Accept and add to an open case' }))
    await userEvent.click(screen.getByRole('radio', { name: 'SCA-2026-0007 Noise' }))
    await userEvent.click(screen.getByRole('button', { name: 'Record the decision' }))
    expect(await screen.findByText('The decision is recorded')).toBeTruthy()
    expect(sent.at(-1)).toMatchObject({
      path: '/referrals/r1/decision',
      body: { decision: 'link', case_id: 'c1' },
      if_match: '"3"',
    })
    expect(screen.getByText('The referrer has not been told what was decided.')).toBeTruthy()
  })

  it('records whether somebody is already on record, and what was shown', async () => {
    open('/referrals/r1')
    await userEvent.click(await screen.findByRole('button', { name: 'Save this choice' }))
    const error = await screen.findByRole('alert')
    expect(error.textContent).toContain('Say whether this person is already on record')
    expect(sent).toHaveLength(0)

    await userEvent.click(screen.getByRole('radio', { name: 'Yes, this is Jon Smyth' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save this choice' }))
    const record = await screen.findByRole('link', { name: 'See their record' })
    expect(record.getAttribute('href')).toBe('/people/p9')
    expect(sent[0]).toMatchObject({
      path: '/referrals/r1/people/e1/choice',
      body: { choice: 'known', person_id: 'p9', shown: ['p9'] },
    })
  })

  it('leads from what is missing to its question, and keeps what was typed', async () => {
    const fields = [
      { field: 'title', code: 'required' },
      { field: 'answers.harm_test', code: 'required' },
    ]
    refuse = () => ({ status: 400, body: { code: 'check_answers', fields } })
    open('/referrals/r1')
    await userEvent.click(await screen.findByRole('radio', { name: 'Accept and open a new case' }))
    await userEvent.type(screen.getByLabelText('Reason, or what you advised'), 'Serious')
    await userEvent.click(screen.getByRole('button', { name: 'Record the decision' }))
    await userEvent.click(await screen.findByRole('link', { name: /^Enter a title for the case/ }))
    expect(document.activeElement).toBe(screen.getByLabelText('Title of the case'))
    expect(screen.getByLabelText('Reason, or what you advised')).toHaveProperty('value', 'Serious')
    expect(sent[0]?.body).toMatchObject({
      decision: 'accept',
      programme_code: 'antisocial_behaviour',
      lead_agency_id: 'a1',
      lead_user_id: 'amal',
      answers: { harm_test: [] },
    })
    await userEvent.click(screen.getByRole('link', { name: 'This needs an answer' }))
    const harm = screen.getByRole('group', { name: 'Did it cause harm?' })
    await userEvent.click(within(harm).getByRole('radio', { name: 'It did' }))
    expect(screen.queryByLabelText('Asked later')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Record the decision' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]?.body).toMatchObject({ answers: { harm_test: ['met'] } })
  })

  it.each([
    [409, 'already_decided'],
    [412, 'changed_by_someone_else'],
  ])('is kind when somebody else decided first (%i)', async (status, code) => {
    refuse = () => {
      referral = {
        ...referral,
        state: 'decided',
        decision: 'advise',
        decided_by_name: 'Bea Hall',
        decided_at: '2026-01-10T09:00:00Z',
        revision: 4,
      }
      return { status, body: { code, revision: 4 } }
    }
    open('/referrals/r1')
    await userEvent.click(await screen.findByRole('radio', { name: 'Reject' }))
    await userEvent.type(screen.getByLabelText('Reason, or what you advised'), 'Not for us')
    await userEvent.click(screen.getByRole('button', { name: 'Record the decision' }))
    const notice = await screen.findByRole('alert')
    expect(notice.textContent).toContain('Bea Hall decided this referral while you had it open')
    expect(notice.textContent).toContain('Not for us')
    expect(screen.queryByRole('button', { name: 'Record the decision' })).toBeNull()
  })

  it('takes it on with one button', async () => {
    open('/referrals/r1')
    await userEvent.click(await screen.findByRole('button', { name: 'I will decide it' }))
    expect(await screen.findByText(/^Amal Khan is responsible/)).toBeTruthy()
    expect(sent[0]?.body).toEqual({ owner_user_id: 'amal' })
  })

  it('records that the referrer was told', async () => {
    referral = { ...referral, state: 'decided', decision: 'advise' }
    open('/referrals/r1')
    await userEvent.click(await screen.findByRole('radio', { name: 'By phone' }))
    await userEvent.click(screen.getByRole('button', { name: 'Record that they were told' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({ told_on: '2026-01-10', how: 'phone' })
  })
})

describe('QueuePage', () => {
  const row = {
    ...kReferral,
    age_days: 4,
    headline: 'Shouting',
    escalated: true,
    received_at: '2026-01-06T10:00:00Z',
  }

  it('marks in words, keeps its filters in the address, and pages by key', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', (request: Request) => {
      const url = new URL(request.url)
      if (!url.pathname.endsWith('/referrals')) return serve(request)
      asked.push(url.search)
      return answer({ referrals: [row], next: 'key2' })
    })
    const router = open('/referrals')
    const table = await screen.findByRole('table', { name: 'Waiting for a decision' })
    for (const words of ['Overdue', 'Escalated', 'Risk now', '4 days']) {
      expect(table.textContent).toContain(words)
    }
    const next = screen.getByRole('link', { name: /Next/ })
    expect(next.getAttribute('href')).toBe('/referrals?after=key2')

    await userEvent.click(screen.getByRole('checkbox', { name: 'Only overdue' }))
    await screen.findByRole('option', { name: 'Scarborough' })
    await userEvent.selectOptions(screen.getByLabelText('Hub'), 'sca')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only overdue' }))
    await userEvent.click(screen.getByRole('button', { name: 'Apply filters' }))
    await waitFor(() => expect(router.state.location.search).toContain('area_id=sca'))
    await waitFor(() => expect(asked.at(-1)).toContain('area_id=sca'))
    expect(asked[0]).toContain('state=waiting')
  })
})
