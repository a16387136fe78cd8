// Holds the running server to api/openapi.yaml: every operation is there, every answer has the
// promised shape, and who may not, may not. As every kind of person there is, against every
// operation.
//
//   node e2e/contract.mjs --base-url http://127.0.0.1:8080
//
// Ends with `N passed, N failed`.

import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import { parse } from 'yaml'

import { make_judge } from './api-description.mjs'

const { values: asked } = parseArgs({ options: { 'base-url': { type: 'string' } } })
if (!asked['base-url']) {
  console.error('Say where Waymark is: --base-url http://127.0.0.1:8080')
  process.exit(2)
}
const password = process.env.WAYMARK_E2E_PASSWORD ?? ''
const api = `${asked['base-url']}/api/v1`

// Whom each operation is for. Written down here, not read from the server, so that a route that
// asks for the wrong permission is found out.
const kNeeds = {
  signed_in: `get_session sign_out change_own_password begin_second_factor
    confirm_second_factor remove_app list_passkeys ask_for_passkey begin_passkey add_passkey
    remove_passkey get_directory get_colleagues get_programmes
    get_programme get_my_work list_agreements get_agreement list_notices see_notice`,
  make_referrals: `start_referral save_referral_draft discard_referral_draft send_referral`,
  triage_referrals: `set_referral_owner choose_referral_person decide_referral record_referrer_told`,
  search_records: `match_people match_places search`,
  read_audit: `get_audit_state list_interests end_interest list_emergencies review_emergency`,
  open_in_emergency: `open_in_emergency`,
  keep_safe_addresses: `get_safe_address seal_safe_address end_safe_address ask_for_reveal list_reveals
    decide_reveal look_at_safe_address`,
  manage_agreements: `create_agreement change_agreement`,
  read_cases: `declare_interest get_person get_place list_cases get_case get_case_answers get_chronology
    get_risk_assessments get_actions get_reviews get_victim_updates get_outcomes get_case_audit
    list_sharing list_letters get_letter list_shared_in_part list_access_requests ask_for_access`,
  work_on_cases: `create_person update_person create_place update_place set_case_answers
    add_case_person end_case_person add_case_place end_case_place add_entry assess_risk add_action
    update_action record_action_result record_review agree_victim_updates record_victim_update
    record_measures agree_goal record_goal_result`,
  run_cases: `correct_case write_letter check_letter decide_letter open_case update_case move_case transfer_case close_case reopen_case bring_in_partner
    renew_partner end_partner share_case narrow_sharing end_sharing decide_access_request`,
  see_hub_picture: `get_hub_picture`,
  see_map: `get_boundaries get_incident_months get_hot_spots get_repeat_locations`,
  see_reports: `get_committee_report get_committee_report_page get_committee_report_table`,
  export_records: `export_cases`,
  approve_accounts: `list_account_approvals decide_role decide_account approve_invitation
    list_system_accounts make_system_token end_system_token`,
  administer: `list_users create_user get_user update_user invite_user reset_second_factor
    reset_sign_on list_areas create_area
    update_area list_agencies create_agency update_agency list_teams create_team update_team
    list_roles`,
}
// Besides the permission, a role in the whole partnership.
const kExtracts = [
  'extract_case_audit',
  'extract_person_audit',
  'extract_place_audit',
  'extract_user_looks',
]
const kOfAll = ['get_user_looks', 'get_person_audit', 'get_place_audit', ...kExtracts]
// Either of two permissions opens these, so what the server says decides.
const kEither = ['list_referrals', 'get_referral', 'get_hub_picture_rows', ...kOfAll]
// Signing in and signing on, and witnesses, who sign what they ask.
const kNoSession = new Set([
  ...['sign_in', 'accept_invitation', 'get_checkpoint', 'keep_cosignature'],
  ...['list_sign_on_providers', 'begin_sign_on', 'finish_sign_on', 'give_sign_on_code'],
])

const kPeople = {
  officer: 'officer.sca@demo.example',
  manager: 'manager.sca@demo.example',
  elsewhere: 'officer.har@demo.example',
  partner: 'partner.police.sca@demo.example',
  head: 'head@demo.example',
  analyst: 'analyst@demo.example',
  dpo: 'dpo@demo.example',
  scrutiny: 'scrutiny@demo.example',
  refuge: 'refuge@demo.example',
  administrator: 'admin@demo.example',
  approver: 'approver@demo.example',
}
const kNobody = '01900000-0000-7000-8000-000000000000'

const count = { passed: 0, failed: 0 }
function expect(holds, what, why = []) {
  count[holds ? 'passed' : 'failed'] += 1
  if (holds) return
  console.log(`FAIL  ${what}`)
  for (const line of why.slice(0, 6)) console.log(`        ${line}`)
}

const description = parse(
  await readFile(new URL('../../api/openapi.yaml', import.meta.url), 'utf8'),
  { merge: true },
)
const judge = make_judge(description)

const needs = {}
for (const [permission, names] of Object.entries(kNeeds)) {
  for (const name of names.split(/\s+/).filter(Boolean)) needs[name] = permission
}

const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  ['get', 'post', 'put', 'delete']
    .filter((method) => item[method])
    .map((method) => ({ path, method, id: item[method].operationId, item, ...item[method] })),
)

async function sign_in(email) {
  const response = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (response.status !== 200) throw new Error(`${email} could not sign in: ${response.status}`)
  const cookie = response.headers.get('set-cookie').split(';')[0]
  return { cookie, session: await response.json() }
}

async function ask(person, method, path, { body, headers = {} } = {}) {
  const response = await fetch(`${api}${path}`, {
    method: method.toUpperCase(),
    headers: {
      ...(person ? { Cookie: person.cookie, 'X-CSRF-Token': person.session.csrf_token } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  return {
    method: method.toUpperCase(),
    pathname: `/api/v1${path.split('?')[0]}`,
    status: response.status,
    content_type: response.headers.get('content-type') ?? '',
    body: text,
    json: () => JSON.parse(text),
  }
}

// Real ids where the person has some, so that what is read is a real record.
async function known_ids(person) {
  const first = async (path, list) => {
    const answer = await ask(person, 'get', path)
    return answer.status === 200 ? answer.json()[list]?.[0]?.id : undefined
  }
  const case_id = await first('/cases', 'cases')
  const detail = case_id && (await ask(person, 'get', `/cases/${case_id}`)).json()
  return {
    case: case_id,
    referral: await first('/referrals', 'referrals'),
    person: detail?.people?.[0]?.person_id,
    place: detail?.places?.[0]?.place_id,
    user: await first('/administration/users', 'users'),
    me: person.session.user_id,
    area: person.session.area_ids[0] ?? (await first('/directory', 'areas')),
  }
}

function filled(path, ids) {
  // Needs nothing in it to be right.
  if (path.endsWith('/invitation')) return path.replace('{id}', kNobody)
  const id = /^\/(case|referral|people|places|hubs|users|administration\/users)/.exec(path)?.[1]
  const by = {
    case: ids.case,
    referral: ids.referral,
    people: ids.person,
    places: ids.place,
    hubs: ids.area,
    'administration/users': ids.user,
    users: ids.me,
  }
  return path
    .replace('{id}', by[id] ?? kNobody)
    .replace('{code}', path.startsWith('/programmes') ? 'antisocial_behaviour' : 'none')
    .replace(/\{[^}]+\}/g, kNobody)
}

const kQueries = {
  search: '?q=smi',
  get_user_looks: '?from_on=2026-01-01&to_on=2026-12-31',
  ...Object.fromEntries(kExtracts.map((id) => [id, '?from_on=2026-01-01&to_on=2026-12-31'])),
  get_hub_picture_rows: '?figure=open_by_stage',
  get_committee_report: '?from=2026-01-01&to=2026-03-31',
  get_committee_report_page: '?from=2026-01-01&to=2026-03-31',
  get_committee_report_table: '?from=2026-01-01&to=2026-03-31',
}

function allowed(person, id) {
  return person.session.permissions.includes(needs[id])
}

// Everything that reads, as everybody.
async function read_everything(name, person) {
  const ids = await known_ids(person)
  for (const { path, method, id } of operations.filter((one) => one.method === 'get')) {
    if (id === 'get_openapi' || kNoSession.has(id)) continue
    const answer = await ask(person, method, `${filled(path, ids)}${kQueries[id] ?? ''}`)
    const what = `${name}: ${id} answers ${answer.status}`
    const wrong = judge(answer)
    expect(wrong.length === 0, `${what} as described`, wrong)
    if (kEither.includes(id)) continue
    const right = allowed(person, id) ? [200, 404].includes(answer.status) : answer.status === 403
    expect(right, `${what}, ${allowed(person, id) ? 'and may' : 'and may not'}`, [answer.body])
  }
}

// What may be asked with nothing in it, and changes no record.
const kChangesNothing = /^(match_|ask_for_passkey$)/

// Everything that changes, as everybody who may not: and nothing is sent that could be right.
async function change_nothing(name, person) {
  const ids = await known_ids(person)
  for (const { path, method, id } of operations.filter((one) => one.method !== 'get')) {
    if (kNoSession.has(id) || id === 'sign_out' || id === 'change_own_password') continue
    const headers = { 'If-Match': '"0"', 'Idempotency-Key': `contract-${name}-${id}` }
    const answer = await ask(person, method, filled(path, ids), { body: {}, headers })
    const wrong = judge(answer)
    expect(wrong.length === 0, `${name}: ${id} answers ${answer.status} as described`, wrong)
    const refused = allowed(person, id) || answer.status === 403
    expect(refused, `${name}: ${id} is not for them, answered ${answer.status}`, [answer.body])
    expect(
      answer.status < 500 && (answer.status >= 400 || kChangesNothing.test(id)),
      `${name}: ${id} with nothing in it is refused, answered ${answer.status}`,
      [answer.body],
    )
  }
}

for (const { path, method, id } of operations) {
  if (id === 'get_openapi' || kNoSession.has(id)) continue
  expect(needs[id] !== undefined || kEither.includes(id), `${id}: it is written who may do it`)
  const headers = { 'If-Match': '"0"', 'Idempotency-Key': 'contract-nobody' }
  const answer = await ask(null, method, filled(path, {}), {
    body: method === 'get' ? undefined : {},
    headers,
  })
  expect(answer.status === 401, `nobody: ${id} answers ${answer.status}`, [answer.body])
}

// Nothing of signing on is there without a provider, but that there are none.
for (const [method, path, status] of [
  ['get', '/sign-on', 200],
  ['post', '/sign-on', 404],
  ['post', '/sign-on/return', 404],
  ['post', '/sign-on/code', 404],
]) {
  const answer = await ask(null, method, path, { body: method === 'get' ? undefined : {} })
  expect(answer.status === status, `nobody: ${method} ${path} answers ${answer.status}`)
}

const served = await fetch(`${api}/openapi.json`)
expect(served.status === 200, 'the description is served')
expect(
  JSON.stringify(await served.json()) === JSON.stringify(description),
  'the description that is served is the one in api/openapi.yaml',
)

for (const [name, email] of Object.entries(kPeople)) {
  const person = await sign_in(email)
  await read_everything(name, person)
  await change_nothing(name, person)
}

console.log(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 ? 0 : 1)
