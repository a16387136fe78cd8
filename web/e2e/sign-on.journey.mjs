// People of an agency sign on by its identity provider; whoever may not, and whoever brings what is
// another's, does not.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { kDemonstrationPassword } from './helpers.mjs'
import { start_own_server } from './own-server.mjs'
import { start_provider } from './provider.mjs'
import { code_of } from './totp.mjs'

const kSecret = 'a-secret-for-journeys-of-no-other-use'
const kAgency = 'county'

let provider = null

async function settings_in(folder, base_url) {
  provider = await start_provider({
    client_id: 'waymark',
    client_secret: kSecret,
    return_to: `${base_url}/sign-on/return`,
  })
  const secret = join(folder, 'secret')
  const file = join(folder, 'sign-on.toml')
  await writeFile(secret, kSecret, { mode: 0o600 })
  await writeFile(
    file,
    `address = "${base_url}"
[[provider]]
code = "county"
name = "County Council"
agency = "${kAgency}"
issuer = "${provider.issuer}"
client_id = "waymark"
client_secret_file = "${secret}"
second_factor_amr = ["mfa"]
`,
  )
  return ['--sign-on', file]
}

const button = (page) => page.getByRole('button', { name: 'Sign in with County Council' })

// To the provider's own page, and past it unless told otherwise.
async function sign_on(page, base_url, who, path = '/') {
  await page.goto(`${base_url}${path}`)
  await button(page).click()
  await page.getByLabel('Who are you?').fill(who)
  await page.getByRole('button', { name: 'Carry on' }).click()
}

async function is_refused(page) {
  await page.getByRole('heading', { name: 'You are not signed in', level: 1 }).waitFor()
  await page.getByText('Your agency’s account did not open Waymark').waitFor()
}

async function sign_out(page) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
  // At the provider too: the next one may be somebody else.
  await page.context().clearCookies()
}

// Keeps the page from finishing: gives the address that the provider sent the browser to.
async function return_of(page, base_url, who) {
  const kDoor = '**/api/v1/sign-on/return'
  const problem = { type: 'about:blank', title: 'Held', status: 429, code: 'wait_and_try_again' }
  await page.route(kDoor, (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify(problem),
    }),
  )
  const returned = page.waitForRequest(
    (request) => request.isNavigationRequest() && request.url().includes('/sign-on/return?'),
  )
  await sign_on(page, base_url, who)
  const address = (await returned).url()
  await page.getByRole('heading', { name: 'You are not signed in', level: 1 }).waitFor()
  await page.unroute(kDoor)
  return address
}

export default async function journey(helpers) {
  const server = await start_own_server(settings_in)
  try {
    helpers.watch.move_to(server.base_url, provider.issuer)
    await signing_on({ ...helpers, base_url: server.base_url, server })
  } finally {
    provider?.stop()
    await server.stop()
  }
}

async function signing_on(all) {
  await who_may(all)
  await who_may_not(all)
  await with_a_code(all)
  await all.step('the log names nobody and holds no token', async () => {
    const log = await all.server.log()
    if (!log.includes('"route":"/sign-on/return"')) throw new Error('The log has no sign-on')
    for (const secret of [kSecret, '@demo.example', 'eyJ', 'state=', 'code=']) {
      if (log.includes(secret)) throw new Error(`The log holds ${secret}`)
    }
  })
}

async function who_may({ page, base_url, step, check_page }) {
  await step('the sign-in shows a button, and the agency signs somebody on', async () => {
    await page.goto(`${base_url}/committee-report`)
    await button(page).waitFor()
    await check_page(page)
    await sign_on(page, base_url, 'head', '/committee-report')
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    // Back where they were, and nothing of the provider's is left in the address.
    await page.getByRole('heading', { name: 'Committee report', level: 1 }).waitFor()
    if (page.url() !== `${base_url}/committee-report`) throw new Error(`At ${page.url()}`)
    await sign_out(page)
  })

  await step('an address of a return, while signed in, leads to the first page', async () => {
    await sign_on(page, base_url, 'head')
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await page.goto(`${base_url}/sign-on/return?state=x&code=y`)
    await page.waitForURL(`${base_url}/`)
    await sign_out(page)
  })
}

async function who_may_not({ page, new_page, base_url, step, check_page }) {
  for (const who of ['unverified', 'stranger', 'elsewhere']) {
    await step(`${who} is refused as anybody else is`, async () => {
      await sign_on(page, base_url, who)
      await is_refused(page)
      if (who === 'stranger') await check_page(page)
      await page.getByRole('button', { name: 'Back to the sign-in' }).click()
      await button(page).waitFor()
      await page.context().clearCookies()
    })
  }

  await step('what one browser brings back is nothing in another', async () => {
    const address = await return_of(page, base_url, 'head')
    const desk = await new_page()
    await desk.goto(address)
    await is_refused(desk)
    // One that began a sign-on of its own has a cookie, but not that one.
    await desk.goto(base_url)
    await button(desk).click()
    await desk.getByLabel('Who are you?').waitFor()
    await desk.goto(address)
    await is_refused(desk)
    // Where it began, it is still good; and then not again.
    await page.goto(address)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await button(page).waitFor()
    await page.goto(address)
    await is_refused(page)
    await page.context().clearCookies()
  })

  await step('an answer that names another issuer is refused', async () => {
    const address = new URL(await return_of(page, base_url, 'head'))
    address.searchParams.set('iss', 'http://127.0.0.1:1')
    await page.goto(String(address))
    await is_refused(page)
    await page.context().clearCookies()
  })
}

async function with_a_code({ page, new_page, base_url, step, check_page }) {
  let secret = ''
  await step(
    'a second factor of Waymark’s own is asked for where the agency had none',
    async () => {
      await sign_on(page, base_url, 'analyst')
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      await page.goto(`${base_url}/two-step-sign-in/app`)
      await page.getByLabel('The password you have now').fill(kDemonstrationPassword)
      await page.getByRole('button', { name: 'Set up' }).click()
      secret = await page.locator('main strong.app-typed').innerText()
      await page.getByLabel('Code that the app shows now').fill(code_of(secret))
      await page.getByRole('button', { name: 'Turn on' }).click()
      await page.getByRole('button', { name: 'I have kept them' }).click()
      await sign_out(page)
      await sign_on(page, base_url, 'analyst')
      await page.getByText('Waymark needs a code of its own as well').waitFor()
      await check_page(page)
      await page.getByLabel('Code', { exact: true }).fill('000000')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('That code is not right').waitFor()
      await page.getByLabel('Code', { exact: true }).fill(code_of(secret, 1))
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
    },
  )

  await step('an administrator unlinks somebody, whose sessions end', async () => {
    const user = (await (await page.request.get(`${base_url}/api/v1/session`)).json()).user_id
    const desk = await new_page()
    await desk.goto(base_url)
    await desk.getByLabel('Email address').fill('admin@demo.example')
    await desk.getByLabel('Password', { exact: true }).fill(kDemonstrationPassword)
    await desk.getByRole('button', { name: 'Sign in', exact: true }).click()
    await desk.getByRole('button', { name: 'Sign out' }).waitFor()
    await desk.goto(`${base_url}/administration/users/${user}`)
    await desk.getByRole('link', { name: 'Unlink them from their agency’s account' }).click()
    await check_page(desk)
    await desk.getByRole('button', { name: 'Unlink' }).click()
    await desk.getByRole('link', { name: /^Choose how you made sure/ }).waitFor()
    await desk.getByLabel('I spoke to them in person').check()
    await desk.getByRole('button', { name: 'Unlink' }).click()
    await desk.getByText('They have been unlinked').waitFor()
    const after = await page.request.get(`${base_url}/api/v1/session`)
    if (after.status() !== 401) throw new Error(`The session answers ${after.status()}`)
  })
}
