// The case page as the people who work the case meet it.

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, pretend_server, type Replies } from '@/lib/pretend-server'

import { CasePage } from './case-page'
import { action, assessment, case_replies, demand_side, no_outcomes } from './case-world'
import type { Outcomes } from './types'

function open(part: string, replies: Replies) {
  const sent = pretend_server({ ...case_replies(), ...replies })
  draw(CasePage, '/cases/:id/*', `/cases/c1${part}`)
  return sent
}

const address = () => screen.getByTestId('address').textContent

describe('the summary', () => {
  it('says in words what is late, and leads there', async () => {
    open('', {})
    expect(await screen.findByRole('heading', { name: 'Noise on Cliff Street' })).toBeTruthy()
    expect(screen.getByText('Risk: Medium')).toBeTruthy()
    expect(screen.getByText('7 March 2026, 3 days overdue')).toBeTruthy()
    const late = screen.getByRole('link', { name: '1 action is overdue' })
    expect(late.getAttribute('href')).toBe('/cases/c1/actions')
  })

  it('offers nothing to somebody who may only read', async () => {
    open('', case_replies({ may_work: false, may_run: false }))
    await screen.findByRole('heading', { name: 'At a glance' })
    expect(screen.queryByRole('heading', { name: 'What to do next' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Close this case' })).toBeNull()
  })

  it('is not found for somebody who may not see the case', async () => {
    open('', { 'GET /cases/c1': { status: 404, body: { code: 'no_such_case' } } })
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy()
  })
})

describe('assessing the risk', () => {
  it('sends every answer, "not known" too, and leaves the score to the server', async () => {
    const made = assessment({ id: 'r2', score: 30 })
    const sent = open('/risk/new?point=review', {
      'POST /cases/c1/risk-assessments': { status: 201, body: made },
      'GET /cases/c1/risk-assessments': { body: { risk_assessments: [made, assessment({})] } },
    })
    const often = await screen.findByRole('group', { name: 'How often has it happened?' })
    await userEvent.click(within(often).getByLabelText('Not known'))
    const fear = screen.getByRole('group', { name: 'How afraid is the person?' })
    await userEvent.click(within(fear).getByLabelText('Very afraid'))
    await userEvent.click(screen.getByRole('button', { name: 'Save the assessment' }))
    expect(await screen.findByText('The risk has been assessed')).toBeTruthy()
    expect(sent[0]?.body).toEqual({
      point: 'review',
      answers: [
        { question: 'frequency', answer: 'not_known', note: '' },
        { question: 'fear', answer: 'very', note: '' },
      ],
    })
    expect(
      await screen.findByRole('img', { name: /Risk score over time: 24 on .*, 30 on/ }),
    ).toBeTruthy()
  })

  it('names the question that has no answer, and keeps the others', async () => {
    open('/risk/new?point=review', {
      'POST /cases/c1/risk-assessments': {
        status: 400,
        body: { code: 'check_answers', fields: [{ field: 'answers.fear', code: 'required' }] },
      },
    })
    const often = await screen.findByRole('group', { name: 'How often has it happened?' })
    await userEvent.click(within(often).getByLabelText('About once a week'))
    await userEvent.click(screen.getByRole('button', { name: 'Save the assessment' }))
    const link = await screen.findByRole('link', {
      name: 'Choose an answer to: How afraid is the person?',
    })
    await userEvent.click(link)
    const fear = screen.getByRole('group', { name: /How afraid/ })
    expect(document.activeElement).toBe(within(fear).getByLabelText('Very afraid'))
    const kept = within(often).getByLabelText('About once a week')
    expect(kept).toHaveProperty('checked', true)
  })
})

describe('an action', () => {
  const replies = { 'GET /cases/c1/actions': { body: { actions: [action] } } }

  it('says that it is overdue in words', async () => {
    open('/actions', replies)
    const due = await screen.findByText('8 March 2026, 2 days overdue')
    expect(due.localName).toBe('strong')
  })

  it('keeps what was typed when somebody else saved first, and can save over it', async () => {
    const changes = [{ at: '2026-03-10T09:00:00Z', by: 'Helen Ward', fields: ['due_on'] }]
    const sent = open('/actions/result/x1', {
      ...replies,
      'PUT /cases/c1/actions/x1/result': [
        { status: 412, body: { code: 'changed_by_someone_else', changes, revision: 3 } },
        { body: { ...action, result: 'done' } },
      ],
    })
    await userEvent.click(await screen.findByLabelText('Overtaken by events'))
    await userEvent.type(screen.getByLabelText(/What happened/), 'They moved away')
    await userEvent.click(screen.getByRole('button', { name: 'Record the result' }))
    expect(await screen.findByText(/Helen Ward on 10 March 2026/)).toBeTruthy()
    expect(screen.getByText(/due date/)).toBeTruthy()
    expect(screen.getByLabelText(/What happened/)).toHaveProperty('value', 'They moved away')
    await userEvent.click(screen.getByRole('button', { name: 'Record the result' }))
    expect(await screen.findByText('The result of the action has been recorded')).toBeTruthy()
    expect(sent.map(({ if_match }) => if_match)).toEqual(['"2"', '"3"'])
  })
})

describe('adding to the chronology', () => {
  it('takes a day without a time as its beginning, which is never still to come', async () => {
    const sent = open('/chronology/add', {
      'POST /cases/c1/chronology': { status: 201, body: {} },
      'GET /cases/c1/chronology': { body: { entries: [], next: null } },
    })
    await userEvent.type(await screen.findByLabelText('What happened?'), 'It was quiet')
    await userEvent.type(screen.getByLabelText('Day'), '10')
    await userEvent.type(screen.getByLabelText('Month'), '3')
    await userEvent.type(screen.getByLabelText('Year'), '2026')
    await userEvent.click(screen.getByRole('button', { name: 'Add to the chronology' }))
    expect(await screen.findByText('The entry has been added to the chronology')).toBeTruthy()
    expect(sent[0]?.body).toMatchObject({ happened_at: '2026-03-10T00:00:00Z' })
  })
})

describe('updates to a victim', () => {
  const agreement = {
    id: 'ag1',
    person_id: 'p1',
    person_name: 'Vic Example',
    safe_contact: 'Only before noon.\nNever leave a message',
    channel: 'phone',
    every_days: 14,
    next_due_on: '2026-03-10',
    agreed_on: '2026-02-01',
    ended_on: null,
    overdue: false,
    revision: 1,
  }
  const other = { ...agreement, id: 'ag2', person_name: 'Jo Other', safe_contact: '' }
  const reads = {
    'GET /cases/c1/reviews': { body: { reviews: [] } },
    'GET /cases/c1/victim-updates': { body: { agreements: [agreement, other], updates: [] } },
  }

  it('say beside the agreed way what is safe for the person', async () => {
    open('/reviews', reads)
    const table = await screen.findByRole('table', { name: 'What was agreed' })
    const cells = (who: RegExp) =>
      within(within(table).getByRole('row', { name: who }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
    expect(cells(/Vic Example/).slice(0, 2)).toEqual([
      expect.stringContaining('Phone'),
      expect.stringContaining('Never leave a message'),
    ])
    expect(cells(/Jo Other/)[1]).toContain('Nothing on record')
  })

  it.each([
    ['ag1', /Only before noon\. Never leave a message/],
    ['ag2', /Nothing that you may see is on record about reaching them safely/],
  ])('say it again where one is recorded: %s', async (id, said) => {
    open(`/reviews/update/${id}`, reads)
    expect(await screen.findByRole('heading', { name: 'Safe contact' })).toBeTruthy()
    expect(screen.getByText(said)).toBeTruthy()
  })

  it('shows clearly that an unsafe way was refused', async () => {
    open('/reviews/agree', {
      'POST /cases/c1/victim-updates': { status: 409, body: { code: 'unsafe_channel' } },
    })
    await userEvent.click(await screen.findByLabelText('Phone'))
    await userEvent.click(screen.getByRole('button', { name: 'Save what was agreed' }))
    const problem = await screen.findByRole('alert')
    expect(problem.textContent).toContain('This way is not safe for this person')
    expect(screen.getByLabelText('Phone')).toHaveProperty('checked', true)
  })
})

describe('a review', () => {
  async function fill_in() {
    await userEvent.type(await screen.findByLabelText(/What has changed/), 'It is quieter')
    await userEvent.click(screen.getByLabelText('Not taken'))
    await userEvent.selectOptions(screen.getByLabelText('Why not?'), 'Could not be reached')
  }
  const record = () => userEvent.click(screen.getByRole('button', { name: 'Record the review' }))

  const reads = {
    'GET /cases/c1/reviews': { body: { reviews: [] } },
    'GET /cases/c1/victim-updates': { body: { agreements: [], updates: [] } },
  }

  it('sends what the programme needs to know by then with the review, in one', async () => {
    const fields = [{ field: 'answers.hate_element', code: 'required' }]
    const sent = open('/reviews/add', {
      ...reads,
      'GET /cases/c1/answers': { body: { answers: {} } },
      'POST /cases/c1/reviews': [
        { status: 400, body: { code: 'check_answers', fields } },
        { status: 201, body: {} },
      ],
    })
    await fill_in()
    await record()
    const link = await screen.findByRole('link', { name: /Is it because of who they are/ })
    expect(link.getAttribute('href')).toBe('#answers.hate_element')
    expect(screen.getByLabelText(/What has changed/)).toHaveProperty('value', 'It is quieter')
    await userEvent.click(screen.getByLabelText('No'))
    await record()
    expect(await screen.findByText('The review has been recorded')).toBeTruthy()
    expect(sent.map(({ path }) => path)).toEqual(['/cases/c1/reviews', '/cases/c1/reviews'])
    expect(sent[0]?.body).toHaveProperty('answers', {})
    expect(sent[1]?.body).toMatchObject({
      summary: 'It is quieter',
      answers: { hate_element: ['no'] },
    })
  })

  it('shows what is on record, and sends only what is different', async () => {
    const sent = open('/reviews/add', {
      ...reads,
      'GET /cases/c1/answers': { body: { answers: { hate_element: ['yes'] } } },
      'POST /cases/c1/reviews': { status: 201, body: {} },
    })
    await fill_in()
    expect(screen.getByLabelText('Yes')).toHaveProperty('checked', true)
    await record()
    expect(await screen.findByText('The review has been recorded')).toBeTruthy()
    expect(sent[0]?.body).toHaveProperty('answers', {})
  })
})

describe('outcomes', () => {
  it('puts start and end side by side, with why one was not taken', async () => {
    const taken = { taken_on: '2026-02-01', recorded_by_name: 'Amal Khan' }
    open('/outcomes', {
      'GET /cases/c1/outcomes': {
        body: {
          ...no_outcomes,
          measures: [
            {
              id: '1',
              point: 'opening',
              measure: 'feels_safe',
              value: '1',
              not_taken: null,
              ...taken,
            },
            {
              id: '2',
              point: 'closing',
              measure: 'feels_safe',
              value: null,
              not_taken: 'not_reached',
              ...taken,
            },
          ],
          demand: [
            demand_side('before', { count: 6, available: true }),
            demand_side('after', { available_from: '2100-06-08' }),
          ],
        },
      },
    })
    const row = await screen.findByRole('row', { name: /How safe the person feels/ })
    expect(row.textContent).toContain('1: Not at all safe')
    expect(row.textContent).toContain('Not taken: Could not be reached')
    expect(screen.getAllByText('From 8 June 2100').length).toBe(2)
  })
})

describe('demand', () => {
  function open_with(demand: Outcomes['demand']) {
    open('/outcomes', { 'GET /cases/c1/outcomes': { body: { ...no_outcomes, demand } } })
  }

  it('is counted by the day where it was reported to us, by whole months where recorded', async () => {
    open_with([
      demand_side('before', { count: 6, available: true }),
      demand_side('after', { count: 2, available: true }),
    ])
    const reported = await screen.findByRole('row', { name: /^Reported to us/ })
    expect(reported.textContent).toContain('3 November 2025 to 31 January 2026')
    const recorded = screen.getByRole('row', { name: /^Recorded by the police/ })
    expect(recorded.textContent).toContain('November 2025 to January 2026')
    expect(screen.getByText(/over as many days before the day of opening/)).toBeTruthy()
    expect(screen.getByText(/in the three whole months before the/)).toBeTruthy()
  })

  it('says that a month is missing when its window has passed', async () => {
    open_with([demand_side('before', { count: 6, available: true }), demand_side('after', {})])
    expect((await screen.findAllByText('Not all of these months are imported')).length).toBe(2)
  })
})

describe('adding a person', () => {
  it('shows who may be the same, and asks before a new record is made', async () => {
    const person = {
      id: 'p9',
      given_names: 'Vic',
      family_name: 'Exampel',
      date_of_birth: '1985-03-27',
      addresses: [],
      cases: [],
    }
    const match = {
      person,
      band: 'likely',
      score: 9,
      reasons: [{ field: 'date_of_birth', agreement: 'same', code: 'x' }],
    }
    const sent = open('/people/add-person', {
      'POST /people/matches': { body: { matches: [match] } },
      'POST /cases/c1/people': { status: 201, body: {} },
    })
    await userEvent.click(await screen.findByRole('button', { name: /not on record yet/ }))
    await userEvent.type(screen.getByLabelText('Family name'), 'Example')
    await userEvent.click(screen.getByLabelText('Victim'))
    await userEvent.click(screen.getByRole('button', { name: 'Add to the case' }))
    expect(await screen.findByText(/Date of birth the same/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Add to the case' }))
    await screen.findByRole('link', { name: 'Choose whether this is already on record' })
    await userEvent.click(screen.getByLabelText(/Vic Exampel/))
    await userEvent.click(screen.getByRole('button', { name: 'Add to the case' }))
    await screen.findByText('The person has been added to the case')
    expect(address()).toBe('/cases/c1/people')
    expect(sent.map(({ path }) => path)).toEqual(['/people/matches', '/cases/c1/people'])
    expect(sent[1]?.body).toMatchObject({ person_id: 'p9', role: 'victim' })
  })
})
