// An administrator adds somebody with a role, gives a team a last day, and sees no casework.

import { people } from './people.mjs'

const kName = `Ash Rowan ${Date.now().toString(36)}`

export default async function journey({ step, page, sign_in, check_page, base_url }) {
  await step('the users are listed with what they may do where', async () => {
    await sign_in(page, people.administrator)
    await page.goto(`${base_url}/administration`)
    await page.getByRole('table', { name: 'Users' }).waitFor()
    await check_page(page)
  })

  await step('a user without an email address is asked for one', async () => {
    await page.getByRole('button', { name: 'Add a user' }).click()
    await page.getByRole('heading', { name: 'Add a user' }).waitFor()
    await page.getByRole('button', { name: 'Add the user' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await check_page(page)
  })

  await step('a user is added with a role at a hub', async () => {
    await page.getByLabel('Email address').fill(`${kName.split(' ').pop()}@demo.example`)
    await page.getByLabel('Name', { exact: true }).fill(kName)
    await page.getByLabel('Agency').selectOption({ index: 1 })
    const role = page.getByRole('group', { name: 'Role 1' })
    await role.getByLabel('What?').selectOption('hub_officer')
    const hub = await role
      .getByLabel('Where?')
      .locator('option[value^="area:"]')
      .first()
      .getAttribute('value')
    await role.getByLabel('Where?').selectOption(hub)
    await page.getByRole('button', { name: 'Add the user' }).click()
    await page.getByRole('heading', { name: `Invite ${kName}` }).waitFor()
    await check_page(page)
  })

  for (const [section, title] of [
    ['teams', 'Teams'],
    ['agencies', 'Agencies'],
    ['areas', 'Areas'],
  ]) {
    await step(`${section} can be seen and changed`, async () => {
      await page.goto(`${base_url}/administration/${section}`)
      await page.getByRole('table', { name: title }).waitFor()
      await check_page(page)
      await page.getByRole('table', { name: title }).getByRole('link').first().click()
      await page.getByRole('heading', { name: /^Change / }).waitFor()
      await check_page(page)
      await page.getByRole('button', { name: /^Save the/ }).click()
      await page.getByRole('alert').getByText('has been saved').waitFor()
    })
  }

  await step('no casework is theirs to see', async () => {
    await page.goto(`${base_url}/cases`)
    await page.getByRole('heading', { name: 'Page not found' }).waitFor()
    if ((await page.getByRole('link', { name: 'Cases', exact: true }).count()) > 0) {
      throw new Error('An administrator is offered cases')
    }
  })
}
