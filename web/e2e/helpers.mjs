// What journeys do again and again.

import { AxeBuilder } from '@axe-core/playwright'

export const kDemonstrationPassword = process.env.WAYMARK_E2E_PASSWORD ?? ''

const kRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// A desk, a phone, and the narrowest screen that WCAG 1.4.10 asks for. No rule of ours or of GOV.UK's
// stands between the last two, so axe has nothing else to find on the phone.
const kWidths = [
  { width: 1280, with_axe: true },
  { width: 375, with_axe: false },
  { width: 320, with_axe: true },
]

// Signs in as a person would, and waits for the first page.
export async function sign_in(page, base_url, email, password = kDemonstrationPassword) {
  await page.goto(base_url)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

// govuk-frontend says with aria-expanded whether a radio button's further questions are shown, and
// its authors keep that although ARIA does not list it for radios. Nothing else is let through.
function is_from_govuk(violation, node) {
  return (
    violation.id === 'aria-allowed-attr' &&
    /class="govuk-radios__input"/.test(node.html) &&
    node.any.concat(node.all, node.none).every(({ data }) => /^aria-expanded="/.test(String(data)))
  )
}

function without_govuk(violations) {
  return violations
    .map((one) => ({ ...one, nodes: one.nodes.filter((node) => !is_from_govuk(one, node)) }))
    .filter(({ nodes }) => nodes.length > 0)
}

function describe(violation) {
  const places = violation.nodes.slice(0, 3).map((node) => node.target.join(' '))
  return `${violation.id}: ${violation.help} (${places.join('; ')})`
}

// Names what makes the page wider than its window, so that it can be found.
async function sideways_scroll(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return null
    const wide = [...document.body.querySelectorAll('*')].find(
      (element) => element.getBoundingClientRect().right > room + 1,
    )
    return wide ? `${wide.localName}.${wide.className}` : 'something'
  })
}

// What axe has against the page. It looks at one document only: there are no frames here, and a
// second page opened for each look takes as long again.
async function problems_for_axe(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(kRules)
    .setLegacyMode(true)
    .analyze()
  return without_govuk(violations).map(describe)
}

// Everybody can read it: axe, and no sideways scrolling at each width. Leaves a picture of each.
export async function check_page(page, picture) {
  await page.locator('main h1').first().waitFor()
  const before = page.viewportSize()
  const problems = []
  if (page.frames().length > 1) problems.push('axe does not look into frames')
  for (const { width, with_axe } of kWidths) {
    await page.setViewportSize({ width, height: 900 })
    const wide = await sideways_scroll(page)
    if (wide) problems.push(`At ${width} px the page scrolls sideways because of ${wide}`)
    const found = with_axe ? await problems_for_axe(page) : []
    problems.push(...found.map((one) => `At ${width} px ${one}`))
    if (picture) await page.screenshot({ path: `${picture}-${width}.png`, fullPage: true })
  }
  if (before) await page.setViewportSize(before)
  if (!(await page.title()).includes(' - Waymark'))
    problems.push('The page has no title of its own')
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'))
}
