// A person's page and correcting it, as a worker does.

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { SessionContext, type Session } from '@/lib/session-context'

import { EditPersonPage } from './edit-person-page'
import { PersonPage } from './person-page'

vi.setConfig({ testTimeout: 30_000 })

const kPerson = {
  id: 'p1',
  given_names: 'Jo',
  family_name: 'Hall',
  date_of_birth: '1990-05-01',
  date_of_birth_note: 'exact',
  gender: 'female',
  phone: '07700 900982',
  phone_is_safe: 'no',
  email: '',
  email_is_safe: 'not_known',
  safe_contact: 'Only through her sister',
  needs: '',
  aliases: [],
  addresses: [
    { line: '1 High Street', town: 'Filey', postcode: 'YO14 9AA', place_id: 'h1' },
    { line: '2 Low Street', town: 'Filey', postcode: 'YO14 9AB', to_on: '2020-01-01' },
  ],
  revision: 2,
  cases: [],
}

type Sent = { body: Record<string, unknown>; if_match: string | null }
let person: Record<string, unknown>
let sent: Sent[]
let refusals: { status: number; body: object }[]

beforeEach(() => {
  person = { ...kPerson }
  sent = []
  refusals = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const headers = { 'Content-Type': 'application/json' }
    const path = new URL(request.url).pathname
    if (request.method === 'PUT') {
      const body = (await request.json()) as Record<string, unknown>
      sent.push({ body, if_match: request.headers.get('If-Match') })
      const refused = refusals.shift()
      if (refused) {
        return new Response(JSON.stringify(refused.body), { status: refused.status, headers })
      }
    }
    const body = path.includes('/programmes') ? { programmes: [] } : person
    return new Response(JSON.stringify(body), { headers: { ...headers, ETag: '"2"' } })
  })
})

const kSession = {
  user_id: 'amal',
  today: '2026-04-30',
  permissions: ['work_on_cases', 'search_records'],
} as Session

function open(at: string) {
  const router = createMemoryRouter(
    [
      { path: '/people/:id', element: <PersonPage /> },
      { path: '/people/:id/edit', element: <EditPersonPage /> },
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

async function retype(label: string, text: string) {
  const box = await screen.findByLabelText(label)
  await userEvent.clear(box)
  await userEvent.type(box, text)
}

describe('PersonPage', () => {
  it('says first, in words, what is safe and what is not', async () => {
    open('/people/p1')
    const contact = await screen.findByRole('region', { name: 'Safe contact' })
    expect(within(contact).getByText('Not safe to phone')).toBeTruthy()
    expect(within(contact).getByText('No email address on record')).toBeTruthy()
    expect(within(contact).getByText('Only through her sister')).toBeTruthy()
    expect(within(contact).queryByRole('link')).toBeNull()
    expect(screen.getByText('1 May 1990, aged 35')).toBeTruthy()
    expect(screen.getByText('In no case that you can see.')).toBeTruthy()
  })
})

describe('EditPersonPage', () => {
  it('sends everything at the revision that was read', async () => {
    const router = open('/people/p1/edit')
    await retype('Surname', 'Hill')
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/people/p1'))
    expect(sent[0]?.if_match).toBe('"2"')
    expect(sent[0]?.body).toMatchObject({
      family_name: 'Hill',
      phone_is_safe: 'no',
      addresses: [
        { line: '1 High Street', place_id: 'h1', from_on: null, to_on: null },
        { line: '2 Low Street', place_id: null, to_on: '2020-01-01' },
      ],
    })
  })

  it('shows who changed what, keeps what was typed, and saves over it only when told', async () => {
    const changes = [{ at: '2026-04-30T10:00:00Z', by: 'Bea Hall', fields: ['phone_is_safe'] }]
    const body = { code: 'changed_by_someone_else', changes, revision: 3 }
    refusals = [{ status: 412, body }]
    const router = open('/people/p1/edit')
    await retype('Surname', 'Hill')
    person = { ...kPerson, phone_is_safe: 'yes', revision: 3 }
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByText(/Bea Hall on 30 April 2026/)).toBeTruthy()
    expect(screen.getByText(/Whether it is safe to phone/)).toBeTruthy()
    expect(screen.getByLabelText('Surname')).toHaveProperty('value', 'Hill')
    await userEvent.click(screen.getByRole('button', { name: 'Show the latest' }))
    const table = await screen.findByRole('table', { name: 'What is on record now' })
    const safe = within(table).getByRole('row', { name: /safe to phone/ })
    expect(safe.textContent).toContain('Yes, it is safe')
    expect(safe.textContent).toContain('No, it is not safe')

    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/people/p1'))
    expect(sent[1]?.if_match).toBe('"3"')
    expect(sent[1]?.body).toMatchObject({ family_name: 'Hill' })
  })

  it('says how much room there is for making contact safely, and what is too long', async () => {
    const fields = [{ field: 'safe_contact', code: 'too_long' }]
    refusals = [{ status: 400, body: { code: 'check_answers', fields } }]
    open('/people/p1/edit')
    const box = await screen.findByLabelText('Anything else about making contact safely')
    const count = document.getElementById('safe_contact-info')
    expect(count?.textContent).toBe('You can enter up to 2000 characters')
    expect(box.getAttribute('aria-describedby')).toContain('safe_contact-info')
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    const said = 'Say how to make contact safely in 2,000 characters or fewer'
    expect(await screen.findByRole('link', { name: said })).toBeTruthy()
  })

  it('leads from a mistake in a list to its field, also after a row was removed', async () => {
    const fields = [{ field: 'addresses[0].postcode', code: 'not_a_postcode' }]
    refusals = [{ status: 400, body: { code: 'check_answers', fields } }]
    open('/people/p1/edit')
    await screen.findByLabelText('Surname')
    await userEvent.click(screen.getByRole('button', { name: 'Remove Address 1' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    const link = await screen.findByRole('link', { name: 'Enter a full postcode, like YO11 1AA' })
    await userEvent.click(link)
    expect(document.activeElement).toHaveProperty('value', 'YO14 9AB')
    expect(sent[0]?.body.addresses).toHaveLength(1)
  })
})
