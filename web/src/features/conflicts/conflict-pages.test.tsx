// Declaring a conflict of interest, and looking after those that hold.

import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, kAmal, pretend_server } from '@/lib/pretend-server'

import { ConflictsPage, EndConflictPage } from './conflicts-page'
import { DeclareConflictPage } from './declare-page'

const person = { body: { id: 'p1', given_names: 'Olga', family_name: 'Example' } }
const interest = {
  id: 'i1',
  user_name: 'Amal Khan',
  person_id: 'p1',
  person_name: 'Olga Example',
  kind: 'family',
  note: 'Cousins',
  declared_by_name: 'Amal Khan',
  declared_at: '2026-03-02T10:00:00.000Z',
  revision: 1,
}

describe('declaring', () => {
  function open(permissions: string[]) {
    const sent = pretend_server({
      'GET /people/p1': person,
      'POST /people/p1/interests': { status: 201, body: {} },
      'GET /colleagues': {
        body: {
          colleagues: [
            { id: 'u2', name: 'Bea Long', agency_id: 'a', agency_name: 'Police', job_title: '' },
          ],
        },
      },
    })
    const session = { ...kAmal, permissions }
    draw(DeclareConflictPage, '/people/:id/conflict', '/people/p1/conflict', session)
    return sent
  }

  it('of oneself closes the records at once and leads away from them', async () => {
    const sent = open(['read_cases'])
    expect(await screen.findByText(/you will no longer see this person/)).toBeTruthy()
    expect(screen.queryByRole('radio', { name: 'A colleague does' })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: /They are family/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Close these records' }))
    expect(await screen.findByRole('heading', { name: 'These records are closed' })).toBeTruthy()
    expect(sent.map(({ body }) => body)).toEqual([{ kind: 'family', note: '' }])
    await userEvent.click(screen.getByRole('button', { name: 'Go to my work' }))
    expect(screen.getByTestId('address').textContent).toBe('/')
  })

  it('of a colleague asks which, and says that they are not told', async () => {
    const sent = open(['read_cases', 'run_cases'])
    await userEvent.click(await screen.findByRole('radio', { name: 'A colleague does' }))
    expect(screen.getByText(/They are not told why/)).toBeTruthy()
    await userEvent.type(screen.getByRole('combobox', { name: 'Which colleague?' }), 'Bea')
    await userEvent.click(await screen.findByRole('option', { name: /Bea Long/ }))
    await userEvent.click(screen.getByRole('radio', { name: /same household/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Close these records' }))
    await screen.findByRole('heading', { name: 'These records are closed' })
    expect(sent.map(({ body }) => body)).toEqual([{ kind: 'household', note: '', user_id: 'u2' }])
  })
})

describe('looking after those that hold', () => {
  it('names both', async () => {
    pretend_server({ 'GET /interests': { body: { interests: [interest] } } })
    draw(ConflictsPage, '/conflicts', '/conflicts')
    const link = await screen.findByRole('link', { name: 'Olga Example' })
    expect(link.getAttribute('href')).toBe('/people/p1')
    expect(screen.getByText('2 March 2026 by Amal Khan')).toBeTruthy()
  })

  it('ends one with a reason, or says what is missing', async () => {
    const fields = [{ field: 'reason', code: 'required' }]
    const sent = pretend_server({
      'GET /interests': { body: { interests: [interest] } },
      'PUT /interests/i1/ending': [
        { status: 400, body: { code: 'check_answers', fields } },
        { status: 204 },
      ],
    })
    draw(EndConflictPage, '/conflicts/:id/end', '/conflicts/i1/end')
    await userEvent.click(await screen.findByRole('button', { name: 'End it' }))
    expect(await screen.findByRole('link', { name: 'Say why it no longer holds' })).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Why does it no longer hold?'), 'Another Olga')
    await userEvent.click(screen.getByRole('button', { name: 'End it' }))
    expect(await screen.findByText('/conflicts')).toBeTruthy()
    expect(sent.at(-1)).toMatchObject({ if_match: '"1"', body: { reason: 'Another Olga' } })
  })
})
