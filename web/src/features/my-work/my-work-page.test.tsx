import { render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { SessionContext, type Session } from '@/lib/session-context'

import { MyWorkPage } from './my-work-page'

const kEmpty = { total: 0, overdue: 0, items: [] as object[] }
const kNothing = {
  referrals_waiting: kEmpty,
  my_drafts: kEmpty,
  agency_actions: kEmpty,
  actions: kEmpty,
  reviews: kEmpty,
  reassessments: kEmpty,
  updates: kEmpty,
  cases: kEmpty,
}

const kReferral = {
  id: 'r1',
  reference: 'SCA-R-2026-0001',
  state: 'waiting',
  area_id: 'sca',
  programme_code: 'antisocial_behaviour',
  subject_kind: 'person',
  class: '',
  source: 'police',
  risk_now: 'no',
  received_at: '2026-01-05T10:00:00Z',
  triage_due_on: '2026-01-08',
  overdue: false,
  age_days: 1,
  owner_name: null,
  escalated: false,
  decision: null,
  headline: 'Shouting at night',
  created_at: '2026-01-05T10:00:00Z',
}

const kAction = {
  id: 'a1',
  case_id: 'c1',
  description: 'Visit the shop',
  owner_agency_name: 'Police',
  owner_user_name: null,
  due_on: '2026-01-07',
  reminder: false,
  overdue: true,
}

let my_work: object = kNothing

beforeEach(() => {
  my_work = kNothing
  vi.stubGlobal('fetch', (request: Request) => {
    const path = new URL(request.url).pathname
    const body = path.endsWith('/my-work')
      ? my_work
      : path.endsWith('/directory')
        ? { areas: [{ id: 'sca', name: 'Scarborough' }], agencies: [], teams: [] }
        : { programmes: [] }
    return Promise.resolve(
      new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }),
    )
  })
})

const kSession = {
  user_id: 'amal',
  permissions: ['make_referrals', 'triage_referrals', 'read_cases', 'work_on_cases'],
  today: '2026-01-09',
} as Session

function show() {
  const value = { session: kSession, sign_out: () => Promise.resolve() }
  render(
    <SessionContext value={value}>
      <MyWorkPage />
    </SessionContext>,
  )
}

describe('MyWorkPage', () => {
  it('says in plain words that nothing waits', async () => {
    show()
    expect(await screen.findByText('Nothing is overdue.')).toBeTruthy()
    expect(screen.getByText('No referral is waiting in your hubs.')).toBeTruthy()
    expect(screen.getByText('You have no actions due.')).toBeTruthy()
    expect(screen.getByText('Somebody is named for every action of your agency.')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('shows what is overdue first, in words, with its total and the way to all of it', async () => {
    const late = { ...kReferral, id: 'r2', reference: 'SCA-R-2026-0002', overdue: true }
    const hot = { ...late, escalated: true, risk_now: 'yes' }
    my_work = { ...kNothing, referrals_waiting: { total: 7, overdue: 1, items: [kReferral, hot] } }
    show()
    const overdue = await screen.findByRole('region', { name: 'Overdue now' })
    expect(within(overdue).getByRole('link').textContent).toBe('1 referral waiting too long')

    const referrals = screen.getByRole('region', { name: 'Referrals waiting for a decision (7)' })
    const [, first, second] = within(referrals).getAllByRole('row')
    expect(first?.textContent).toContain('SCA-R-2026-0002')
    expect(first?.textContent).toContain('Overdue')
    expect(first?.textContent).toContain('Escalated')
    expect(first?.textContent).toContain('Risk now')
    expect(second?.textContent).not.toContain('Overdue')
    const all = within(referrals).getByRole('link', { name: 'See all waiting referrals' })
    expect(all.getAttribute('href')).toBe('/referrals')
    expect(within(referrals).getByText(/2 of 7 shown/)).toBeTruthy()
  })

  it('says how late an action is', async () => {
    const item = { action: kAction, case_reference: 'SCA-2026-0001', case_title: 'Shop' }
    my_work = { ...kNothing, actions: { total: 1, overdue: 1, items: [item] } }
    show()
    expect(await screen.findByText('7 January 2026, 2 days overdue')).toBeTruthy()
    const link = screen.getByRole('link', { name: 'Visit the shop' })
    expect(link.getAttribute('href')).toBe('/cases/c1/actions')
  })

  it('marks the actions of which the day to be reminded has come', async () => {
    const about = { case_reference: 'SCA-2026-0001', case_title: 'Shop' }
    const soon = { ...kAction, id: 'a2', due_on: '2026-01-12', overdue: false, reminder: true }
    const items = [
      { action: kAction, ...about },
      { action: soon, ...about },
    ]
    my_work = { ...kNothing, actions: { total: 2, overdue: 1, items } }
    show()
    const actions = await screen.findByRole('region', { name: 'Actions due (2)' })
    const [, first, second] = within(actions).getAllByRole('row')
    expect(first?.textContent).not.toContain('Reminder')
    expect(second?.textContent).toContain('12 January 2026 Reminder')
  })

  it('shows the actions of the agency that nobody is named for, and what to do', async () => {
    const item = { action: kAction, case_reference: 'SCA-2026-0001', case_title: 'Shop' }
    my_work = { ...kNothing, agency_actions: { total: 100, overdue: 3, items: [item] } }
    show()
    const overdue = await screen.findByRole('region', { name: 'Overdue now' })
    const late = within(overdue).getByRole('link', {
      name: '3 actions that nobody is named for',
    })
    const heading = 'Actions of my agency that nobody is named for (100 or more)'
    const region = screen.getByRole('region', { name: heading })
    expect(late.getAttribute('href')).toBe(`#${region.id}`)
    expect(
      within(region).getByText('Nobody is named for these. Agree who will do them.'),
    ).toBeTruthy()
    expect(within(region).getByRole('link', { name: 'Visit the shop' })).toBeTruthy()
    expect(within(region).getByText('1 of 100 or more shown')).toBeTruthy()
    expect(screen.getByText('You have no actions due.')).toBeTruthy()
  })

  it('counts the actions that nobody is named for, where they can be counted', async () => {
    const item = { action: kAction, case_reference: 'SCA-2026-0001', case_title: 'Shop' }
    my_work = { ...kNothing, agency_actions: { total: 1, overdue: 0, items: [item] } }
    show()
    const heading = 'Actions of my agency that nobody is named for (1)'
    const region = await screen.findByRole('region', { name: heading })
    expect(within(region).getByText('1 in all')).toBeTruthy()
  })
})
