// Sends spoilt requests to every operation as every kind of person, and expects that none is met
// with a fault of the server:
//
//   node e2e/mutated.mjs --base-url http://127.0.0.1:8080 --requests 100000 [--seed 1] [--at-once 12]
//
// Half of what is sent starts from the requests that the journeys did on these very records, when
// they are there (build/e2e/requests.json); the rest is made from the API description alone.
//
// Every answer must be below 500, or 503 while the server says that it is busy, and be one that the
// API description promises for that operation, when the request reached one. The server is meant to
// be the one with sanitizers, on records that may be spoilt. Ends with `N passed, N failed`.

import { Agent, request } from 'node:http'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { parse } from 'yaml'

import { make_judge } from './api-description.mjs'
import {
  Learnt,
  hostile_text,
  make_random,
  make_sampler,
  renewed,
  spoil,
  spoil_bytes,
} from './mutations.mjs'
import { people as demonstrated } from './people.mjs'

const { values: asked } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '12' },
  },
})
if (!asked['base-url']) {
  console.error('Say where Waymark is: --base-url http://127.0.0.1:8080')
  process.exit(2)
}
const password = process.env.WAYMARK_E2E_PASSWORD ?? ''
const where = new URL(asked['base-url'])
const agent = new Agent({ keepAlive: true, maxSockets: Number(asked['at-once']) })
const random = make_random(Number(asked.seed))
const learnt = new Learnt(random)
const description = parse(
  await readFile(new URL('../../api/openapi.yaml', import.meta.url), 'utf8'),
  { merge: true },
)
const judge = make_judge(description)
const { sample, resolved } = make_sampler(description, learnt, random)

const kAnyMethod = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
const kMethods = ['get', 'post', 'put', 'delete']
const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  kMethods
    .filter((method) => item[method])
    .map((method) => ({
      path,
      method,
      id: item[method].operationId,
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolved),
      body: resolved(item[method].requestBody)?.content?.['application/json']?.schema,
    })),
)
const kDone = new URL('../../build/e2e/requests.json', import.meta.url)
const done = JSON.parse(await readFile(kDone, 'utf8').catch(() => '[]'))
for (const operation of operations) {
  const pattern = new RegExp(`^/api/v1${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`)
  operation.done = done.filter(
    ({ method, path }) => method === operation.method.toUpperCase() && pattern.test(path),
  )
}
// Wrong passwords shut an account out for a while: few are tried.
const kWithPasswords = new Set(['sign_in', 'change_own_password', 'sign_out'])

// An administrator must not shut out those who ask: these accounts are left alone.
const kOnAccounts = /^\/administration\/users\/\{id\}/

const count = { passed: 0, failed: 0 }
const by_status = {}
const reached = new Map() // operation: how often it was done
const may = new Map() // operation: who was not refused it as somebody who may not

function fail(what, sent, why) {
  count.failed += 1
  if (count.failed > 20) return
  console.log(`FAIL  ${what}`)
  console.log(`        ${JSON.stringify(sent).slice(0, 2000)}`)
  for (const line of why) console.log(`        ${String(line).slice(0, 500)}`)
}

function ask(sent) {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: where.hostname,
        port: where.port,
        agent,
        method: sent.method,
        path: sent.path,
        headers: sent.headers,
      },
      (response) => {
        const parts = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () =>
          resolve({
            method: sent.method,
            status: response.statusCode,
            content_type: response.headers['content-type'] ?? '',
            etag: response.headers.etag,
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
        response.on('error', reject)
      },
    )
    asking.on('error', reject)
    if (sent.body !== undefined) asking.write(sent.body)
    asking.end()
  })
}

async function sign_in(email) {
  const body = JSON.stringify({ email, password })
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  const answer = await ask({ method: 'POST', path: '/api/v1/session', headers, body })
  if (answer.status !== 200) return null
  return { email, cookie: answer.cookie, session: JSON.parse(answer.body) }
}

function encoded(value) {
  return encodeURIComponent(
    String(value).toWellFormed?.() ?? String(value).replace(/[\ud800-\udfff]/g, '?'),
  )
}

// A header may hold no line end and nothing beyond Latin-1: Node would not send it.
function for_header(value) {
  return String(value).replace(/[^\x20-\x7e\x80-\xff]/g, '?')
}

// What names a record elsewhere: an id in a list of people on a case is that of their part in it.
const kIdOf = {
  cases: 'case_id',
  people: 'person_id',
  places: 'place_id',
  users: 'user_id',
  hubs: 'area_id',
  areas: 'area_id',
  agencies: 'agency_id',
  teams: 'team_id',
}

function path_of(operation) {
  const parts = operation.path.split('/')
  return parts
    .map((part, at) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (!name) return part
      if (random.one_in(15)) return encoded(hostile_text(random)) || '%00'
      const [own, named] = [
        learnt.like(`one of ${parts[at - 1]}`),
        learnt.like(kIdOf[parts[at - 1]]),
      ]
      return encoded((random.one_in(2) ? (own ?? named) : (named ?? own)) ?? learnt.like(name))
    })
    .join('/')
}

function query_of(operation) {
  const asked_for = operation.parameters.filter((one) => one.in === 'query')
  const words = []
  for (const one of asked_for) {
    if (!one.required && random.one_in(2)) continue
    const value = random.one_in(6) ? hostile_text(random) : sample(one.schema, one.name)
    words.push(`${encoded(one.name)}=${encoded(value)}`)
    if (random.one_in(15)) words.push(words[words.length - 1])
  }
  if (random.one_in(25))
    words.push(`${encoded(hostile_text(random))}=${encoded(hostile_text(random))}`)
  return words.length > 0 ? `?${words.join('&')}` : ''
}

// The revision of what is changed: of the page itself, or of the record that it is a part of.
function revision_of(path) {
  if (random.one_in(3)) return random.pick(['"1"', '"2"', '"3"'])
  for (let at = path; at.length > 1; at = at.slice(0, at.lastIndexOf('/'))) {
    if (learnt.etags.has(at)) return learnt.etags.get(at)
  }
  return '"1"'
}

let keys = 0
function headers_of(operation, person, path) {
  const headers = {}
  if (person && !random.one_in(60)) {
    headers.Cookie = random.one_in(60) ? `waymark_session=${'0'.repeat(64)}` : person.cookie
    if (!random.one_in(30)) headers['X-CSRF-Token'] = person.session.csrf_token
  }
  for (const one of operation.parameters.filter(({ in: at }) => at === 'header')) {
    if (random.one_in(12)) continue
    keys += 1
    const right = {
      'If-Match': revision_of(path),
      'Idempotency-Key': `mutated-${asked.seed}-${keys}`,
    }
    const value = random.one_in(10) ? hostile_text(random) : (right[one.name] ?? 'x')
    headers[one.name] = for_header(value)
  }
  if (random.one_in(40))
    headers[
      random.pick(['Accept-Encoding', 'Accept', 'Range', 'X-Forwarded-For', 'If-None-Match'])
    ] = for_header(hostile_text(random))
  return headers
}

function request_of(operation, person) {
  const start = random.one_in(2) && operation.done.length > 0 ? random.pick(operation.done) : null
  const path = start && !random.one_in(3) ? start.path.slice('/api/v1'.length) : path_of(operation)
  const method = random.one_in(50) ? random.pick(kAnyMethod) : operation.method.toUpperCase()
  const headers = headers_of(operation, person, path)
  let body
  if (operation.body || random.one_in(40)) {
    let value = start
      ? renewed(random, learnt, JSON.parse(start.body))
      : sample(operation.body ?? { type: 'object' })
    for (let times = random.below(3); times > 0; times -= 1) value = spoil(random, value)
    const text = JSON.stringify(value) ?? ''
    body = random.one_in(12) ? spoil_bytes(random, text) : Buffer.from(text, 'utf8')
    headers['Content-Type'] = random.one_in(40)
      ? for_header(hostile_text(random))
      : 'application/json'
    headers['Content-Length'] = body.length
  }
  return { method, path: `/api/v1${path}${query_of(operation)}`, headers, body, pathname: path }
}

function take_in(operation, sent, answer) {
  if (answer.etag) learnt.etags.set(sent.pathname, answer.etag)
  if (answer.status >= 200 && answer.status < 300) {
    reached.set(operation.id, (reached.get(operation.id) ?? 0) + 1)
    if (/json/.test(answer.content_type) && answer.body.length < 50000 && random.one_in(4)) {
      // An answer of /cases/{id} is one of cases.
      const list = operation.path.split('/').findLast((part) => part && !part.startsWith('{'))
      learnt.take_in(JSON.parse(answer.body), list)
    }
  }
}

function check(operation, sent, answer) {
  by_status[answer.status] = (by_status[answer.status] ?? 0) + 1
  const told = {
    ...sent,
    headers: { ...sent.headers, Cookie: undefined },
    body: sent.body?.toString('latin1'),
  }
  if (answer.status >= 500 && answer.status !== 503) {
    return fail(`${operation.id} answered ${answer.status}`, told, [answer.body])
  }
  // What is described are requests that reach an operation by its own method.
  if (sent.method === operation.method.toUpperCase() && answer.status < 400) {
    const wrong = judge({
      ...answer,
      pathname: `/api/v1${operation.path.replace(/\{\w+\}/g, 'x')}`,
    })
    if (wrong.length > 0)
      return fail(`${operation.id} answered otherwise than described`, told, wrong)
  }
  if (
    answer.status >= 400 &&
    sent.method !== 'HEAD' &&
    !/problem\+json/.test(answer.content_type)
  ) {
    return fail(`${operation.id} refused without saying why`, told, [answer.content_type])
  }
  count.passed += 1
}

const people = []
for (const email of Object.values(demonstrated)) {
  const person = await sign_in(email)
  if (!person) throw new Error(`${email} could not sign in`)
  people.push(person)
}
const left_alone = new Set(people.map(({ session }) => session.user_id))

// A session may be ended by what was asked: then they sign in again, or go on as nobody.
async function again(person) {
  const fresh = await sign_in(person.email)
  if (fresh) Object.assign(person, fresh)
}

// Readings that teach what ids and codes there are: lists first.
const readings = operations
  .filter(({ method }) => method === 'get')
  .sort((one, other) => one.path.length - other.path.length)
for (const person of people) {
  for (const operation of readings) {
    const path = path_of(operation)
    const headers = { Cookie: person.cookie }
    const sent = { method: 'GET', path: `/api/v1${path}`, headers, pathname: path }
    const answer = await ask(sent)
    if (answer.status === 200 && /json/.test(answer.content_type)) {
      learnt.take_in(JSON.parse(answer.body))
    }
  }
}

function who_asks(operation) {
  if (random.one_in(25)) return null
  const those = may.get(operation.id)
  return those && !random.one_in(4) ? random.pick(those) : random.pick(people)
}

function take_in_who(operation, person, answer) {
  if (!person || [401, 403].includes(answer.status)) return
  const those = may.get(operation.id) ?? []
  if (!those.includes(person)) those.push(person)
  may.set(operation.id, those)
}

let left = Number(asked.requests)
let cut_off = 0
async function worker() {
  while (left > 0 && cut_off < 50) {
    left -= 1
    if (left % 20000 === 0) console.log(`${left} left`)
    const operation = random.pick(operations)
    const person = who_asks(operation)
    const sent = request_of(operation, person)
    if (kWithPasswords.has(operation.id) && !random.one_in(100)) continue
    if (kOnAccounts.test(operation.path) && [...left_alone].some((id) => sent.path.includes(id)))
      continue
    try {
      const answer = await ask(sent)
      take_in(operation, sent, answer)
      take_in_who(operation, person, answer)
      check(operation, sent, answer)
      if (answer.status === 401 && person && sent.headers.Cookie === person.cookie)
        await again(person)
    } catch (trouble) {
      // Bytes that are no HTTP at all may be cut off; a server that is gone cuts everything off.
      cut_off += 1
      fail(`${operation.id} was cut off`, { ...sent, body: sent.body?.toString('latin1') }, [
        trouble,
      ])
    }
  }
}
await Promise.all(Array.from({ length: Number(asked['at-once']) }, worker))
agent.destroy()

const never = operations.map(({ id }) => id).filter((id) => !reached.has(id))
console.log(`By status: ${JSON.stringify(by_status)}`)
console.log(
  `${reached.size} of ${operations.length} operations were done; never: ${never.join(' ') || 'none'}`,
)
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1)
