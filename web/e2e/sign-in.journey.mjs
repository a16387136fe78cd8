// Somebody who is not signed in sees the sign-in and nothing else.

export default async function journey({ page, base_url, step, check_page }) {
  await step('the sign-in page can be used by everybody', async () => {
    await page.goto(`${base_url}/cases`)
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
    await check_page(page)
  })

  await step('a wrong password does not say what was wrong', async () => {
    await page.getByLabel('Email address').fill('nobody@example.gov.uk')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await page.getByText('Your email address or password is not right').first().waitFor()
    if (!(await page.title()).startsWith('Error: ')) throw new Error('The title does not say Error')
    await check_page(page)
  })
}
