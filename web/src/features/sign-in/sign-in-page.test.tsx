import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { forget_device, pretend_device } from '@/lib/pretend-device'
import { kNoAnswer } from '@/lib/refusal'
import type { SignIn } from '@/lib/session'

import { SignInPage } from './sign-in-page'

const kQuestion = { challenge: 'AAAA', relying_party_id: 'localhost', credential_ids: ['AQID'] }

async function sign_in_with(answer: Awaited<ReturnType<SignIn>>) {
  const onSignIn = vi.fn<SignIn>().mockResolvedValue(answer)
  render(<SignInPage onSignIn={onSignIn} />)
  await userEvent.type(screen.getByLabelText('Email address'), 'amal@example.gov.uk')
  await userEvent.type(screen.getByLabelText('Password'), 'a long password')
  await userEvent.keyboard('{Enter}')
  return onSignIn
}

afterEach(forget_device)

describe('SignInPage', () => {
  it('sends what was typed, by keyboard alone', async () => {
    const onSignIn = await sign_in_with(null)
    expect(onSignIn).toHaveBeenCalledWith('amal@example.gov.uk', 'a long password', { code: '' })
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
    expect(onSignIn).toHaveBeenLastCalledWith('amal@example.gov.uk', 'a long password', {
      code: '123456',
    })
    expect((await screen.findByRole('alert')).textContent).toContain('That code is not right')
    expect(screen.getByLabelText('Code')).toBeTruthy()
  })

  it('offers the passkey once the password was right, and sends what it answers', async () => {
    pretend_device()
    const needed = { ...kNoAnswer, status: 401, code: 'second_factor_needed', passkeys: kQuestion }
    const onSignIn = await sign_in_with(needed)
    const button = await screen.findByRole('button', { name: 'Use your passkey' })
    expect(document.activeElement).toBe(button)
    expect(screen.getByLabelText('Code')).toBeTruthy()
    onSignIn.mockResolvedValue({ ...needed, code: 'second_factor_wrong' })
    await userEvent.click(button)
    expect(onSignIn).toHaveBeenLastCalledWith('amal@example.gov.uk', 'a long password', {
      assertion: {
        credential_id: 'AQID',
        client_data: 'BAU',
        authenticator_data: 'Bg',
        signature: '-_8',
      },
    })
    expect((await screen.findByRole('alert')).textContent).toContain(
      'That passkey was not accepted',
    )
  })

  it('says so when the passkey was not used, and leaves the code', async () => {
    pretend_device(new DOMException('no', 'NotAllowedError'))
    const onSignIn = await sign_in_with({
      ...kNoAnswer,
      status: 401,
      code: 'second_factor_needed',
      passkeys: kQuestion,
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Use your passkey' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Your passkey was not used')
    expect(onSignIn).toHaveBeenCalledTimes(1)
  })

  it('asks for a code alone where the browser knows no passkeys', async () => {
    await sign_in_with({
      ...kNoAnswer,
      status: 401,
      code: 'second_factor_needed',
      passkeys: kQuestion,
    })
    expect(await screen.findByText(/This browser cannot use your passkey/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Use your passkey' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByLabelText('Code'))
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
