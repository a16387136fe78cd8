// Somebody who is not signed in sees the sign-in and nothing else.

import { kDemonstrationPassword, sign_in } from './helpers.mjs'
import { people } from './people.mjs'

async function change_password(page, current, next) {
  await page.getByRole('link', { name: 'Change password' }).click()
  await page.getByLabel('The password you have now').fill(current)
  await page.getByLabel('New password').fill(next)
  await page.getByRole('button', { name: 'Change password' }).click()
}

export default async function journey({ page, base_url, step, check_page }) {
  await step('the sign-in page can be used by everybody', async () => {
    await page.goto(`${base_url}/cases`)
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
    await check_page(page)
  })

  await step('a wrong password does not say what was wrong', async () => {
    await page.getByLabel('Email address').fill('nobody@example.gov.uk')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByText('Your email address or password is not right').first().waitFor()
    if (!(await page.title()).startsWith('Error: ')) throw new Error('The title does not say Error')
    await check_page(page)
  })

  await step(
    'a new password needs the present one, and opens the account from then on',
    async () => {
      const words = 'four words nobody guesses'
      await sign_in(page, base_url, people.analyst)
      await change_password(page, 'not the present one', words)
      await page.getByText('The password you have now is not right').first().waitFor()
      await check_page(page)
      await change_password(page, kDemonstrationPassword, words)
      await page.getByRole('heading', { name: 'Your password has been changed' }).waitFor()
      await check_page(page)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await sign_in(page, base_url, people.analyst, words)
      // As it was, so that the demonstration can be used again.
      await change_password(page, words, kDemonstrationPassword)
      await page.getByRole('heading', { name: 'Your password has been changed' }).waitFor()
    },
  )
}
