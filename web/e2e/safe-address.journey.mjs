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

export default async function journey({ page, new_page, base_url, step, check_page }) {
  let person = ''
  let colleague

  await step('a refuge worker seals where somebody is', async () => {
    await sign_in(page, base_url, people.refuge)
    const made = await ask(page, 'POST', '/people', {
      given_names: 'Hannah',
      family_name: 'Hidden',
    })
    if (made.status !== 201) throw new Error(`no person was made: ${made.status} ${made.text}`)
    person = JSON.parse(made.text).id
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
    await colleague.getByRole('link', { name: /asks to be shown a safe address/ }).waitFor()
    await check_page(colleague)
    await colleague.getByRole('link', { name: /asks to be shown a safe address/ }).click()
    await colleague.getByRole('link', { name: /^Decide/ }).click()
    await colleague.getByLabel('Yes, for fifteen minutes').check()
    await check_page(colleague)
    await colleague.getByRole('button', { name: 'Save' }).click()
    await colleague.getByText('Shown').first().waitFor()
  })

  await step('it is shown to who asked, and is nowhere else', async () => {
    await page.goto(`${base_url}/safe-addresses`)
    await page.getByRole('link', { name: /^See it/ }).click()
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
    await other.getByText('Put the person on record').waitFor()
    await check_page(other)
    await other.goto(`${base_url}/audit`)
    await other.getByText('Can it be relied on?').waitFor()
    await check_page(other)
    await other.getByRole('combobox', { name: 'Colleague' }).fill('a')
    await other.getByRole('option').first().click()
    await other.getByRole('button', { name: 'Show' }).click()
    await other.getByRole('heading', { name: 'What a colleague looked at' }).waitFor()
    await other.getByRole('table').first().waitFor()
    await check_page(other)
  })
}
