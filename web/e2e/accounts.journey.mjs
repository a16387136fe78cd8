// Two people bring a third in: an administrator proposes a constable and makes a link, the police's
// approver approves the role and has the code, and the constable chooses a password with both.

import { people } from './people.mjs'

const kMark = Date.now().toString(36)
const kName = `Kit Marsh ${kMark}`
const kPassword = 'four plain words together'

export default async function journey({ step, page, new_page, sign_in, check_page, base_url }) {
  let link = ''
  let code = ''
  let approver

  await step('an administrator proposes somebody of the police, and has a link', async () => {
    await sign_in(page, people.administrator)
    await page.goto(`${base_url}/administration/users/add`)
    await page.getByLabel('Email address').fill(`kit.${kMark}@demo.example`)
    await page.getByLabel('Name', { exact: true }).fill(kName)
    await page.getByLabel('Agency').selectOption('County Police')
    const role = page.getByRole('group', { name: 'Role 1' })
    await role.getByLabel('What?').selectOption('partner_worker')
    const team = role.getByLabel('Where?').locator('option', { hasText: 'County Police' }).first()
    await role.getByLabel('Where?').selectOption(await team.getAttribute('value'))
    await page.getByRole('button', { name: 'Add the user' }).click()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('heading', { name: `Send this link to ${kName}` }).waitFor()
    link = await page.getByText('/join#').innerText()
    await check_page(page)
  })

  await step('the account says that its role waits', async () => {
    await page.goto(page.url().replace(/\/invitation$/, ''))
    await page.getByText('Waiting for somebody to approve it').waitFor()
  })

  await step('the link alone opens nothing', async () => {
    const stranger = await new_page()
    await stranger.goto(link)
    await stranger.getByLabel('Code').fill('AAAA-AAAA')
    await stranger.getByLabel('Password', { exact: true }).fill(kPassword)
    await stranger.getByRole('button', { name: 'Save the password' }).click()
    await stranger.getByText('do not go together').first().waitFor()
    await check_page(stranger)
  })

  await step('whoever approves for the police sees the role, and approves it', async () => {
    approver = await new_page()
    await sign_in(approver, people.approver)
    await approver.getByRole('link', { name: 'Accounts to approve' }).click()
    await approver.getByRole('heading', { name: 'Accounts to approve' }).waitFor()
    await check_page(approver)
    await approver.getByRole('button', { name: new RegExp(`^Approve.*${kName}`) }).click()
    await approver.getByRole('alert').getByText(`The role of ${kName}`).waitFor()
  })

  await step('and has the code, which is shown once', async () => {
    await approver.getByRole('button', { name: new RegExp(`^Get the code.*${kName}`) }).click()
    await approver.getByRole('heading', { name: `Code for ${kName}` }).waitFor()
    code = await approver.getByText(/^[A-Z2-7]{4}-[A-Z2-7]{4}$/).innerText()
    await check_page(approver)
  })

  await step('with both a password is chosen, and the work opens', async () => {
    const joiner = await new_page()
    await joiner.goto(link)
    await joiner.getByLabel('Code').fill(code.toLowerCase())
    await joiner.getByLabel('Password', { exact: true }).fill(kPassword)
    await joiner.getByRole('button', { name: 'Save the password' }).click()
    await joiner.getByRole('heading', { name: 'Your password has been saved' }).waitFor()
    await sign_in(joiner, `kit.${kMark}@demo.example`, kPassword)
    await joiner.getByRole('heading', { name: 'My work' }).waitFor()
  })

  await step('an account that is due is confirmed', async () => {
    await approver.goto(`${base_url}/account-approvals`)
    const due = approver.getByRole('button', { name: /^It is still needed/ })
    await due.first().click()
    await approver.getByRole('alert').getByText('goes on for another quarter').waitFor()
  })

  await step('and one that is not needed is ended, once that is asked twice', async () => {
    const end = approver.getByRole('button', { name: /^End the account/ })
    await end.last().click()
    await approver.getByRole('button', { name: /^No, keep it/ }).click()
    await end.last().waitFor()
  })
}
