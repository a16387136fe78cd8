// A refuge worker seals where somebody is hidden and asks to be shown it; a colleague agrees; it is
// shown for a while, and stands nowhere else: not on the page before, in the browser's stores, or in
// what the hub or the data protection officer can read.

import { sign_in } from './helpers.mjs'
import { people } from './people.mjs'

const kStreet = '7 Hidden Row'

function ask(page, method, path, body) {
  return page.evaluate(
    async ([method, path, body]) => {
      const session = await (await fetch('/api/v1/session')).json()
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'X-CSRF-Token': session.csrf_token,
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: body && JSON.stringify(body),
      })
      return { status: answer.status, text: await answer.text() }
    },
    [method, path, body],
  )
}

async function case_with_a_victim(read) {
  const { cases } = await read('/cases')
  for (const { id } of cases) {
    const found = (await read(`/cases/${id}`)).people.find(({ role }) => role === 'victim')
    if (found) return { id, person_id: found.person_id }
  }
  throw new Error('no open case has a victim')
}

export default async function journey({ page, new_page, base_url, step, check_page }) {
  let person = ''
  let colleague

  await step('a hub shares a case with those who support victims', async () => {
    const hub = await new_page()
    await sign_in(hub, base_url, people.officer)
    const read = async (path) => JSON.parse((await ask(hub, 'GET', path)).text)
    const { agencies } = await read('/directory')
    const { agreements } = await read('/agreements')
    const agency = agencies.find(({ name }) => /victim/i.test(name))
    const agreement = agreements.find(({ parties }) => parties.some(({ id }) => id === agency.id))
    const of_case = await case_with_a_victim(read)
    person = of_case.person_id
    const shared = await ask(hub, 'POST', `/cases/${of_case.id}/sharing`, {
      to_kind: 'agency',
      to_id: agency.id,
      depth: 'content',
      purpose: agreement.purposes[0],
      gateway: agreement.gateways[0],
      agreement_id: agreement.id,
      ends_on: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
      reason: 'They give her a safe place',
    })
    if (shared.status !== 201) throw new Error(`not shared: ${shared.status} ${shared.text}`)
  })

  await step('a refuge worker seals where somebody is', async () => {
    await sign_in(page, base_url, people.refuge)
    await page.goto(`${base_url}/people/${person}`)
    await page.getByText('Your agency keeps none for this person').waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Keep a safe address' }).click()
    await page.getByRole('button', { name: 'Seal it' }).click()
    await page.getByText('There is a problem').waitFor()
    await check_page(page)
    await page.getByLabel('Where they are').fill(kStreet)
    await page.getByRole('button', { name: 'Seal it' }).click()
    await page.getByText('Sealed by').waitFor()
    await check_page(page)
  })

  await step('and asks to be shown it', async () => {
    await page.getByLabel('Why do you need to know it now?').fill('The boiler has to be mended')
    await page.getByRole('button', { name: 'Ask to be shown it' }).click()
    await page.getByText('Waiting').first().waitFor()
    await check_page(page)
  })

  await step('a colleague is told at once, and agrees', async () => {
    colleague = await new_page()
    await sign_in(colleague, base_url, people.refuge2)
    const news = colleague.getByRole('link', { name: /asks to be shown a safe address/ }).first()
    await news.waitFor()
    await check_page(colleague)
    await news.click()
    await colleague
      .getByRole('link', { name: /^Decide/ })
      .first()
      .click()
    await colleague.getByLabel('Yes, for fifteen minutes').check()
    await check_page(colleague)
    await colleague.getByRole('button', { name: 'Save' }).click()
    await colleague.getByText('Shown').first().waitFor()
  })

  await step('it is shown to who asked, and is nowhere else', async () => {
    await page.goto(`${base_url}/safe-addresses`)
    await page
      .getByRole('link', { name: /^See it/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Show it' }).click()
    await page.getByText(kStreet).waitFor()
    await check_page(page)
    await page.getByRole('button', { name: 'Hide it' }).click()
    await page.getByRole('button', { name: 'Show it' }).waitFor()
    await page.goto(`${base_url}/people/${person}`)
    await page.getByText('Sealed by').waitFor()
    await page.goBack()
    const kept = await page.evaluate(
      () => document.body.innerText + JSON.stringify({ ...localStorage, ...sessionStorage }),
    )
    if (kept.includes('Hidden Row')) throw new Error('the browser still has the safe address')
  })

  await step('nobody else can ask for it', async () => {
    const other = await new_page()
    await sign_in(other, base_url, people.dpo)
    for (const path of [`/people/${person}/safe-address`, '/safe-address-reveals']) {
      const answer = await ask(other, 'GET', path)
      if (answer.status !== 403) throw new Error(`${path} answers ${answer.status}`)
    }
    await other.goto(`${base_url}/people/${person}/audit`)
    await other.getByText('Latest first').waitFor()
    await check_page(other)
    const today = JSON.parse((await ask(other, 'GET', '/session')).text).today
    const first = other.getByRole('group', { name: 'First day' })
    for (const [part, value] of Object.entries({
      Day: today.slice(8),
      Month: today.slice(5, 7),
      Year: today.slice(0, 4),
    })) {
      await first.getByLabel(part).fill(value)
    }
    const download = other.waitForEvent('download')
    await other.getByRole('button', { name: 'Download the extract for a regulator' }).click()
    const file = (await download).suggestedFilename()
    if (!file.includes(`audit-extract-person-${today}`)) throw new Error(`downloaded ${file}`)
    await other.getByText(/^The extract holds/).waitFor()
    await check_page(other)
    await other.goto(`${base_url}/audit`)
    await other.getByText('Can it be relied on?').waitFor()
    await check_page(other)
    const { name } = JSON.parse((await ask(page, 'GET', '/session')).text)
    await other.getByRole('combobox', { name: 'Colleague' }).fill(name)
    await other.getByRole('option', { name }).first().click()
    await other.getByRole('button', { name: 'Show' }).click()
    await other.getByRole('heading', { name: 'What a colleague looked at' }).waitFor()
    await other.getByText(`${name},`, { exact: false }).first().waitFor()
    await check_page(other)
  })
}
