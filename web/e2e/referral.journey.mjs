// A worker of a partner agency makes a referral; an officer of the hub decides to accept it. Two
// people at two desks.

import { people } from './people.mjs'

const kTown = 'Scarborough'
// A name that nobody in the demonstration has, so that the outcome does not depend on its seed.
const kSurname = `Quillfeather${Date.now().toString(36)}`

export default async function journey({ step, page, new_page, sign_in, check_page, base_url }) {
  let reference = ''

  await step('a partner signs in and sees what waits for them', async () => {
    await sign_in(page, people.partner)
    await page.getByRole('heading', { name: 'My work', level: 1 }).waitFor()
    await page.getByRole('heading', { name: /^Actions of my agency that nobody is/ }).waitFor()
    await check_page(page)
  })

  await step('the start says what to do in an emergency', async () => {
    await page.getByRole('link', { name: 'Make a referral' }).first().click()
    await page.getByText('call 999').first().waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('heading', { name: 'Who is referring' }).waitFor()
  })

  await step('who refers, and what it is about', async () => {
    await page.getByLabel('Where does the information come from?').selectOption('charity')
    await page.getByLabel('Told by the person it happened to').check()
    await check_page(page)
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('heading', { name: 'What it is about' }).waitFor()
    await page.getByLabel(kTown, { exact: false }).first().check()
    await page.getByLabel('Anti-social behaviour').check()
    await page.getByLabel('Person', { exact: true }).check()
    await check_page(page)
    await page.getByRole('button', { name: 'Save and continue' }).click()
  })

  await step('a person is entered, and the records are searched meanwhile', async () => {
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByLabel('What part do they have in it?').selectOption('victim')
    await page.getByLabel('First names').fill('Wilhelmina')
    await page.getByLabel('Surname').fill(kSurname)
    await page.getByText('Nobody on record that you can see').waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Save this person' }).click()
    await page.getByText(`Wilhelmina ${kSurname}`).first().waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Save and continue' }).click()
  })

  await step('what is typed is saved by itself, and is there after a reload', async () => {
    const story = page.getByLabel('What happened?')
    await story.fill('Somebody bangs on her door at night and shouts. She is afraid to go out.')
    await page.getByText(/^Saved at/).waitFor()
    await page.reload()
    await story.waitFor()
    if (!(await story.inputValue()).startsWith('Somebody bangs')) {
      throw new Error('What was typed is gone after a reload')
    }
    await page.getByLabel('Where did it happen?').fill(`Long Westgate, ${kTown}`)
    await page.getByLabel('Day').fill('2')
    await page.getByLabel('Month').fill('2')
    await page.getByLabel('Year').fill('2021')
    await check_page(page)
    await page.getByRole('button', { name: 'Save and continue' }).click()
  })

  await step('a forgotten answer is asked for, and the rest is still there', async () => {
    const risk = page.getByRole('group', { name: 'Is anybody at risk now?' })
    await risk.getByLabel('No', { exact: true }).check()
    await page.getByLabel('It is safe to phone').check()
    await page.getByLabel('Never leave a message').check()
    await check_page(page)
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Send the referral' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await check_page(page)
    await page.getByRole('link', { name: /agreed to this referral/ }).click()
    await page.getByRole('heading', { name: 'Risk and safe contact' }).waitFor()
    await page.getByLabel('Yes, they agreed').check()
    await page.getByRole('button', { name: 'Save and continue' }).click()
  })

  await step('the referral is sent and has a reference', async () => {
    await page.getByRole('button', { name: 'Send the referral' }).click()
    await page.getByRole('heading', { name: 'Referral sent' }).waitFor()
    reference = (await page.locator('.govuk-panel__body strong').innerText()).trim()
    if (!/-R-\d{4}-\d+$/.test(reference)) throw new Error(`${reference} is no reference`)
    await check_page(page)
  })

  const desk = await new_page()
  await step('an officer of the hub finds it in the queue', async () => {
    await sign_in(desk, people.officer)
    await check_page(desk)
    await desk.goto(`${base_url}/referrals`)
    await desk.getByRole('heading', { name: 'Referrals', level: 1 }).waitFor()
    await check_page(desk)
    // The oldest come first: ours may be some pages further on.
    const link = desk.getByRole('link', { name: reference, exact: true })
    for (let pages = 0; (await link.count()) === 0 && pages < 40; pages++) {
      const before = desk.url()
      await desk.getByRole('link', { name: /^Next/ }).click()
      await desk.waitForURL((url) => url.href !== before)
      await desk.getByRole('table').waitFor()
    }
    await link.click()
    await desk.getByRole('heading', { name: `Referral ${reference}` }).waitFor()
  })

  await step('the officer takes it on and settles who the person is', async () => {
    await desk.getByText('Never leave a message').waitFor()
    await check_page(desk)
    await desk.getByRole('button', { name: 'I will decide it' }).click()
    await desk.getByText(/is responsible for deciding this referral/).waitFor()
    await desk.getByLabel('No, this is somebody new').check()
    await desk.getByRole('button', { name: 'Save this choice' }).click()
    await desk
      .getByText(/No, somebody new|See their record/)
      .first()
      .waitFor()
  })

  await step('accepting without a title is refused, and then opens a case', async () => {
    await desk.getByLabel('Accept and open a new case').check()
    await desk.getByRole('button', { name: 'Record the decision' }).click()
    await desk.getByRole('link', { name: /^Enter a title for the case/ }).waitFor()
    await check_page(desk)
    await desk.getByLabel('Title of the case').fill('Banging and shouting, Long Westgate')
    // What the programme needs to know at opening: the first answer of each choice will do.
    const asked = desk.locator('[name^="answers."]')
    const names = await asked.evaluateAll((all) => [...new Set(all.map((one) => one.name))])
    for (const name of names) {
      const first = desk.locator(`[name="${name}"]`).first()
      const kind = await first.evaluate((one) => one.type)
      if (kind === 'radio' || kind === 'checkbox') await first.check()
      else await first.fill('She is afraid to go out')
    }
    await desk.getByRole('button', { name: 'Record the decision' }).click()
    await desk.getByText('Accepted: a new case was opened').waitFor()
    await desk.getByRole('link', { name: /^[A-Z]{3}-\d{4}-\d+$/ }).waitFor()
    await check_page(desk)
  })

  await step('it is recorded that the referrer was told', async () => {
    await desk.getByRole('radio', { name: 'By phone' }).check()
    await desk.getByRole('button', { name: 'Record that they were told' }).click()
    await desk.getByText('It is recorded that the referrer was told').waitFor()
  })

  await step('the person is found by the search in the header, with the keyboard', async () => {
    await desk.goto(`${base_url}/`)
    const box = desk.getByRole('combobox', { name: 'Search people, places and cases' })
    await box.fill(kSurname)
    await desk.getByRole('option', { name: new RegExp(kSurname) }).waitFor()
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Enter')
    await desk.getByRole('heading', { name: `Wilhelmina ${kSurname}`, level: 1 }).waitFor()
    await check_page(desk)
    await desk.goto(`${base_url}/search?q=${kSurname}`)
    await desk
      .getByText('1 result found')
      .or(desk.getByText(/results found/))
      .waitFor()
    await check_page(desk)
  })
}
