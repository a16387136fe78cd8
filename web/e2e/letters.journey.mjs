// An officer writes to somebody who may cause harm: the letter is held back while it tells of the
// victim, a manager agrees, and what is printed names no case.

import { sign_in } from './helpers.mjs'
import { people } from './people.mjs'

// An open case with a victim and somebody said to cause harm, who have nothing else in common.
async function find_case(page) {
  return page.evaluate(async () => {
    const read = async (path) => (await fetch(`/api/v1${path}`)).json()
    const { cases } = await read('/cases')
    for (const { id } of cases) {
      const detail = await read(`/cases/${id}`)
      const by_role = (wanted) => detail.people.find(({ role }) => role === wanted)
      const [victim, other] = [by_role('victim'), by_role('alleged_perpetrator')]
      if (!victim || !other || victim.person_id === other.person_id || !detail.may_run) continue
      const known = await read(`/people/${victim.person_id}`)
      const address = known.addresses.find(({ to_on }) => to_on === null)
      if (address && known.given_names)
        return { id, reference: detail.reference, known, other, address }
    }
    throw new Error('no open case has a victim with an address, and somebody said to cause harm')
  })
}

export default async function journey({ page, new_page, base_url, step, check_page }) {
  let about
  let letter = ''

  await step('whom it is for is chosen first', async () => {
    await sign_in(page, base_url, people.officer)
    about = await find_case(page)
    await page.goto(`${base_url}/cases/${about.id}/letters`)
    await page.getByRole('button', { name: 'Write a letter' }).waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Write a letter' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Choose whom the letter is for').first().waitFor()
    await check_page(page)
    await page.getByLabel(about.other.name, { exact: true }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
  })

  await step('what they must not get is found', async () => {
    await page.getByRole('group', { name: 'How does it reach them?' }).waitFor()
    await page.getByLabel('Given by hand').check()
    const safe = page.getByLabel('I have read how it is safe to reach them')
    if (await safe.count()) await safe.check()
    await page.getByLabel('What is it about?').fill('Your behaviour')
    await page
      .getByLabel('What does it say?')
      .fill(`${about.known.given_names} says you came to ${about.address.line} again.`)
    await page.getByRole('button', { name: 'Check and write the letter' }).click()
    await page.getByText('This letter cannot go as it is').waitFor()
    await page.getByText('An address that is not theirs').waitFor()
    await page.getByText('The name of somebody they must not read about').waitFor()
    await check_page(page)
  })

  await step('without it, the letter waits for a second person', async () => {
    await page
      .getByLabel('What does it say?')
      .fill('You must keep the peace.\n\nRing us if you have questions.')
    await page.getByRole('button', { name: 'Check and write the letter' }).click()
    await page.getByText('Somebody else who runs the case has to agree').waitFor()
    letter = new URL(page.url()).pathname
    if (await page.getByRole('button', { name: 'Print' }).count()) {
      throw new Error('it can be printed before anybody agreed')
    }
    await check_page(page)
  })

  await step('a manager is told, reads it and agrees', async () => {
    const desk = await new_page()
    await sign_in(desk, base_url, people.manager)
    await desk.locator(`a[href="${letter}"]`).first().click()
    await desk.getByRole('group', { name: 'May it go?' }).waitFor()
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('Choose whether the letter may go').first().waitFor()
    await check_page(desk)
    await desk.getByLabel('Yes', { exact: true }).check()
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('May go.').waitFor()
    await check_page(desk)
  })

  await step('what is printed names no case', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Print' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    const printed = `${await page.locator('body').innerText()} ${await page.title()} ${page.url()}`
    await page.screenshot({ path: 'build/e2e/letter-printed.png', fullPage: true }).catch(() => {})
    await page.emulateMedia({ media: null })
    for (const hidden of [about.reference, about.id, about.known.given_names, about.address.line]) {
      if (printed.includes(hidden)) throw new Error(`the printed letter holds ${hidden}`)
    }
    if (!printed.includes('You must keep the peace.')) throw new Error('the letter is not printed')
  })

  await step('it stands among the letters of the case', async () => {
    await page.goto(`${base_url}/cases/${about.id}/letters`)
    await page.getByText('May go').first().waitFor()
    await check_page(page)
  })
}
