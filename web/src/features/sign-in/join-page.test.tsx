// Choosing a password by a link and a code.

import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { pretend_server, type Replies } from '@/lib/pretend-server'

import { JoinPage } from './join-page'

async function join(replies: Replies) {
  const sent = pretend_server(replies)
  history.replaceState(null, '', '/join#sometoken')
  render(<JoinPage />)
  await userEvent.type(screen.getByLabelText('Code'), 'ABCD-EFGH')
  await userEvent.type(screen.getByLabelText('Password'), 'some long words')
  await userEvent.click(screen.getByRole('button', { name: 'Save the password' }))
  return sent
}

describe('JoinPage', () => {
  it('sends the token of the link, which is gone from the address', async () => {
    const sent = await join({ 'POST /invitation': { status: 204 } })
    expect(
      await screen.findByRole('heading', { name: 'Your password has been saved' }),
    ).toBeTruthy()
    expect(sent[0]?.body).toEqual({
      token: 'sometoken',
      code: 'ABCD-EFGH',
      password: 'some long words',
    })
    expect(location.hash).toBe('')
  })

  it('does not say which of the two was wrong', async () => {
    await join({ 'POST /invitation': { status: 401, body: { code: 'invitation_not_good' } } })
    expect((await screen.findByRole('alert')).textContent).toContain('do not go together')
  })

  it('says that a link was cut off', () => {
    history.replaceState(null, '', '/join')
    render(<JoinPage />)
    expect(screen.getByRole('heading', { name: 'This link is not complete' })).toBeTruthy()
  })
})
