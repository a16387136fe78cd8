// A hub shares a case in summary with a partner; the partner asks for all of it and is let in; an
// officer of another hub opens it in an emergency, and the data protection officer reviews that.

import { sign_in } from './helpers.mjs'
import { people } from './people.mjs'

async function fill_terms(page) {
  await page.getByLabel('Information sharing agreement').selectOption({ index: 1 })
  await page.getByLabel('What is it for?').selectOption({ index: 1 })
  await page.getByLabel('Which law allows it?').selectOption({ index: 1 })
  const until = new Date(Date.now() + 60 * 24 * 60 * 60 * 1000)
  await page.getByLabel('Day').fill(String(until.getUTCDate()))
  await page.getByLabel('Month').fill(String(until.getUTCMonth() + 1))
  await page.getByLabel('Year').fill(String(until.getUTCFullYear()))
}

export default async function journey({ page, new_page, base_url, step, check_page }) {
  let reference = ''
  let address = ''
  let partner

  await step('an officer looks who can see a case', async () => {
    await sign_in(page, base_url, people.officer)
    await page.goto(`${base_url}/cases`)
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('link', { name: 'Who can see it' }).click()
    await page.getByText('Share this case').waitFor()
    address = page.url().replace(/\/sharing$/, '')
    reference = await page.locator('.govuk-caption-l').first().innerText()
    await check_page(page)
  })

  await step('and shares a summary with one person of a partner agency', async () => {
    await page.getByRole('button', { name: 'Share this case' }).click()
    await page.getByLabel('One person').check()
    await check_page(page)
    await page.getByRole('button', { name: 'Share this case' }).click()
    await page.getByText('There is a problem').waitFor()
    await check_page(page)
    const desk = await new_page()
    await sign_in(desk, base_url, people.patrol)
    partner = desk
    const name = (await desk.evaluate(() => fetch('/api/v1/session').then((r) => r.json()))).name
    await page.getByRole('combobox', { name: 'Which person?' }).fill(name)
    await page.getByRole('option', { name }).first().click()
    await page.getByLabel('A summary: title, stage, risk and dates').check()
    await fill_terms(page)
    await page.getByLabel('Why do they need it?').fill('They patrol where he lives')
    await page.getByRole('button', { name: 'Share this case' }).click()
    await page.getByText('The case has been shared').waitFor()
    await check_page(page)
  })

  await step('the partner knows it in part, and asks for the whole', async () => {
    await partner.goto(`${base_url}/sharing`)
    await partner.getByRole('rowheader', { name: reference }).first().waitFor()
    await check_page(partner)
    await partner.goto(address)
    await partner.getByRole('heading', { name: 'Page not found' }).waitFor()
    await partner.goto(`${base_url}/sharing/ask`)
    await partner.getByLabel('Reference of the case').fill(reference)
    await partner.getByLabel('The whole case').check()
    await partner.getByLabel('What is it for?').selectOption({ index: 1 })
    await partner.getByLabel('Why do you need it?').fill('We plan the move together')
    await check_page(partner)
    await partner.getByRole('button', { name: 'Ask' }).click()
    await partner.getByRole('heading', { name: 'You have asked', level: 1 }).waitFor()
    await check_page(partner)
  })

  await step('the officer decides', async () => {
    await page.goto(`${base_url}/sharing`)
    await page
      .getByRole('link', { name: /^Decide/ })
      .first()
      .click()
    await page.getByLabel('Yes').check()
    await fill_terms(page)
    await page.getByLabel('What will they be told?').fill('For two months')
    await check_page(page)
    await page.getByRole('button', { name: 'Let them see it' }).click()
    await page.getByText('Nobody has asked to see a case of yours.').waitFor()
    await partner.goto(address)
    await partner.getByText(reference).first().waitFor()
  })

  await step('an officer of another hub opens it in an emergency', async () => {
    const desk = await new_page()
    await sign_in(desk, base_url, people.elsewhere)
    await desk.goto(`${base_url}/sharing/emergency`)
    await desk.getByLabel('Reference of the case').fill(reference)
    await desk.getByLabel('What is happening?').fill('He is outside her door')
    await check_page(desk)
    await desk.getByRole('button', { name: 'Open the case' }).click()
    await desk.getByRole('heading', { name: 'The case is open to you' }).waitFor()
    await check_page(desk)
    await desk.getByRole('button', { name: 'Go to the case' }).click()
    await desk.getByText(reference).first().waitFor()
  })

  await step('the data protection officer reviews it, and adds an agreement', async () => {
    const desk = await new_page()
    await sign_in(desk, base_url, people.dpo)
    await desk.goto(`${base_url}/sharing/emergencies`)
    await desk
      .getByRole('link', { name: /^Review/ })
      .first()
      .waitFor()
    await check_page(desk)
    await desk
      .getByRole('link', { name: /^Review/ })
      .first()
      .click()
    await desk.getByLabel('It was right to open the case').check()
    await desk.getByLabel('Why?').fill('She was in danger')
    await check_page(desk)
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('It was right to open the case').waitFor()
    await desk.goto(`${base_url}/agreements`)
    await desk.getByText('Review is due').or(desk.getByText('In force')).first().waitFor()
    await check_page(desk)
    await desk.goto(`${base_url}/agreements/new`)
    await desk.getByLabel('What is it called?').waitFor()
    await check_page(desk)
  })
}
