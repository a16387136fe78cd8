// The head of the partnership looks at a hub, at the map, and at what a committee will read.

import { people } from './people.mjs'

export default async function journey({ step, page, sign_in, check_page, base_url }) {
  await step('the hub picture says what each figure rests on', async () => {
    await sign_in(page, people.head)
    await page.goto(`${base_url}/hub-picture`)
    await page
      .getByText(/^Counts over/)
      .first()
      .waitFor()
    await page.getByText('What this means').first().waitFor()
    await check_page(page)
  })

  await step('another hub and one programme can be chosen', async () => {
    const hubs = page.getByLabel('Hub', { exact: true })
    await hubs.selectOption({ index: 1 })
    await page.getByLabel('Programme').selectOption('antisocial_behaviour')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/programme_code=antisocial_behaviour/)
    await page
      .getByText(/^Counts over/)
      .first()
      .waitFor()
  })

  await step('a count opens the rows behind it', async () => {
    await page.locator('main table a.govuk-link').first().click()
    await page.getByRole('heading', { name: 'What is behind this figure' }).waitFor()
    await page.getByRole('table').first().waitFor()
    await check_page(page)
  })

  await step('the map names its methods, and the list holds what the map shows', async () => {
    await page.goto(`${base_url}/map`)
    await page.getByRole('heading', { name: 'Map of recorded incidents' }).waitFor()
    await page.getByText(/^Method: Gamma-Poisson/).waitFor()
    await page.getByRole('table', { name: 'Repeat locations' }).waitFor()
    await check_page(page)
  })

  await step('a month is chosen with the keyboard alone', async () => {
    await page.getByLabel('Move through the months').focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/month=\d{4}-\d{2}/)
    await page.getByRole('heading', { name: 'Repeat locations' }).waitFor()
  })

  await step('a place case can be opened from a location', async () => {
    await page.goto(`${base_url}/map`)
    await page
      .getByRole('link', { name: /^Open a place case here/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Open a place case here' }).waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    const none = page.getByLabel('No, put a new place on record')
    const form = page.getByRole('heading', { name: 'Open a case' })
    await none.or(form).first().waitFor()
    if (await none.isVisible()) {
      await page
        .getByRole('group', { name: 'Is the place already on record?' })
        .getByRole('radio')
        .first()
        .check()
      await page.getByRole('button', { name: 'Continue' }).click()
    }
    await form.waitFor()
    await page.getByText(/^About this place/).waitFor()
    await check_page(page)
  })

  await step(
    'the committee report prints definitions, bases and what is not recorded',
    async () => {
      await page.goto(`${base_url}/committee-report`)
      await page
        .getByText(/Not recorded:/)
        .first()
        .waitFor()
      await page.getByText('Demonstration data. Not for a committee.').waitFor()
      await check_page(page)
    },
  )

  await step('every table can be taken away, and the report printed', async () => {
    const csv = page.getByRole('link', { name: /^Download as CSV/ }).first()
    const download = page.waitForEvent('download')
    await csv.click()
    if (await (await download).failure()) throw new Error('The table was not downloaded')
    const printable = page.getByRole('link', { name: /as one page for printing/ })
    const answer = await page.request.get(
      new URL(await printable.getAttribute('href'), base_url).href,
    )
    if (!answer.ok()) throw new Error(`The printable page answered ${answer.status()}`)
  })
}
