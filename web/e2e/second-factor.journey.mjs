// Somebody sets up two-step sign-in with an app on their phone, signs in with it, and loses it.

import { kDemonstrationPassword, sign_in } from './helpers.mjs'
import { people } from './people.mjs'
import { code_of } from './totp.mjs'

export default async function journey({ page, new_page, base_url, step, check_page }) {
  let secret = ''
  let user = ''

  await step('the password opens the setting-up, and a picture is shown', async () => {
    await sign_in(page, base_url, people.dpo)
    user = (await (await page.request.get(`${base_url}/api/v1/session`)).json()).user_id
    await page.getByRole('link', { name: 'Two-step sign-in' }).click()
    await page.getByRole('button', { name: 'Set up an app' }).click()
    await page.getByRole('heading', { name: 'Authenticator app', level: 1 }).waitFor()
    await check_page(page)
    await page.getByLabel('The password you have now').fill(kDemonstrationPassword)
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.getByRole('heading', { name: 'Add Waymark to your app' }).waitFor()
    await page.getByRole('img', { name: /authenticator app/ }).waitFor()
    secret = await page.locator('main strong.app-typed').innerText()
    await check_page(page)
  })

  await step('a wrong code is said to be wrong, and the right one turns it on', async () => {
    await page.getByLabel('Code that the app shows now').fill('000000')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByRole('link', { name: /That code is not right/ }).waitFor()
    await page.getByLabel('Code that the app shows now').fill(code_of(secret))
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor()
    if ((await page.locator('main li code').count()) !== 10) throw new Error('Not ten codes')
    await check_page(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  })

  await step('signing in asks for a code as well', async () => {
    await page.getByLabel('Email address').fill(people.dpo)
    await page.getByLabel('Password', { exact: true }).fill(kDemonstrationPassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Now enter a code as well').waitFor()
    await check_page(page)
    // The next one: the present one was used for turning it on.
    await page.getByLabel('Code', { exact: true }).fill(code_of(secret, 1))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  })

  await step('an administrator takes it away from who has lost it', async () => {
    const desk = await new_page()
    await sign_in(desk, base_url, people.administrator)
    await desk.goto(`${base_url}/administration/users/${user}`)
    await desk.getByRole('link', { name: 'Take away their two-step sign-in' }).click()
    await check_page(desk)
    await desk.getByRole('button', { name: 'Take it away' }).click()
    await desk.getByRole('link', { name: /^Choose how you made sure/ }).waitFor()
    await desk.getByLabel('I spoke to them in person').check()
    await desk.getByRole('button', { name: 'Take it away' }).click()
    await desk.getByText('Their two-step sign-in has been taken away').waitFor()
    const again = await new_page()
    await sign_in(again, base_url, people.dpo)
  })
}
