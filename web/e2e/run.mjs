// Runs the journeys in a real browser:
//
//   node e2e/run.mjs --base-url http://127.0.0.1:8080 [--only NAME] [--chromium PATH] [--description PATH]
//
// What was asked and done is left in build/e2e/requests.json, which mutated.mjs spoils.
// A journey is a file e2e/NAME.journey.mjs (or .ts) whose default export is
// `async ({ step, page, new_page, sign_in, check_page, base_url }) => { ... }`; one that exports
// kByName reaches the server as localhost.
// Prints one line a step and ends with `N passed, N failed`.

import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import { chromium } from 'playwright-core'

import { load_description } from './api-description.mjs'
import { Watch } from './watch.mjs'
import { check_page, sign_in } from './helpers.mjs'

const kHere = fileURLToPath(new URL('.', import.meta.url))
const kScreenshots = fileURLToPath(new URL('../../build/e2e/', import.meta.url))
const kFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const kWindow = {
  viewport: { width: 1280, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
}

const { values: asked } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    only: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    description: { type: 'string', default: join(kHere, '../../api/openapi.yaml') },
  },
})
if (!asked['base-url']) {
  console.error('Say where Waymark is: --base-url http://127.0.0.1:8080')
  process.exit(2)
}

async function journeys() {
  const names = (await readdir(kHere)).filter((name) => /\.journey\.(mjs|ts)$/.test(name)).sort()
  const wanted = names.filter((name) => !asked.only || name.startsWith(asked.only))
  if (asked.only && wanted.length === 0) throw new Error(`No journey is called ${asked.only}`)
  // Node 20 does not run TypeScript: Vite makes those files into JavaScript first.
  const typed = wanted.some((name) => name.endsWith('.ts'))
  const vite = typed && (await import('vite'))
  const server = vite && (await vite.createServer({ server: { middlewareMode: true } }))
  const loaded = []
  for (const name of wanted) {
    const path = join(kHere, name)
    const module = name.endsWith('.ts')
      ? await server.ssrLoadModule(path)
      : await import(pathToFileURL(path).href)
    loaded.push({
      name: name.replace(/\.journey\..*$/, ''),
      run: module.default,
      base_url: module.kByName ? by_name(asked['base-url']) : asked['base-url'],
    })
  }
  if (server) await server.close()
  return loaded
}

// A passkey is made for a name, and never for an address of numbers.
function by_name(base_url) {
  return base_url.replace('//127.0.0.1:', '//localhost:')
}

function say(passed, journey, step, why) {
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${journey}: ${step}`)
  for (const line of why ?? []) console.log(`        ${line}`)
}

// One journey in a browser of its own, with nothing left from another.
async function run_journey({ name, run, base_url }, judge, done) {
  // `launch` makes a new empty profile and removes it afterwards.
  const browser = await chromium.launch({ executablePath: asked.chromium, args: kFlags })
  const watch = new Watch(judge, base_url, done)
  const count = { passed: 0, failed: 0 }
  let last_page = null

  // Another person at another desk: a page with its own cookies.
  async function new_page() {
    const context = await browser.newContext(kWindow)
    last_page = await context.newPage()
    watch.follow(last_page)
    return last_page
  }

  async function step(title, act) {
    let why = []
    try {
      await act()
    } catch (trouble) {
      why.push(
        ...String(trouble?.message ?? trouble)
          .split('\n')
          .slice(0, 12),
      )
    }
    why = [...why, ...(await watch.take_problems())]
    say(why.length === 0, name, title, why)
    if (why.length === 0) {
      count.passed += 1
      return
    }
    count.failed += 1
    const picture = `${name}-${count.passed + count.failed}-failed.png`
    await last_page.screenshot({ path: join(kScreenshots, picture) }).catch(() => undefined)
    throw new StepFailed()
  }

  let pictures = 0
  const helpers = {
    base_url,
    page: await new_page(),
    new_page,
    step,
    watch,
    sign_in: (page, email, password) => sign_in(page, base_url, email, password),
    check_page: (page) => {
      pictures += 1
      return check_page(page, join(kScreenshots, `${name}-page-${pictures}`))
    },
  }
  try {
    await run(helpers)
  } catch (trouble) {
    if (!(trouble instanceof StepFailed)) {
      count.failed += 1
      say(false, name, 'outside any step', [String(trouble?.stack ?? trouble)])
    }
  } finally {
    await browser.close()
  }
  return count
}

// The rest of a journey makes no sense after a step that failed.
class StepFailed extends Error {}

await mkdir(kScreenshots, { recursive: true })
const judge = await load_description(pathToFileURL(asked.description))
const total = { passed: 0, failed: 0 }
const done = []
for (const journey of await journeys()) {
  const { passed, failed } = await run_journey(journey, judge, done)
  total.passed += passed
  total.failed += failed
}
await writeFile(join(kScreenshots, 'requests.json'), JSON.stringify(done))
if (total.passed + total.failed === 0) {
  console.error('No journey ran')
  total.failed += 1
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
