// The list of cases: filters live in the address, lateness is in words.

import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, pretend_server, type Replies } from '@/lib/pretend-server'

import { all_of, CasesPage } from './cases-page'

const bands = [{ code: 'high', label: 'High', from_score: 35, reassess_days: 7 }]
const programme = {
  code: 'antisocial_behaviour',
  title: 'Anti-social behaviour',
  stages: [{ code: 'working', label: 'Working', may_move_to: [], closed: false }],
  questionnaire: { bands },
}
const one = {
  id: 'c1',
  reference: 'SCA-2026-0147',
  title: 'Noise on Cliff Street',
  area_id: 'h-sca',
  programme_code: 'antisocial_behaviour',
  stage: 'working',
  is_open: true,
  risk_band: 'high',
  opened_on: '2026-02-01',
  closed_on: null,
  lead_user_name: null,
  due_on: '2026-03-08',
}
const replies: Replies = {
  'GET /directory': { body: { areas: [{ id: 'h-sca', name: 'Scarborough' }], agencies: [] } },
  'GET /programmes': { body: { programmes: [programme] } },
  'GET /programmes/antisocial_behaviour': { body: programme },
  'GET /cases': { body: { cases: [one], next: 'k2' } },
}

describe('CasesPage', () => {
  it('names stage, risk and hub in words, and leads to the next page by its key', async () => {
    const other = { ...one, id: 'c2', reference: 'HAR-2026-0003', area_id: 'h-har' }
    pretend_server({ ...replies, 'GET /cases': { body: { cases: [one, other], next: 'k2' } } })
    draw(CasesPage, '/cases', '/cases?stage=working')
    const row = await screen.findByRole('row', { name: /SCA-2026-0147/ })
    expect(row.textContent).toContain('Scarborough')
    expect(row.textContent).toContain('Working')
    expect(row.textContent).toContain('High')
    const next = screen.getByRole('link', { name: /^Next/ })
    expect(next.getAttribute('href')).toBe('/cases?stage=working&after=k2')
  })

  it('leaves the hub out where all are of the one hub of the reader', async () => {
    pretend_server(replies)
    draw(CasesPage, '/cases', '/cases')
    await screen.findByRole('row', { name: /SCA-2026-0147/ })
    expect(screen.queryByRole('columnheader', { name: 'Hub' })).toBeNull()
    expect(screen.getByRole('columnheader', { name: 'Stage' })).toBeTruthy()
  })

  it('says how late a thing is when asked for what is due', async () => {
    pretend_server(replies)
    draw(CasesPage, '/cases', '/cases?due=review')
    expect(await screen.findByText('8 March 2026, 2 days overdue')).toBeTruthy()
  })

  it('puts the chosen filters into the address, from the first page on', async () => {
    pretend_server(replies)
    draw(CasesPage, '/cases', '/cases?after=k2')
    await userEvent.selectOptions(await screen.findByLabelText('Risk'), 'Not assessed')
    await userEvent.click(screen.getByRole('button', { name: 'Apply filters' }))
    expect(screen.getByTestId('address').textContent).toBe('/cases?risk_band=not_recorded')
  })

  it('offers what two programmes share once', () => {
    const shared = [{ code: 'high', label: 'High' }]
    expect(all_of([bands, shared])).toEqual(shared)
  })
})
