import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { pretend_server } from '@/lib/pretend-server'
import { kNoAnswer } from '@/lib/refusal'
import type { Returned, SignOn } from '@/lib/session'

import { go_back_to_where, remember_where, returned_from } from './returned'
import { SignOnButtons } from './sign-on-buttons'
import { SignOnReturnPage } from './sign-on-return-page'

const kCouncil = { providers: [{ code: 'council', name: 'Borough council' }] }
const kReturned: Returned = { state: 's', code: 'c' }

const refused = (code: string) => ({ ...kNoAnswer, status: 401, code })

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

describe('returned_from', () => {
  it('reads what the provider sent, at its own address alone', () => {
    expect(returned_from('/sign-on/return', '?state=s&code=c&iss=https%3A%2F%2Fid')).toEqual({
      state: 's',
      code: 'c',
      iss: 'https://id',
    })
    expect(returned_from('/sign-on/return', '?error=access_denied&state=s')).toEqual({
      state: 's',
      code: '',
    })
    expect(returned_from('/cases', '?state=s&code=c')).toBeNull()
  })

  it('goes back to where the person was, and nowhere else', () => {
    history.replaceState(null, '', '/cases/1?q=smith')
    remember_where()
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('smith')
    history.replaceState(null, '', '/sign-on/return?code=c')
    go_back_to_where()
    expect(location.pathname + location.search).toBe('/cases/1')
    sessionStorage.setItem('waymark.sign-on-from', '//evil.example/')
    go_back_to_where()
    expect(location.pathname).toBe('/')
  })
})

describe('SignOnButtons', () => {
  it('are not there without a provider', async () => {
    pretend_server({ 'GET /sign-on': { body: { providers: [] } } })
    const { container } = render(<SignOnButtons onRefused={vi.fn()} />)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(container.textContent).toBe('')
  })

  it('lead to where the server says', async () => {
    const sent = pretend_server({
      'GET /sign-on': { body: kCouncil },
      'POST /sign-on': { body: { go_to: 'https://id.example.org/authorize?state=s' } },
    })
    const go = vi.fn()
    render(<SignOnButtons onRefused={vi.fn()} go={go} />)
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign in with Borough council' }),
    )
    expect(sent.map(({ body }) => body)).toEqual([{ provider: 'council' }])
    expect(go).toHaveBeenCalledWith('https://id.example.org/authorize?state=s')
  })

  it('say when the provider does not answer', async () => {
    pretend_server({
      'GET /sign-on': { body: kCouncil },
      'POST /sign-on': { status: 503, body: { code: 'provider_does_not_answer' } },
    })
    const onRefused = vi.fn()
    const go = vi.fn()
    render(<SignOnButtons onRefused={onRefused} go={go} />)
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign in with Borough council' }),
    )
    expect(onRefused).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'provider_does_not_answer' }),
    )
    expect(go).not.toHaveBeenCalled()
  })
})

function come_back(returned: Returned, sign_on: Partial<SignOn>) {
  history.replaceState(null, '', '/sign-on/return?state=s&code=c')
  const finish = vi.fn<SignOn['finish']>().mockResolvedValue(null)
  const give_code = vi.fn<SignOn['give_code']>().mockResolvedValue(null)
  const onGiveUp = vi.fn()
  const both = { finish, give_code, ...sign_on }
  render(<SignOnReturnPage returned={returned} onSignOn={both} onGiveUp={onGiveUp} />)
  return { ...both, onGiveUp }
}

describe('SignOnReturnPage', () => {
  it('brings back what came, once, and leaves no code in the address', async () => {
    const { finish } = come_back(kReturned, {})
    expect(screen.getByRole('heading', { name: 'Signing you in' })).toBeTruthy()
    await vi.waitFor(() => expect(finish).toHaveBeenCalledOnce())
    expect(finish).toHaveBeenCalledWith(kReturned)
    expect(location.search).toBe('')
  })

  it('says that it did not work, and leads back', async () => {
    const finish = vi.fn<SignOn['finish']>().mockResolvedValue(refused('sign_on_failed'))
    const { onGiveUp } = come_back(kReturned, { finish })
    expect((await screen.findByRole('alert')).textContent).toContain('did not open Waymark')
    expect(document.title).toBe('Error: You are not signed in - Waymark')
    await userEvent.click(screen.getByRole('button', { name: 'Back to the sign-in' }))
    expect(onGiveUp).toHaveBeenCalledOnce()
  })

  it('does not ask the server when the provider gave no code', async () => {
    const { finish } = come_back({ state: 's', code: '' }, {})
    await screen.findByRole('alert')
    expect(finish).not.toHaveBeenCalled()
  })

  it('asks for a code when one is needed, and says when it is wrong or too late', async () => {
    const finish = vi.fn<SignOn['finish']>().mockResolvedValue(refused('second_factor_needed'))
    const give_code = vi.fn<SignOn['give_code']>().mockResolvedValue(refused('second_factor_wrong'))
    come_back(kReturned, { finish, give_code })
    const field = await screen.findByLabelText('Code')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(document.activeElement).toBe(field)
    await userEvent.type(field, '123456{Enter}')
    expect(give_code).toHaveBeenCalledWith('123456')
    expect((await screen.findByRole('alert')).textContent).toContain('That code is not right')
    give_code.mockResolvedValue(refused('sign_on_failed'))
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await screen.findByRole('heading', { name: 'You are not signed in' })
  })
})
