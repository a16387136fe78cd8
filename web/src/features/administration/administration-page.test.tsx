// Administration: users with roles held somewhere from a day on, and things that are end-dated.

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, kAmal, pretend_server, type Replies } from '@/lib/pretend-server'

import { AdministrationPage } from './administration-page'

const me = {
  id: 'u-amal',
  agency_id: 'a1',
  email: 'amal@example.gov.uk',
  name: 'Amal Khan',
  job_title: '',
  phone: '',
  valid_from: '2020-01-01',
  valid_to: null,
  revision: 4,
  roles: [
    {
      role: 'administrator',
      held_at: 'partnership',
      held_at_id: 'ny',
      valid_from: '2020-01-01',
      valid_to: null,
      waits: false,
    },
  ],
}
const area = {
  id: 'h-sca',
  code: 'SCA',
  name: 'Scarborough',
  gss_code: 'E07000168',
  valid_from: '2015-04-01',
  valid_to: null,
  revision: 2,
}
const replies: Replies = {
  'GET /administration/users/u-amal': { body: me, etag: '"4"' },
  'GET /administration/users': { body: { users: [me], next: null } },
  'GET /administration/roles': {
    body: {
      roles: [
        { code: 'hub_officer', permissions: ['read_cases'], held_at: ['area', 'team'] },
        { code: 'administrator', permissions: ['administer'], held_at: ['partnership'] },
      ],
    },
  },
  'GET /administration/areas': { body: { areas: [area] } },
  'GET /administration/agencies': {
    body: { agencies: [{ id: 'a1', code: 'scc', name: 'Council', kind: 'council' }] },
  },
  'GET /administration/teams': { body: { teams: [] } },
}

function open(at: string, more: Replies = {}) {
  const sent = pretend_server({ ...replies, ...more })
  draw(AdministrationPage, '/administration/*', at, { ...kAmal, permissions: ['administer'] })
  return sent
}

describe('users', () => {
  it('says which roles are held where and since when', async () => {
    open('/administration/users')
    const row = await screen.findByRole('row', { name: /Amal Khan/ })
    expect(row.textContent).toContain('Administrator, the whole partnership. Since 1 January 2020')
  })

  it('adds one with a role at a hub', async () => {
    const sent = open('/administration/users/add', {
      'POST /administration/users': { status: 201, body: me },
    })
    await userEvent.type(await screen.findByLabelText('Email address'), 'bo@example.gov.uk')
    await userEvent.type(screen.getByLabelText('Name'), 'Bo Reid')
    await userEvent.selectOptions(screen.getByLabelText('Agency'), 'Council')
    const role = screen.getByRole('group', { name: 'Role 1' })
    await userEvent.selectOptions(within(role).getByLabelText('What?'), 'Hub officer')
    await userEvent.selectOptions(within(role).getByLabelText('Where?'), 'Hub: Scarborough')
    await userEvent.click(screen.getByRole('button', { name: 'Add the user' }))
    expect(await screen.findByRole('heading', { name: 'Invite Amal Khan' })).toBeTruthy()
    expect(sent[0]?.body).toMatchObject({
      email: 'bo@example.gov.uk',
      roles: [
        { role: 'hub_officer', held_at: 'area', held_at_id: 'h-sca', valid_from: '2026-03-10' },
      ],
    })
  })

  it('gives a link for whoever is invited, and says who has the code', async () => {
    const link = { token: 'abc123', expires_at: '2026-03-13T10:00:00Z' }
    open('/administration/users/u-amal/invitation', {
      'PUT /administration/users/u-amal/invitation': { body: link },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Make the link' }))
    expect(await screen.findByText(/\/join#abc123$/)).toBeTruthy()
    expect(screen.getByText(/gives them the code/)).toBeTruthy()
  })

  it('names the role that cannot be held there', async () => {
    open('/administration/users/u-amal', {
      'PUT /administration/users/u-amal': {
        status: 400,
        body: {
          code: 'check_answers',
          fields: [{ field: 'roles[0].held_at', code: 'not_offered' }],
        },
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Save the user' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Role 1: Choose where the role is held',
    )
  })
})

describe('areas', () => {
  it('is given a last day rather than deleted, with the revision that was read', async () => {
    const sent = open('/administration/areas/h-sca', {
      'PUT /administration/areas/h-sca': { body: area },
    })
    const last = await screen.findByRole('group', { name: 'Last day of the area' })
    await userEvent.type(within(last).getByLabelText('Day'), '31')
    await userEvent.type(within(last).getByLabelText('Month'), '3')
    await userEvent.type(within(last).getByLabelText('Year'), '2026')
    await userEvent.click(screen.getByRole('button', { name: 'Save the area' }))
    expect(await screen.findByText('The area has been saved')).toBeTruthy()
    expect(sent[0]).toMatchObject({ if_match: '"2"', body: { valid_to: '2026-03-31' } })
    expect(screen.queryByRole('button', { name: /Delete/ })).toBeNull()
  })

  it('is not found when there is none', async () => {
    open('/administration/areas/nowhere')
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy()
  })
})
