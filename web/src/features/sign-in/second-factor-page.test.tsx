// Setting up an authenticator app.

import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, kAmal, pretend_server, type Replies } from '@/lib/pretend-server'

import { SecondFactorPage } from './second-factor-page'

const secret = {
  secret: 'ABCD EFGH',
  uri: 'otpauth://totp/Waymark:amal%40example.org?secret=ABCDEFGH&issuer=Waymark',
}

function open(second_factor: 'on' | 'off' | 'needed', replies: Replies = {}) {
  const has_app = second_factor === 'on'
  const sent = pretend_server({
    'GET /session/passkeys': { body: { origin: '', has_app, passkeys: [] } },
    'PUT /session/second-factor': { body: secret },
    'PUT /session/second-factor/confirmation': { body: { recovery_codes: ['AAAA-BBBB'] } },
    ...replies,
  })
  const at = '/two-step-sign-in/app'
  draw(SecondFactorPage, at, at, { ...kAmal, second_factor })
  return sent
}

async function begin() {
  await userEvent.type(await screen.findByLabelText('The password you have now'), 'the words')
  await userEvent.click(screen.getByRole('button', { name: 'Set up' }))
}

describe('SecondFactorPage', () => {
  it('shows a picture, takes the first code, and gives recovery codes to keep', async () => {
    const sent = open('needed')
    await begin()
    expect(await screen.findByRole('img', { name: /authenticator app/ })).toBeTruthy()
    expect(screen.getByText('ABCD EFGH')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Code that the app shows now'), '123456')
    await userEvent.click(screen.getByRole('button', { name: 'Turn on' }))
    expect(await screen.findByText('AAAA-BBBB')).toBeTruthy()
    expect(sent.map(({ body }) => body)).toEqual([
      { current_password: 'the words' },
      { code: '123456' },
    ])
  })

  it('asks for a code of the one in use before it is replaced', async () => {
    const sent = open('on')
    await userEvent.type(await screen.findByLabelText('Code from the app you use now'), '654321')
    await begin()
    await screen.findByRole('heading', { name: 'Add Waymark to your app' })
    expect(sent[0]?.body).toEqual({ current_password: 'the words', code: '654321' })
  })

  it('leads from a wrong code to its field', async () => {
    const fields = [{ field: 'code', code: 'wrong' }]
    open('off', {
      'PUT /session/second-factor/confirmation': {
        status: 400,
        body: { code: 'check_answers', fields },
      },
    })
    await begin()
    await userEvent.click(await screen.findByRole('button', { name: 'Turn on' }))
    const link = await screen.findByRole('link', { name: /That code is not right/ })
    await userEvent.click(link)
    expect(document.activeElement).toBe(screen.getByLabelText('Code that the app shows now'))
  })
})
