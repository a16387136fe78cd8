// An officer of a hub works a case from opening to closing, and opens it again.

import { people } from './people.mjs'

const kSurname = `Larkspur${Date.now().toString(36)}`
const kAskedAtReview = 'Has the anti-social behaviour case review been explained?'
const kAskedAtClosing = 'Does the person harmed agree that the case should close?'
const kOutcome = 'The street is quiet at night'
const kTitle = `Noise at night ${Date.now().toString(36)}`

// Answers every question that has no answer yet: the last of some choices, which is the one that
// nobody knows, the first of several, and a few words.
async function answer_the_rest(page, { but = [] } = {}) {
  await page.locator('main form fieldset').first().waitFor()
  for (const group of await page.locator('main form fieldset').all()) {
    const question = (await group.locator('legend').first().innerText()).trim()
    if (but.includes(question)) continue
    const radios = group.locator('input[type=radio]:visible')
    const boxes = group.locator('input[type=checkbox]:visible')
    if ((await group.locator('input:checked').count()) > 0) continue
    if ((await radios.count()) > 0) await radios.last().check()
    else if ((await boxes.count()) > 1) await boxes.first().check()
  }
  for (const box of await page.locator('main form textarea:visible').all()) {
    if ((await box.inputValue()) === '') await box.fill('As they told it.')
  }
  for (const list of await page.locator('main form select:visible').all()) {
    if ((await list.inputValue()) === '' && (await list.getAttribute('name')) !== 'tool') {
      await list.selectOption({ index: 1 }).catch(() => undefined)
    }
  }
}

async function is_not_asked(page, question) {
  await page.getByLabel('What was done, and what changed?').waitFor()
  if ((await page.getByRole('group', { name: question }).count()) > 0) {
    throw new Error(`Asked for again: ${question}`)
  }
}

async function is_answered(page, question) {
  const group = page.getByRole('group', { name: question })
  if (!(await group.getByLabel('Not known').isChecked())) throw new Error(`Not asked: ${question}`)
}

async function fill_date(page, legend, date) {
  const group = page.getByRole('group', { name: legend })
  const [year, month, day] = date.split('-')
  await group.getByLabel('Day').fill(String(Number(day)))
  await group.getByLabel('Month').fill(String(Number(month)))
  await group.getByLabel('Year').fill(year)
}

async function today(page) {
  return page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).today)
}

function days_after(date, days) {
  const moved = new Date(`${date}T12:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

async function saved(page, words) {
  await page.getByRole('alert').getByText(words).waitFor()
}

export default async function journey({ step, page, sign_in, check_page, base_url }) {
  let here = ''
  let now = ''

  await step('an officer finds the open cases and narrows them', async () => {
    await sign_in(page, people.officer)
    now = await today(page)
    await page.goto(`${base_url}/cases`)
    await page.getByRole('heading', { name: 'Open cases' }).waitFor()
    await page.getByRole('table').waitFor()
    await check_page(page)
    await page.getByLabel('What is due').selectOption('review')
    await page.getByRole('button', { name: 'Apply filters' }).click()
    await page.waitForURL(/due=review/)
    await page.getByText('Selected filters').waitFor()
  })

  await step('and opens a case, with what the programme asks for', async () => {
    await page.goto(`${base_url}/cases/new?programme_code=antisocial_behaviour`)
    await page.getByLabel('Title').fill(kTitle)
    await page.getByLabel('What has it done', { exact: false }).first().waitFor()
    await page.getByLabel('Person', { exact: true }).check()
    await answer_the_rest(page)
    await check_page(page)
    await page.getByRole('button', { name: 'Open the case' }).click()
    await saved(page, 'The case is open')
    here = page.url()
    await check_page(page)
  })

  await step('adds the person harmed, compared with those on record', async () => {
    await page.goto(`${here}/people/add-person`)
    await page.getByRole('button', { name: 'They are not on record yet' }).click()
    await page.getByLabel('Given names').fill('Wren')
    await page.getByLabel('Family name').fill(kSurname)
    await page.getByLabel('Victim', { exact: true }).check()
    await page.getByRole('button', { name: 'Add to the case' }).click()
    const match = page.getByLabel('No, put a new person on record')
    const added = page.getByText('The person has been added to the case')
    await match.or(added).first().waitFor()
    if (await match.isVisible()) {
      await match.check()
      await page.getByRole('button', { name: 'Add to the case' }).click()
    }
    await added.waitFor()
    await page.getByRole('link', { name: `Wren ${kSurname}`, exact: true }).waitFor()
    await check_page(page)
  })

  await step('agrees how they will hear', async () => {
    await page.goto(`${here}/reviews/agree`)
    await page
      .getByRole('group', { name: 'How do they want to hear?' })
      .getByRole('radio')
      .first()
      .check()
    await check_page(page)
    await page.getByRole('button', { name: 'Save what was agreed' }).click()
    await saved(page, 'What was agreed')
    await check_page(page)
  })

  await step('is told what is safe for them before an update is recorded', async () => {
    await page.getByRole('link', { name: `Record an update to Wren ${kSurname}` }).click()
    await page.getByRole('heading', { name: 'Safe contact' }).waitFor()
    await page.getByLabel('Given', { exact: true }).check()
    await check_page(page)
    await page.getByRole('button', { name: 'Record the update' }).click()
    await saved(page, 'The update has been recorded')
    await check_page(page)
  })

  await step('assesses the risk; an unanswered question is asked for again', async () => {
    await page.goto(`${here}/risk/new?point=opening`)
    await page.getByRole('button', { name: 'Save the assessment' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await check_page(page)
    await answer_the_rest(page)
    await page.getByRole('button', { name: 'Save the assessment' }).click()
    await saved(page, 'The risk has been assessed')
    await check_page(page)
  })

  await step('records the opening measures, one of them not taken and why', async () => {
    await page.goto(`${here}/outcomes/measures`)
    await answer_the_rest(page)
    await answer_the_rest(page) // the reasons appear with "Not taken"
    await check_page(page)
    await page.getByRole('button', { name: 'Record the measures' }).click()
    await saved(page, 'The opening measures')
    await check_page(page)
  })

  await step('agrees what should be different in the end', async () => {
    await page.goto(`${here}/outcomes/goal`)
    await page.getByLabel('What should be different when this is over?').fill(kOutcome)
    await page.getByLabel('The victim', { exact: true }).check()
    await check_page(page)
    await page.getByRole('button', { name: 'Save the outcome' }).click()
    await saved(page, 'The agreed outcome has been added')
    await check_page(page)
  })

  await step('agrees an action and records how it ended', async () => {
    await page.goto(`${here}/actions/add`)
    await page.getByLabel('What was agreed?').fill('Visit the neighbours')
    await fill_date(page, 'When is it due?', days_after(now, 7))
    await page.getByLabel('Who in that agency?').waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Add the action' }).click()
    await saved(page, 'The action has been added')
    await check_page(page)
  })

  await step('writes a note and says that it is an opinion', async () => {
    await page.goto(`${here}/chronology/add`)
    await page.getByLabel('A note', { exact: true }).check()
    await page.getByLabel(/^Opinion/).check()
    await page.getByLabel('What happened?').fill('I think that the landlord should be asked.')
    await check_page(page)
    await page.getByRole('button', { name: 'Add to the chronology' }).click()
    await saved(page, 'The entry has been added')
    await page.getByText('I think that the landlord').waitFor()
    await check_page(page)
  })

  await step('moves the case on', async () => {
    await page.goto(`${here}/stage`)
    await page.getByLabel('Assessing').check()
    await check_page(page)
    await page.getByRole('button', { name: 'Move the case' }).click()
    await saved(page, 'The case has moved')
  })

  await step('reviews it with the same measures', async () => {
    await page.goto(`${here}/answers/change`)
    await answer_the_rest(page, { but: [kAskedAtReview, kAskedAtClosing] })
    await check_page(page)
    await page.getByRole('button', { name: 'Save the details' }).click()
    await saved(page, 'The details have been saved')
    await check_page(page)
    await page.goto(`${here}/reviews/add`)
    await page.getByLabel('What has changed').fill('It is quieter.')
    await answer_the_rest(page)
    await answer_the_rest(page)
    await is_answered(page, kAskedAtReview)
    await check_page(page)
    await page.getByRole('button', { name: 'Record the review' }).click()
    await saved(page, 'The review has been recorded')
  })

  await step('cannot close it yet, and is told everything that stands in the way', async () => {
    await page.goto(`${here}/close`)
    await page.getByLabel('What was done, and what changed?').fill('It has been quiet since.')
    await answer_the_rest(page)
    await answer_the_rest(page)
    await check_page(page)
    await is_not_asked(page, kAskedAtReview) // it was answered at the review
    await is_answered(page, kAskedAtClosing)
    await is_answered(page, `Was this met? ${kOutcome}`)
    await page.getByRole('button', { name: 'Close the case' }).click()
    await page.getByRole('link', { name: 'Assess the risk for closing' }).waitFor()
    await check_page(page)
    await page.getByRole('link', { name: 'Record how each open action ended' }).click()
    await page.getByRole('link', { name: /^Record the result/ }).click()
    await page.getByLabel('Done', { exact: true }).check()
    await check_page(page)
    await page.getByRole('button', { name: 'Record the result' }).click()
    await saved(page, 'The result of the action')
    await page.goto(`${here}/risk/new?point=closing`)
    await answer_the_rest(page)
    await page.getByRole('button', { name: 'Save the assessment' }).click()
    await saved(page, 'The risk has been assessed')
    await page.getByRole('img', { name: /Risk score over time/ }).waitFor()
    await check_page(page)
  })

  await step('what was typed is still there, and the case closes', async () => {
    await page.goto(`${here}/close`)
    const summary = page.getByLabel('What was done, and what changed?')
    await summary.waitFor()
    if (!(await summary.inputValue()).startsWith('It has been quiet')) {
      throw new Error('What was typed before is gone')
    }
    await is_answered(page, kAskedAtClosing)
    await page.getByRole('group', { name: kOutcome }).getByLabel('Partly met').check()
    await page.getByRole('button', { name: 'Close the case' }).click()
    await saved(page, 'The case is closed')
    await check_page(page)
  })

  await step('start and end stand side by side, and the audit says who did what', async () => {
    await page.goto(`${here}/outcomes`)
    await page.getByRole('table', { name: /^Measures at the start/ }).waitFor()
    const agreed = page.getByRole('table', { name: 'Agreed outcomes' })
    await agreed.getByRole('row', { name: kOutcome }).getByText('Partly met').waitFor()
    await page.getByRole('table', { name: 'Demand before and after' }).waitFor()
    await check_page(page)
    await page.goto(`${here}/audit`)
    await page.getByRole('table').waitFor()
    await check_page(page)
  })

  await step('and it can be opened again, with a reason', async () => {
    await page.goto(`${here}/reopen`)
    await page.getByLabel('Why?').fill('It has started again.')
    await check_page(page)
    await page.getByRole('button', { name: 'Open the case again' }).click()
    await saved(page, 'The case is open again')
  })
}
