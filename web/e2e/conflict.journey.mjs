// An officer turns out to know somebody on record: the records close to them at once, and the head
// of the partnership can put it right.

import { sign_in } from './helpers.mjs'
import { people } from './people.mjs'

export default async function journey({ page, new_page, base_url, step, check_page }) {
  let person = ''
  let name = ''

  await step('an officer finds somebody they know in a case', async () => {
    await sign_in(page, base_url, people.elsewhere)
    await page.goto(`${base_url}/cases`)
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('link', { name: 'People and places' }).click()
    await page.locator('a[href^="/people/"]').first().click()
    const declare = page.getByRole('link', { name: 'Somebody here knows them outside their work' })
    await declare.waitFor()
    name = await page.getByRole('heading', { level: 1 }).innerText()
    person = page.url()
    await declare.click()
    await page.getByRole('heading', { name: `Who knows ${name} outside their work?` }).waitFor()
    await check_page(page)
  })

  await step('what is missing is said', async () => {
    await page.getByRole('button', { name: 'Close these records' }).click()
    await page.getByRole('link', { name: 'Choose how they know each other' }).waitFor()
    await check_page(page)
  })

  await step('the records close at once', async () => {
    await page.getByLabel('They are family, or were partners').check()
    await page.getByRole('button', { name: 'Close these records' }).click()
    await page.getByText('You no longer see them').waitFor()
    await check_page(page)
    await page.goto(person)
    await page.getByRole('heading', { name: 'Page not found' }).waitFor()
  })

  await step('the head of the partnership sees it, and ends it with a reason', async () => {
    const desk = await new_page()
    await sign_in(desk, base_url, people.head)
    await desk.getByRole('link', { name: 'Conflicts of interest' }).click()
    await desk.getByRole('link', { name }).first().waitFor()
    await check_page(desk)
    const held = desk.getByRole('row').filter({ has: desk.getByRole('link', { name }) })
    await held.getByRole('link', { name: /^End it/ }).click()
    await desk.getByLabel('Why does it no longer hold?').fill('Somebody else of that name')
    await check_page(desk)
    await desk.getByRole('button', { name: 'End it' }).click()
    await desk.getByRole('heading', { name: 'Conflicts of interest' }).waitFor()
    await held.waitFor({ state: 'detached' })
    await page.goto(person)
    await page.getByRole('heading', { name, level: 1 }).waitFor()
  })
}
