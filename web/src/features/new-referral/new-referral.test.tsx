// A referral as a worker makes it: nothing typed is lost, and what was chosen is recorded.

import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { SessionContext, type Session } from '@/lib/session-context'

import { EditReferralPage } from './edit-page'

type Form = Record<string, unknown>

const kProgramme = {
  code: 'antisocial_behaviour',
  title: 'Anti-social behaviour',
  summary: 'Work together',
  stages: [],
  measures: [],
  subject_kinds: [{ code: 'person', label: 'Person' }],
  classes: [],
  intake_sources: [{ code: 'police', label: 'Police' }],
  person_roles: [{ code: 'victim', label: 'Victim' }],
}

const kKnown = {
  id: 'p9',
  given_names: 'Jon',
  family_name: 'Smyth',
  date_of_birth: '1990-04-03',
  phone: '',
  email: '',
  addresses: [],
  cases: [{ case_id: 'c1', is_open: true }],
}
const kMatch = {
  person: kKnown,
  band: 'likely',
  score: 120,
  reasons: [
    { field: 'given_names', agreement: 'different', code: 'different_given_name' },
    { field: 'family_name', agreement: 'close', code: 'sounds_alike' },
    { field: 'date_of_birth', agreement: 'same', code: 'exact' },
  ],
}

// A small server: keeps the draft as the real one does, and can be made to fail.
let saved: { form: Form; revision: number }
let save_answers: (() => Response | Error | null)[]
let sent: { body: Form; if_match: string | null }[]
let send_answer: (() => Response) | null
let matches: object[]

function json(body: object, status = 200) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  })
}

// Each test has a referral of its own, so that what another leaves to be saved is not taken for its.
let referrals = 0
const referral_id = () => `r${referrals}`

function draft() {
  return { id: referral_id(), state: 'draft', form: saved.form, revision: saved.revision }
}

async function save(request: Request) {
  const special = save_answers.shift()?.()
  if (special instanceof Error) throw special
  if (special) return special
  const body = (await request.json()) as { form: Form }
  if (request.headers.get('If-Match') !== `"${saved.revision}"`) {
    return json({ code: 'changed_by_someone_else', revision: saved.revision }, 412)
  }
  saved = { form: body.form, revision: saved.revision + 1 }
  return json(draft())
}

async function send(request: Request) {
  sent.push({
    body: (await request.json()) as Form,
    if_match: request.headers.get('If-Match'),
  })
  if (send_answer) return send_answer()
  return json({ ...draft(), state: 'waiting', reference: 'SCA-R-2026-0001', triage_due_on: null })
}

beforeEach(() => {
  referrals += 1
  saved = { form: {}, revision: 1 }
  save_answers = []
  sent = []
  send_answer = null
  matches = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    if (path === '/directory') {
      return json({ areas: [{ id: 'sca', name: 'Scarborough' }], agencies: [], teams: [] })
    }
    if (path === '/programmes') return json({ programmes: [kProgramme] })
    if (path.startsWith('/programmes/')) return json(kProgramme)
    if (path.endsWith('/matches')) return json({ matches })
    const [, kind, id] = path.split('/')
    if (kind === 'referrals' && id && id !== referral_id()) {
      return json({ code: 'no_such_referral' }, 404)
    }
    if (path.endsWith('/submission')) return send(request)
    if (request.method === 'PUT') return save(request)
    return json(draft())
  })
})

const kSession = { user_id: 'amal', name: 'Amal', agency_id: 'a1', area_ids: [] as string[] }

function open(step: string) {
  const router = createMemoryRouter(
    [{ path: '/new-referral/:id/:step?', element: <EditReferralPage /> }],
    { initialEntries: [`/new-referral/${referral_id()}/${step}`] },
  )
  const value = {
    session: kSession as unknown as Session,
    sign_out: () => Promise.resolve(),
  }
  return render(
    <SessionContext value={value}>
      <RouterProvider router={router} />
    </SessionContext>,
  )
}

const kSlow = { timeout: 8000 }
vi.setConfig({ testTimeout: 30_000 })

describe('a referral being written', () => {
  it('saves itself a little after typing, and says when', async () => {
    open('what')
    await userEvent.type(await screen.findByLabelText('What happened?'), 'Shouting')
    expect(screen.getByText('Not saved yet')).toBeTruthy()
    expect(await screen.findByText(/^Saved at \d/, {}, kSlow)).toBeTruthy()
    expect(saved.form.what_happened).toBe('Shouting')
  })

  it('keeps half a date, and everything typed, from one step to another and back', async () => {
    open('what')
    await userEvent.type(await screen.findByLabelText('Day'), '12')
    await userEvent.click(screen.getByRole('button', { name: 'Save and continue' }))
    await screen.findByRole('heading', { name: 'Risk and safe contact' })
    await waitFor(() => expect(saved.form.happened_on).toBe('--12'))
  })

  it('loses nothing when the network fails, and saves it when it is back', async () => {
    save_answers = [() => new TypeError('Failed to fetch')]
    const first = open('what')
    await userEvent.type(await screen.findByLabelText('What happened?'), 'A long story')
    expect(await screen.findByText(/could not be reached/, {}, kSlow)).toBeTruthy()
    expect(saved.form.what_happened).toBeUndefined()
    save_answers = [() => new TypeError('Failed to fetch')]
    first.unmount() // the page is loaded again before it could be saved
    await waitFor(() => expect(save_answers).toHaveLength(0))

    open('what')
    const box = await screen.findByLabelText('What happened?')
    expect(box).toHaveProperty('value', 'A long story')
    await waitFor(() => expect(saved.form.what_happened).toBe('A long story'), kSlow)
  })

  it('asks before it saves over what another window saved', async () => {
    open('what')
    const box = await screen.findByLabelText('What happened?')
    saved = { form: { what_happened: 'Theirs' }, revision: 5 }
    await userEvent.type(box, 'Mine')
    expect(
      await screen.findByText('This draft was changed in another window.', {}, kSlow),
    ).toBeTruthy()
    expect(saved.form.what_happened).toBe('Theirs')
    await userEvent.click(screen.getByRole('button', { name: 'Keep what is on this page' }))
    await waitFor(() => expect(saved.form.what_happened).toBe('Mine'))
  })
})

describe('a person in a referral', () => {
  async function enter_john() {
    matches = [kMatch]
    saved.form = { people: [{}] }
    open('person?person=1')
    await userEvent.selectOptions(
      await screen.findByLabelText('What part do they have in it?'),
      'victim',
    )
    await userEvent.type(screen.getByLabelText('First names'), 'John')
    await userEvent.type(screen.getByLabelText('Surname'), 'Smith')
    await screen.findByText('1 person already on record may be this person', {}, kSlow)
  }

  it('is shown beside those already on record, with the reasons in words', async () => {
    await enter_john()
    const table = screen.getByRole('table')
    const row = (name: string) => within(table).getByRole('row', { name: new RegExp(name) })
    expect(row('^First names').textContent).toContain('John')
    expect(row('^First names').textContent).toContain('Jon')
    expect(row('^First names').textContent).toContain(
      'Different first name: may be a twin or relative',
    )
    expect(row('^Surname').textContent).toContain('Surname sounds alike')
    expect(row('^Date of birth').textContent).toContain('Same date of birth')
    expect(screen.getByText('In 1 open case')).toBeTruthy()
  })

  it.each([
    [/^Yes, this is Jon Smyth/, { choice: 'known', person_id: 'p9' }],
    ['No, this is somebody new', { choice: 'new', person_id: null }],
    ['I am not sure', { choice: '', person_id: null }],
  ])('records the choice %s, with what was shown', async (label, chosen) => {
    await enter_john()
    await userEvent.click(screen.getByRole('radio', { name: label }))
    await userEvent.click(screen.getByRole('button', { name: 'Save this person' }))
    await screen.findByRole('heading', { name: 'Who is involved' })
    await waitFor(() => expect((saved.form.people as Form[])[0]?.choice).toBeTruthy(), kSlow)
    cleanup()
    open('check')
    await userEvent.click(await screen.findByRole('button', { name: 'Send the referral' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    const [person] = sent[0]?.body.people as Form[]
    expect(person).toMatchObject({ ...chosen, shown: ['p9'], given_names: 'John', role: 'victim' })
  })

  it('is recorded as new to the records when nobody like them is there', async () => {
    saved.form = { people: [{}] }
    open('person?person=1')
    await userEvent.type(await screen.findByLabelText('Surname'), 'Smith')
    await screen.findByText(/Nobody on record/, {}, kSlow)
    await waitFor(() => expect((saved.form.people as Form[])[0]?.choice).toBe('none_shown'), kSlow)
  })
})

describe('sending a referral', () => {
  it('goes out whole, at the revision that was saved, and gives the reference', async () => {
    saved.form = {
      source_kind: 'agency',
      what_happened: 'Shouting',
      happened_on: '2026-1-5',
      safe_contact_ticks: ['phone_safe', 'no_message'],
      risk_now: 'no',
    }
    open('check')
    await userEvent.click(await screen.findByRole('button', { name: 'Send the referral' }))
    expect(await screen.findByText('SCA-R-2026-0001')).toBeTruthy()
    expect(sent[0]?.if_match).toBe('"1"')
    expect(sent[0]?.body).toMatchObject({
      what_happened: 'Shouting',
      happened_on: '2026-01-05',
      safe_contact: 'It is safe to phone. Never leave a message',
      channel: 'in_waymark',
      people: [],
    })
    expect(sent[0]?.body).not.toHaveProperty('safe_contact_ticks')
  })

  it('leads from each mistake to its question, and keeps the answers', async () => {
    saved.form = { people: [{ family_name: 'Smith' }], what_happened: 'Shouting' }
    const fields = [
      { field: 'people[0].role', code: 'required' },
      { field: 'consent', code: 'required' },
    ]
    send_answer = () => json({ code: 'check_answers', fields }, 400)
    open('check')
    await userEvent.click(await screen.findByRole('button', { name: 'Send the referral' }))
    const summary = await screen.findByRole('alert')
    const links = within(summary).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual([
      'Select what part this person has in it',
      'Select whether the person agreed to this referral',
    ])
    expect(links[0]?.getAttribute('href')).toBe(
      `/new-referral/${referral_id()}/person?person=1#people[0].role`,
    )
    expect(links[1]?.getAttribute('href')).toBe(`/new-referral/${referral_id()}/risk#consent`)
    expect(screen.getByText('Shouting')).toBeTruthy()
  })

  it('warns to call 999 when somebody is at risk now', async () => {
    open('risk')
    const risk = await screen.findByRole('group', { name: 'Is anybody at risk now?' })
    await userEvent.click(within(risk).getByRole('radio', { name: 'Yes' }))
    expect(within(risk).getByText(/call 999/)).toBeTruthy()
    expect(screen.getByLabelText('What is the risk, and to whom?')).toBeTruthy()
  })
})
