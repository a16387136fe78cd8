import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { kNoAnswer } from '@/lib/refusal'
import type { SignIn } from '@/lib/session'

import { SignInPage } from './sign-in-page'

async function sign_in_with(answer: Awaited<ReturnType<SignIn>>) {
  const onSignIn = vi.fn<SignIn>().mockResolvedValue(answer)
  render(<SignInPage onSignIn={onSignIn} />)
  await userEvent.type(screen.getByLabelText('Email address'), 'amal@example.gov.uk')
  await userEvent.type(screen.getByLabelText('Password'), 'a long password')
  await userEvent.keyboard('{Enter}')
  return onSignIn
}

describe('SignInPage', () => {
  it('sends what was typed, by keyboard alone', async () => {
    const onSignIn = await sign_in_with(null)
    expect(onSignIn).toHaveBeenCalledWith('amal@example.gov.uk', 'a long password', '')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('does not say which of the two was wrong, and keeps the address', async () => {
    await sign_in_with({ ...kNoAnswer, status: 401, code: 'sign_in_failed' })
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Your email address or password is not right',
    )
    expect(document.title).toBe('Error: Sign in - Waymark')
    expect(screen.getByLabelText('Email address')).toHaveProperty('value', 'amal@example.gov.uk')
  })

  it('asks for a code when one is needed, and sends all three', async () => {
    const onSignIn = await sign_in_with({
      ...kNoAnswer,
      status: 401,
      code: 'second_factor_needed',
    })
    // Nobody has made a mistake yet.
    const code = await screen.findByLabelText('Code')
    expect(screen.queryByRole('alert')).toBeNull()
    await userEvent.type(code, '123456')
    onSignIn.mockResolvedValue({ ...kNoAnswer, status: 401, code: 'second_factor_wrong' })
    await userEvent.keyboard('{Enter}')
    expect(onSignIn).toHaveBeenLastCalledWith('amal@example.gov.uk', 'a long password', '123456')
    expect((await screen.findByRole('alert')).textContent).toContain('That code is not right')
    expect(screen.getByLabelText('Code')).toBeTruthy()
  })

  it('says so when the server cannot be reached', async () => {
    await sign_in_with(kNoAnswer)
    expect((await screen.findByRole('alert')).textContent).toContain('could not be reached')
  })

  it('leads from a mistake to its field', async () => {
    const fields = [{ field: 'email', code: 'required' }]
    await sign_in_with({ ...kNoAnswer, status: 422, code: 'check_answers', fields })
    await userEvent.click(await screen.findByRole('link', { name: 'Enter your email address' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Email address'))
  })
})
