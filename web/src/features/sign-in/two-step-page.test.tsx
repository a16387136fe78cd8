// Passkeys on one's own account: listing, adding and removing them.

import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'

import { forget_device, pretend_device } from '@/lib/pretend-device'
import { draw, kAmal, pretend_server, type Replies } from '@/lib/pretend-server'

import { AddPasskeyPage } from './add-passkey-page'
import { RemovePasskeyPage } from './remove-way-page'
import { TwoStepPage } from './two-step-page'

const phone = {
  id: 'p-1',
  name: 'Work phone',
  made_at: '2026-03-01T09:00:00.000Z',
  last_used_at: null,
}
const kOrigin = window.location.origin
const kQuestion = { challenge: 'AAAA', relying_party_id: 'localhost', credential_ids: ['AQID'] }
const kOffer = {
  ...kQuestion,
  user_handle: 'AQ',
  user_name: 'amal@example.gov.uk',
  user_display_name: 'Amal Khan',
}

function ways(more: object = {}): Replies {
  return {
    'GET /session/passkeys': {
      body: { origin: kOrigin, has_app: false, passkeys: [phone], ...more },
    },
    'POST /session/passkeys/question': { body: kQuestion },
    'PUT /session/passkeys/beginning': { body: kOffer },
    'POST /session/passkeys': { body: { id: 'p-2', recovery_codes: [] } },
    'PUT /session/passkeys/p-1/removal': { status: 204 },
  }
}

afterEach(forget_device)

describe('TwoStepPage', () => {
  const open = (more: object = {}, second_factor: 'on' | 'needed' = 'on') => {
    pretend_server(ways(more))
    draw(TwoStepPage, '/two-step-sign-in', '/two-step-sign-in', { ...kAmal, second_factor })
  }

  it('lists the passkeys and what can be done', async () => {
    pretend_device()
    open()
    const remove = await screen.findByRole('link', { name: 'Remove Work phone' })
    expect(remove.getAttribute('href')).toBe('/two-step-sign-in/passkeys/p-1/remove')
    expect(screen.getByText('Never')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Add a passkey' })).toBeTruthy()
  })

  it('says what must be done first where nothing is set up', async () => {
    pretend_device()
    open({ passkeys: [] }, 'needed')
    expect(await screen.findByText(/Nothing else opens until you have/)).toBeTruthy()
  })

  it.each([
    ['the browser knows none', {}, /This browser cannot use passkeys/, false],
    ['the page has another address', { origin: 'https://a.gov.uk' }, /only at/, true],
    ['the server knows no address', { origin: '' }, /must tell it its address/, true],
  ])('says why none can be added when %s', async (_, more, reason, has_device) => {
    if (has_device) pretend_device()
    open(more)
    expect(await screen.findByText(reason)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add a passkey' })).toBeNull()
  })
})

describe('AddPasskeyPage', () => {
  const open = (replies: Replies) => {
    const sent = pretend_server(replies)
    draw(AddPasskeyPage, '/two-step-sign-in/passkey', '/two-step-sign-in/passkey')
    return sent
  }
  async function fill() {
    await userEvent.type(await screen.findByLabelText('Name of the passkey'), 'Laptop')
    await userEvent.type(screen.getByLabelText('The password you have now'), 'the words')
  }

  it('asks for name and password, then the device, and gives recovery codes to keep', async () => {
    const asked = pretend_device()
    const sent = open({
      ...ways({ passkeys: [] }),
      'POST /session/passkeys': { body: { id: 'p-2', recovery_codes: ['AAAA-BBBB'] } },
    })
    await fill()
    expect(screen.queryByLabelText('Recovery code')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByText('AAAA-BBBB')).toBeTruthy()
    expect(asked).toHaveLength(1)
    expect(sent.map(({ body }) => body)).toEqual([
      { name: 'Laptop', current_password: 'the words' },
      { name: 'Laptop', passkey: { client_data: 'Bw', authenticator_data: 'CAk' } },
    ])
  })

  it('takes another passkey instead of a code', async () => {
    const asked = pretend_device()
    const sent = open(ways())
    await fill()
    await userEvent.click(screen.getByRole('button', { name: 'Use a passkey and continue' }))
    expect(await screen.findByText('/two-step-sign-in?done=added')).toBeTruthy()
    expect(asked[0]?.publicKey.userVerification).toBe('required')
    expect(sent.map(({ path }) => path)).toEqual([
      '/session/passkeys/question',
      '/session/passkeys/beginning',
      '/session/passkeys',
    ])
    expect(sent[1]?.body).toMatchObject({ assertion: { signature: '-_8' } })
  })

  it('says what the device said', async () => {
    pretend_device(new DOMException('it is', 'InvalidStateError'))
    open(ways({ passkeys: [] }))
    await fill()
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'This device has a passkey of yours already',
    )
  })

  it('leads from a mistake to its field', async () => {
    pretend_device()
    const fields = [{ field: 'name', code: 'taken' }]
    open({
      ...ways(),
      'PUT /session/passkeys/beginning': { status: 400, body: { code: 'check_answers', fields } },
    })
    await fill()
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await userEvent.click(await screen.findByRole('link', { name: /Choose another name/ }))
    expect(document.activeElement).toBe(screen.getByLabelText('Name of the passkey'))
  })
})

describe('RemovePasskeyPage', () => {
  const open = (replies: Replies) => {
    const sent = pretend_server(replies)
    const path = '/two-step-sign-in/passkeys/:id/remove'
    draw(RemovePasskeyPage, path, '/two-step-sign-in/passkeys/p-1/remove')
    return sent
  }

  it('names it, warns of the last, and takes a recovery code', async () => {
    pretend_device()
    const sent = open(ways())
    expect(await screen.findByRole('heading', { name: /“Work phone”/ })).toBeTruthy()
    expect(screen.getByText(/This is your only second step/)).toBeTruthy()
    await userEvent.type(screen.getByLabelText('The password you have now'), 'the words')
    await userEvent.type(screen.getByLabelText('Recovery code'), 'AAAA-BBBB')
    await userEvent.click(screen.getByRole('button', { name: 'Remove it' }))
    expect(await screen.findByText('/two-step-sign-in?done=removed')).toBeTruthy()
    expect(sent[0]?.body).toEqual({ current_password: 'the words', code: 'AAAA-BBBB' })
  })

  it('says so when it must stay', async () => {
    pretend_device()
    open({
      ...ways(),
      'PUT /session/passkeys/p-1/removal': { status: 409, body: { code: 'last_second_factor' } },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Remove it' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Add another before')
  })
})
