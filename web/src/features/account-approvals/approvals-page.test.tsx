// The second person decides: each decision is sent for the right entry, and ending is asked twice.

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, kAmal, pretend_server, type Replies } from '@/lib/pretend-server'

import { ApprovalsPage } from './approvals-page'

const nia = {
  id: 'u-nia',
  name: 'Nia Price',
  email: 'nia@example.org',
  job_title: '',
  phone: '',
  agency_name: 'Police',
  valid_from: '2026-03-01',
  valid_to: null,
}
const role = {
  role: 'partner_worker',
  held_at: 'team',
  held_at_id: 't1',
  valid_from: '2026-03-01',
  valid_to: null,
  waits: true,
  place_name: 'Scarborough team',
}
const waiting = {
  roles: [{ id: 'r1', user: nia, role, proposed_by_name: 'Ada Min' }],
  invitations: [
    {
      user: nia,
      invited_by_name: 'Ada Min',
      approved_by_name: null,
      expires_at: '2026-03-13T10:00:00Z',
    },
  ],
  accounts: [
    {
      user: { ...nia, id: 'u-rob', name: 'Rob Hill' },
      roles: [{ ...role, waits: false }],
      confirmed_on: '2025-12-10',
      due_on: '2026-03-12',
      last_seen_on: null,
    },
  ],
}

function open(more: Replies = {}) {
  const sent = pretend_server({ 'GET /account-approvals': { body: waiting }, ...more })
  draw(ApprovalsPage, '/account-approvals', '/account-approvals', {
    ...kAmal,
    permissions: ['approve_accounts'],
  })
  return sent
}

describe('ApprovalsPage', () => {
  it('approves a role, and says so', async () => {
    const sent = open({ 'PUT /account-approvals/roles/r1': { status: 204 } })
    expect(await screen.findAllByText('Partner worker, Scarborough team')).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: 'Approve: Nia Price' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The role of Nia Price has been approved',
    )
    expect(sent[0]?.body).toEqual({ decision: 'approve' })
  })

  it('shows the code once, and tells not to send it by email', async () => {
    open({ 'PUT /account-approvals/invitations/u-nia': { body: { code: 'ABCD-EFGH' } } })
    await userEvent.click(await screen.findByRole('button', { name: 'Get the code: Nia Price' }))
    expect(await screen.findByText('ABCD-EFGH')).toBeTruthy()
    expect(screen.getByText(/Do not send it by email/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /Back/ }))
    expect(screen.queryByText('ABCD-EFGH')).toBeNull()
  })

  it('ends an account only when asked twice', async () => {
    const sent = open({ 'PUT /account-approvals/accounts/u-rob': { status: 204 } })
    await userEvent.click(await screen.findByRole('button', { name: 'End the account: Rob Hill' }))
    expect(sent).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Yes, end the account: Rob Hill' }))
    expect((await screen.findByRole('alert')).textContent).toContain('has ended')
    expect(sent[0]?.body).toEqual({ decision: 'ended' })
  })

  it('says what went wrong when somebody else was first', async () => {
    open({
      'PUT /account-approvals/roles/r1': { status: 404, body: { code: 'no_such_role' } },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Refuse: Nia Price' }))
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText('Somebody else has decided this already')).toBeTruthy()
  })
})
