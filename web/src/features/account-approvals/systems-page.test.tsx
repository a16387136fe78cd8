// Tokens of systems: what is chosen is sent, the token is shown once, and ending it is at once.

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, kAmal, pretend_server, type Replies } from '@/lib/pretend-server'

import { SystemPage } from './systems-page'

const account = {
  user: {
    id: 'u-rms',
    name: 'Records system',
    email: 'rms@example.org',
    job_title: '',
    phone: '',
    agency_name: 'Police',
    valid_from: '2026-03-01',
    valid_to: null,
  },
  roles: [],
  token: {
    permissions: ['make_referrals'],
    made_on: '2026-03-01',
    ends_on: '2026-06-01',
    last_used_on: null,
  },
}

function open(replies: Replies) {
  const accounts = { accounts: [account], permissions: ['make_referrals', 'read_cases'] }
  const sent = pretend_server({ 'GET /system-accounts': { body: accounts }, ...replies })
  draw(SystemPage, '/system-accounts/:id', '/system-accounts/u-rms', {
    ...kAmal,
    permissions: ['approve_accounts'],
  })
  return sent
}

describe('SystemPage', () => {
  it('makes a token for what is chosen, until the day, and shows it once', async () => {
    const sent = open({ 'PUT /system-accounts/u-rms/token': { body: { token: 'abc123' } } })
    await userEvent.click(await screen.findByLabelText('Make referrals'))
    const last = screen.getByRole('group', { name: 'Last day' })
    await userEvent.type(within(last).getByLabelText('Day'), '30')
    await userEvent.type(within(last).getByLabelText('Month'), '9')
    await userEvent.type(within(last).getByLabelText('Year'), '2026')
    await userEvent.click(screen.getByRole('button', { name: 'Make the token' }))
    expect(await screen.findByText('abc123')).toBeTruthy()
    expect(sent[0]?.body).toEqual({ permissions: ['make_referrals'], ends_on: '2026-09-30' })
  })

  it('ends the token that there is', async () => {
    const sent = open({ 'DELETE /system-accounts/u-rms/token': { status: 204 } })
    expect(await screen.findByText(/It has a token until 1 June 2026/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'End it now' }))
    expect(sent).toHaveLength(1)
  })
})
