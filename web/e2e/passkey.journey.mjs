// Somebody adds a passkey, signs in with it, and removes it. Chromium's own pretended device makes
// and uses it, over the protocol of the developer tools.

import { kDemonstrationPassword, sign_in } from './helpers.mjs'
import { people } from './people.mjs'

export const kByName = true // a passkey is made for a name

// A device that is built in, which sees the person's finger whenever it is asked.
async function plug_in(page) {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const send = (method, more) => client.send(`WebAuthn.${method}`, { authenticatorId, ...more })
  return {
    verifies: (isUserVerified) => send('setUserVerified', { isUserVerified }),
    // With another key under the same name, as somebody might who has not the real one.
    async spoil() {
      const { credentials } = await send('getCredentials')
      const { privateKey } = await crypto.subtle.generateKey(
        { name: 'ECDSA', namedCurve: 'P-256' },
        true,
        ['sign'],
      )
      const other = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey))
      const [real] = credentials
      await send('removeCredential', { credentialId: real.credentialId })
      const credential = { ...real, privateKey: other.toString('base64') }
      await send('addCredential', { credential })
      return async () => {
        await send('removeCredential', { credentialId: real.credentialId })
        await send('addCredential', { credential: { ...real, signCount: real.signCount + 10 } })
      }
    },
  }
}

async function give_password(page) {
  await page.getByLabel('Email address').fill(people.dpo)
  await page.getByLabel('Password', { exact: true }).fill(kDemonstrationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function sign_out(page) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
}

export default async function journey({ page, new_page, base_url, step, check_page }) {
  let device
  let codes = []

  await step('a passkey is added with the password and what the device asks', async () => {
    device = await plug_in(page)
    await sign_in(page, base_url, people.dpo)
    await page.getByRole('link', { name: 'Two-step sign-in' }).click()
    await page.getByRole('heading', { name: 'Passkeys' }).waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByLabel('Name of the passkey').fill('Work phone')
    await page.getByLabel('The password you have now').fill('not the password')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('link', { name: 'The password you have now is not right' }).waitFor()
    await check_page(page)
    await page.getByLabel('The password you have now').fill(kDemonstrationPassword)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor()
    codes = await page.locator('main li code').allInnerTexts()
    if (codes.length !== 10) throw new Error(`${codes.length} recovery codes`)
    await check_page(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await sign_out(page)
  })

  await step('signing in asks for it, and lets in who has it', async () => {
    await give_password(page)
    await page.getByText('Now use your passkey').waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await page.getByRole('link', { name: 'Two-step sign-in' }).click()
    await page.getByRole('rowheader', { name: 'Work phone' }).waitFor()
    if ((await page.getByText('Never', { exact: true }).count()) > 0) throw new Error('Never used')
    await check_page(page)
    await sign_out(page)
  })

  await step('another key, and a device that knows nobody, are refused', async () => {
    await give_password(page)
    const put_right = await device.spoil()
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await page.getByText('That passkey was not accepted').waitFor()
    await check_page(page)
    await put_right()
    await device.verifies(false)
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await page.getByText('Your passkey was not used').waitFor()
    await device.verifies(true)
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  })

  await step('a recovery code opens a desk that has not the device', async () => {
    const desk = await new_page()
    await desk.goto(base_url)
    await give_password(desk)
    await desk.getByLabel('Code', { exact: true }).fill(codes[0])
    await desk.getByLabel('Code', { exact: true }).press('Enter')
    await desk.getByRole('button', { name: 'Sign out' }).waitFor()
  })

  await step('it is removed with itself, and the password alone opens again', async () => {
    await page.getByRole('link', { name: 'Two-step sign-in' }).click()
    await page.getByRole('link', { name: 'Remove Work phone' }).click()
    await page.getByRole('heading', { name: 'Remove the passkey “Work phone”' }).waitFor()
    await check_page(page)
    await page.getByLabel('The password you have now').fill(kDemonstrationPassword)
    await page.getByRole('button', { name: 'Use a passkey and remove it' }).click()
    await page.getByText('The passkey has been removed').waitFor()
    await check_page(page)
    const again = await new_page()
    await sign_in(again, base_url, people.dpo)
  })
}
