import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, pretend_server } from '@/lib/pretend-server'

import { OwnPasswordPage } from './own-password-page'

async function change() {
  await userEvent.type(await screen.findByLabelText('The password you have now'), 'the old words')
  await userEvent.type(screen.getByLabelText('New password'), 'some new words here')
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }))
}

describe('OwnPasswordPage', () => {
  it('sends both passwords and says that every session is over', async () => {
    const sent = pretend_server({ 'PUT /session/password': { status: 204 } })
    draw(OwnPasswordPage, '/password', '/password')
    await change()
    expect(
      await screen.findByRole('heading', { name: 'Your password has been changed' }),
    ).toBeTruthy()
    expect(sent.map(({ body }) => body)).toEqual([
      { current_password: 'the old words', password: 'some new words here' },
    ])
  })

  it('leads from a mistake to its field', async () => {
    const fields = [{ field: 'current_password', code: 'wrong' }]
    pretend_server({
      'PUT /session/password': { status: 400, body: { code: 'invalid', fields } },
    })
    draw(OwnPasswordPage, '/password', '/password')
    await change()
    const link = await screen.findByRole('link', {
      name: 'The password you have now is not right',
    })
    await userEvent.click(link)
    expect(document.activeElement).toBe(screen.getByLabelText('The password you have now'))
  })
})
