// The session as a person meets it: signing in, being asked again, signing out.

import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { get } from './api'
import { draft_for } from './drafts'
import { SessionProvider } from './session'
import { useSession, type Session } from './session-context'

const kAmal: Session = {
  user_id: 'amal',
  name: 'Amal Khan',
  agency_id: 'council',
  agency_name: 'Scarborough Council',
  partnership_name: 'North Yorkshire',
  is_demo: true,
  permissions: ['read_cases'],
  area_ids: [],
  sees_partnership: false,
  second_factor: 'off' as const,
  csrf_token: 'one',
  today: '2026-01-01',
}

let signed_in: Session | null = null
let next_to_sign_in: Session = kAmal

beforeEach(() => {
  signed_in = null
  next_to_sign_in = kAmal
  vi.stubGlobal('fetch', (request: Request) => {
    if (request.method === 'POST') signed_in = next_to_sign_in
    if (request.method === 'DELETE') {
      signed_in = null
      return Promise.resolve(new Response(null, { status: 204 }))
    }
    const answer = signed_in ?? { code: 'sign_in_needed' }
    return Promise.resolve(
      new Response(JSON.stringify(answer), {
        status: signed_in ? 200 : 401,
        headers: { 'Content-Type': 'application/json' },
      }),
    )
  })
})

function Inside() {
  const { session, sign_out } = useSession()
  const [got, set_got] = useState('')
  return (
    <>
      <h1>{session.name}</h1>
      <input aria-label="Typed" />
      <button onClick={() => void get('/session').then((a) => set_got(String(a.ok)))}>Ask</button>
      <p>got {got}</p>
      <button onClick={() => void sign_out()}>Sign out</button>
    </>
  )
}

function start() {
  render(
    <SessionProvider
      starting={<p>Starting</p>}
      unreachable={(retry) => <button onClick={retry}>Retry</button>}
      sign_in={(sign_in) => <button onClick={() => void sign_in('a', 'b')}>Sign in</button>}
      sign_in_again={({ email, onSignIn, onLeave }) => (
        <>
          <button onClick={() => void onSignIn(email, 'b')}>Sign in again</button>
          <button onClick={onLeave}>Leave</button>
        </>
      )}
    >
      <Inside />
    </SessionProvider>,
  )
}

describe('SessionProvider', () => {
  it('shows the sign-in to nobody, and the pages to somebody', async () => {
    start()
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('heading', { name: 'Amal Khan' })).toBeTruthy()
  })

  it('asks again over the page when the session ends, and what was typed is still there', async () => {
    signed_in = kAmal
    start()
    await userEvent.type(await screen.findByLabelText('Typed'), 'a long answer')
    signed_in = null
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in again' }))
    expect(await screen.findByText('got true')).toBeTruthy()
    expect(screen.getByLabelText('Typed')).toHaveProperty('value', 'a long answer')
    expect(screen.queryByRole('button', { name: 'Sign in again' })).toBeNull()
  })

  it('sends nothing of one person in the name of another', async () => {
    signed_in = kAmal
    start()
    await screen.findByRole('heading', { name: 'Amal Khan' })
    signed_in = null
    next_to_sign_in = { ...kAmal, user_id: 'bea', name: 'Bea Hall' }
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in again' }))
    expect(await screen.findByRole('heading', { name: 'Bea Hall' })).toBeTruthy()
    expect(screen.queryByText('got true')).toBeNull()
  })

  it('forgets every draft on signing out, and those of others on signing in', async () => {
    draft_for('bea', 'note').save({ text: ['hers'] })
    draft_for('amal', 'note').save({ text: ['his'] })
    signed_in = kAmal
    start()
    await screen.findByRole('heading', { name: 'Amal Khan' })
    expect(draft_for('bea', 'note').load()).toBeNull()
    expect(draft_for('amal', 'note').load()).toEqual({ text: ['his'] })
    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
    await screen.findByRole('button', { name: 'Sign in' })
    expect(draft_for('amal', 'note').load()).toBeNull()
  })

  it('offers to try again when the server cannot be reached', async () => {
    const answering = globalThis.fetch
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('down')))
    start()
    const retry = await screen.findByRole('button', { name: 'Retry' })
    vi.stubGlobal('fetch', answering)
    await userEvent.click(retry)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy())
  })
})
