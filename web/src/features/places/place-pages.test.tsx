// A place's page and correcting it, as a worker does.

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { SessionContext, type Session } from '@/lib/session-context'

import { EditPlacePage } from './edit-place-page'
import { PlacePage } from './place-page'

vi.setConfig({ testTimeout: 30_000 })

const kPlace = {
  id: 'h1',
  kind: 'open_space',
  name: 'Castle Park',
  line: '',
  locality: '',
  town: 'Scarborough',
  postcode: 'YO11 1HY',
  uprn: '',
  longitude: -0.39,
  latitude: 54.28,
  area_id: 'sca',
  revision: 2,
  cases: [
    {
      case_id: 'c1',
      reference: 'SCA-2026-0001',
      title: 'Fires in the park',
      is_open: true,
      stage: 'scanning',
      role: 'where_it_happens',
      opened_on: '2026-01-02',
    },
  ],
}

let sent: { body: Record<string, unknown>; if_match: string | null }[]
let refusals: { status: number; body: object }[]

beforeEach(() => {
  sent = []
  refusals = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const headers = { 'Content-Type': 'application/json', ETag: '"2"' }
    if (request.method === 'PUT') {
      const body = (await request.json()) as Record<string, unknown>
      sent.push({ body, if_match: request.headers.get('If-Match') })
      const refused = refusals.shift()
      if (refused) {
        return new Response(JSON.stringify(refused.body), { status: refused.status, headers })
      }
    }
    const areas = [{ id: 'sca', name: 'Scarborough hub' }]
    const directory = new URL(request.url).pathname.endsWith('/directory')
    const body = directory ? { areas, agencies: [], teams: [] } : kPlace
    return new Response(JSON.stringify(body), { headers })
  })
})

const kSession = { user_id: 'amal', permissions: ['work_on_cases'] } as Session

function open(at: string) {
  const router = createMemoryRouter(
    [
      { path: '/places/:id', element: <PlacePage /> },
      { path: '/places/:id/edit', element: <EditPlacePage /> },
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

describe('a place', () => {
  it('shows what it is and the cases it appears in, in words', async () => {
    open('/places/h1')
    const table = await screen.findByRole('table', { name: 'Cases' })
    expect(table.textContent).toContain('Where it happens')
    expect(within(table).getByRole('link').getAttribute('href')).toBe('/cases/c1')
    expect(await screen.findByText('Scarborough hub')).toBeTruthy()
  })

  it('is saved whole, with its position as numbers', async () => {
    const router = open('/places/h1/edit')
    const name = await screen.findByLabelText('Name')
    await screen.findByRole('option', { name: 'Scarborough hub' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Castle Gardens')
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/places/h1'))
    expect(sent[0]).toMatchObject({
      if_match: '"2"',
      body: { name: 'Castle Gardens', longitude: -0.39, latitude: 54.28, area_id: 'sca' },
    })
  })

  it('says what is wrong at its field and keeps what was typed', async () => {
    const fields = [{ field: 'postcode', code: 'not_a_postcode' }]
    refusals = [{ status: 400, body: { code: 'check_answers', fields } }]
    open('/places/h1/edit')
    const postcode = await screen.findByLabelText('Postcode')
    await userEvent.clear(postcode)
    await userEvent.type(postcode, 'nonsense')
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    await userEvent.click(await screen.findByRole('link', { name: /^Enter a full postcode/ }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Postcode/ }))
    expect(document.activeElement).toHaveProperty('value', 'nonsense')
  })

  it('asks before it saves over somebody else', async () => {
    const changes = [{ at: '2026-04-30T10:00:00Z', by: 'Bea Hall', fields: ['name'] }]
    refusals = [{ status: 412, body: { code: 'changed_by_someone_else', changes, revision: 3 } }]
    open('/places/h1/edit')
    await userEvent.type(await screen.findByLabelText('Name'), ' East')
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    expect(await screen.findByText(/Bea Hall on 30 April 2026.*: Name/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Show the latest' }))
    const table = await screen.findByRole('table', { name: 'What is on record now' })
    expect(table.textContent).toContain('Castle Park East')
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]?.if_match).toBe('"3"')
  })
})
