import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { SearchBox } from './search-box'
import { SearchPage } from './search-page'

vi.setConfig({ testTimeout: 20_000 })

const kPerson = {
  id: 'p1',
  given_names: 'Jo',
  family_name: 'Hall',
  date_of_birth: '1990-05-01',
  address: '1 High Street, Filey',
  open_cases: 2,
}
const kCase = {
  id: 'c1',
  reference: 'SCA-2026-0001',
  title: 'Noise',
  is_open: true,
  lead_user_name: 'Amal',
}

let asked: string[]
let answers: Record<string, { people: object[]; places: object[]; cases: object[] }>
let slow: Record<string, Promise<void>>

beforeEach(() => {
  asked = []
  slow = {}
  answers = {}
  vi.stubGlobal('fetch', async (request: Request) => {
    const q = new URL(request.url).searchParams.get('q') ?? ''
    asked.push(q)
    await slow[q]
    if (request.signal.aborted) throw new DOMException('gave up', 'AbortError')
    return new Response(JSON.stringify(answers[q] ?? { people: [], places: [], cases: [] }), {
      headers: { 'Content-Type': 'application/json' },
    })
  })
})

function open(at: string) {
  const router = createMemoryRouter(
    [
      { path: '/', element: <SearchBox /> },
      { path: '/search', element: <SearchPage /> },
      { path: '/people/:id', element: <h1>The person</h1> },
    ],
    { initialEntries: [at] },
  )
  render(<RouterProvider router={router} />)
  return router
}

describe('SearchPage', () => {
  it('finds as one types, says how many, and asks once the typing pauses', async () => {
    answers.hall = { people: [kPerson], places: [], cases: [kCase] }
    const router = open('/search')
    await userEvent.type(screen.getByRole('searchbox'), 'hall')
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2 results found'))
    expect(asked.at(-1)).toBe('hall')
    expect(asked.length).toBeLessThan(4)
    expect(screen.getByRole('link', { name: 'Jo Hall' }).getAttribute('href')).toBe('/people/p1')
    expect(screen.getByText(/born 1 May 1990, 1 High Street, Filey, 2 open cases/)).toBeTruthy()
    expect(router.state.location.search).toBe('?q=hall')
  })

  it('does not show the answer to an older question that comes late', async () => {
    let let_go: () => void = () => undefined
    slow.ha = new Promise((resolve) => (let_go = resolve))
    answers.ha = { people: [kPerson], places: [], cases: [] }
    answers.hat = { people: [], places: [], cases: [kCase] }
    open('/search?q=ha')
    await waitFor(() => expect(asked).toEqual(['ha']))
    await userEvent.type(screen.getByRole('searchbox'), 't')
    await screen.findByRole('link', { name: /SCA-2026-0001/ })
    let_go()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByRole('link', { name: 'Jo Hall' })).toBeNull()
  })

  it('says that nothing was found, and that two characters are needed', async () => {
    open('/search?q=zz')
    expect(await screen.findByText(/^Nothing found for zz/)).toBeTruthy()
    await userEvent.clear(screen.getByRole('searchbox'))
    await userEvent.type(screen.getByRole('searchbox'), 'z')
    expect(screen.getByRole('status').textContent).toBe('Type at least 2 characters.')
  })
})

describe('SearchBox', () => {
  it('leads to a person by keyboard alone', async () => {
    answers.hall = { people: [kPerson], places: [], cases: [] }
    open('/')
    await userEvent.type(screen.getByRole('combobox'), 'hall')
    await screen.findByRole('option', { name: /Jo Hall.*Person: born 1 May 1990/ })
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(await screen.findByRole('heading', { name: 'The person' })).toBeTruthy()
  })

  it('leads to all results on Enter', async () => {
    const router = open('/')
    await userEvent.type(screen.getByRole('combobox'), 'hall{Enter}')
    await waitFor(() => expect(router.state.location.search).toBe('?q=hall'))
  })
})
