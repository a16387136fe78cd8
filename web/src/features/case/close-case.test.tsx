// Closing a case: one form, one request, and nothing typed is lost when it is refused.

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, pretend_server, type Replies, type Reply } from '@/lib/pretend-server'

import { CasePage } from './case-page'
import { case_replies, goal, no_outcomes } from './case-world'

const kSleep = 'My daughter can sleep'
const kClosure = 'PUT /cases/c1/closure'
const kAnswers = 'GET /cases/c1/answers'
const kOutcomes = 'GET /cases/c1/outcomes'
const no_answers: Reply = { body: { answers: {} } }

function with_goals(...goals: object[]): Reply {
  return { body: { ...no_outcomes, goals } }
}

function open(replies: Replies) {
  const sent = pretend_server({
    ...case_replies(),
    [kAnswers]: no_answers,
    [kOutcomes]: with_goals(),
    ...replies,
  })
  draw(CasePage, '/cases/:id/*', '/cases/c1/close')
  return sent
}

function refused(status: number, code: string, ...fields: [field: string, code: string][]): Reply {
  return {
    status,
    body: { code, fields: fields.map(([field, wrong]) => ({ field, code: wrong })) },
  }
}

async function fill_in() {
  await userEvent.click(await screen.findByLabelText('Resolved'))
  await userEvent.type(screen.getByLabelText(/What was done/), 'Quiet again')
  await userEvent.click(screen.getByLabelText('Yes, they have been told'))
  await userEvent.click(screen.getByLabelText('Not taken'))
  await userEvent.selectOptions(screen.getByLabelText('Why not?'), 'Could not be reached')
}

const group = (name: RegExp | string) => screen.getByRole('group', { name })
const of_goal = (description = kSleep) => group(`Was this met? ${description}`)
const choose = (question: HTMLElement, label: string) =>
  userEvent.click(within(question).getByLabelText(label))
const close = () => userEvent.click(screen.getByRole('button', { name: 'Close the case' }))

async function problems() {
  const links = await within(await screen.findByRole('alert')).findAllByRole('link')
  return links.map((link) => [link.textContent, link.getAttribute('href')])
}

function expect_kept() {
  expect(screen.getByLabelText('Resolved')).toHaveProperty('checked', true)
  expect(screen.getByLabelText(/What was done/)).toHaveProperty('value', 'Quiet again')
  expect(screen.getByLabelText('Yes, they have been told')).toHaveProperty('checked', true)
  expect(screen.getByLabelText('Not taken')).toHaveProperty('checked', true)
  expect(screen.getByLabelText('Why not?')).toHaveProperty('value', 'not_reached')
}

describe('closing', () => {
  it('sends what the programme and the agreed outcomes need together with the closing', async () => {
    const sent = open({ [kOutcomes]: with_goals(goal), [kClosure]: { body: {}, etag: '"8"' } })
    await fill_in()
    await choose(group(/because of who they are/), 'No')
    await choose(of_goal(), 'Met')
    await close()
    expect(await screen.findByText('The case is closed')).toBeTruthy()
    expect(sent).toEqual([
      {
        method: 'PUT',
        path: '/cases/c1/closure',
        if_match: '"7"',
        body: {
          reason: 'resolved',
          summary: 'Quiet again',
          victim_told: 'told',
          measures: [{ measure: 'feels_safe', value: null, not_taken: 'not_reached' }],
          answers: { hate_element: ['no'] },
          goals: [{ id: 'g1', result: 'met' }],
        },
      },
    ])
  })

  it('does not ask again for what is on record, nor for what closing does not need', async () => {
    const sent = open({
      [kAnswers]: { body: { answers: { hate_element: ['yes'] } } },
      [kOutcomes]: with_goals({ ...goal, result: 'met', result_on: '2026-03-01' }),
      [kClosure]: { body: {} },
    })
    await fill_in()
    expect(screen.queryByRole('group', { name: /because of who they are/ })).toBeNull()
    expect(screen.queryByRole('group', { name: /Was this met/ })).toBeNull()
    expect(screen.queryByLabelText(/What has it done to them/)).toBeNull()
    await close()
    expect(await screen.findByText('The case is closed')).toBeTruthy()
    expect(sent[0]?.body).toHaveProperty('answers', {})
    expect(sent[0]?.body).toHaveProperty('goals', [])
  })

  it('lists every obstacle with the way to put it right, and keeps what was typed', async () => {
    open({
      [kOutcomes]: with_goals(goal),
      [kClosure]: refused(
        409,
        'cannot_close',
        ['open_actions', 'obstacle'],
        ['no_closing_risk', 'obstacle'],
      ),
    })
    await fill_in()
    await choose(group(/because of who they are/), 'No')
    await choose(of_goal(), 'Met')
    await close()
    expect(await problems()).toEqual([
      ['Record how each open action ended', '/cases/c1/actions'],
      ['Assess the risk for closing', '/cases/c1/risk/new?point=closing'],
    ])
    expect_kept()
    const hate = group(/because of who they are/)
    expect(within(hate).getByLabelText('No')).toHaveProperty('checked', true)
    expect(within(of_goal()).getByLabelText('Met')).toHaveProperty('checked', true)
  })

  it('says beside each question what is wrong with it, and leads there', async () => {
    open({
      [kOutcomes]: with_goals(goal, { ...goal, id: 'g2', description: 'The yard is quiet' }),
      [kClosure]: refused(
        400,
        'check_answers',
        ['reason', 'required'],
        ['answers.hate_element', 'required'],
        ['measures.feels_safe', 'required'],
        ['goals.g2', 'required'],
      ),
    })
    await fill_in()
    await close()
    expect(await problems()).toEqual([
      ['Choose why the case is closing', '#reason'],
      ['Choose an answer to: Is it because of who they are?', '#answers.hate_element'],
      [
        'Record a value, or why there is none, for: How safe the person feels',
        '#measures.feels_safe',
      ],
      ['Choose whether this was met: The yard is quiet', '#goals.g2'],
    ])
    const wrong = of_goal('The yard is quiet')
    expect(within(wrong).getByText(/Choose whether this was met/)).toBeTruthy()
    expect(within(of_goal()).queryByText(/Choose whether this was met/)).toBeNull()
    expect(within(group(/because of who/)).getByText(/Choose an answer to/)).toBeTruthy()
    await userEvent.click(screen.getByRole('link', { name: /The yard is quiet/ }))
    expect(document.activeElement).toBe(within(wrong).getByLabelText('Met'))
    expect_kept()
  })

  it('leads elsewhere for what it does not ask', async () => {
    open({ [kClosure]: refused(400, 'check_answers', ['answers.effect_on_person', 'required']) })
    await fill_in()
    await close()
    expect(await problems()).toEqual([
      ['Answer in the details: What has it done to them?', '/cases/c1/answers/change'],
    ])
  })
})

describe('closing, while colleagues go on', () => {
  it('asks for an outcome that was agreed since the form was opened', async () => {
    const sent = open({
      [kOutcomes]: [with_goals(), with_goals(goal)],
      [kClosure]: [refused(400, 'check_answers', ['goals.g1', 'required']), { body: {} }],
    })
    await fill_in()
    await close()
    await choose(await screen.findByRole('group', { name: `Was this met? ${kSleep}` }), 'Met')
    expect(await problems()).toEqual([[`Choose whether this was met: ${kSleep}`, '#goals.g1']])
    expect_kept()
    await close()
    expect(await screen.findByText('The case is closed')).toBeTruthy()
    expect(sent[1]?.body).toMatchObject({ goals: [{ id: 'g1', result: 'met' }] })
  })

  it('asks no longer for a result that a colleague has recorded, and says so', async () => {
    const recorded = { ...goal, result: 'met', result_on: '2026-03-10' }
    const sent = open({
      [kOutcomes]: [with_goals(goal), with_goals(recorded)],
      [kClosure]: [refused(400, 'check_answers', ['goals.g1', 'already_recorded']), { body: {} }],
    })
    await fill_in()
    await choose(of_goal(), 'Met')
    await close()
    const said = `${kSleep}: Somebody has recorded this since. Check it, then try again`
    await waitFor(async () => expect(await problems()).toEqual([[said, '/cases/c1/outcomes']]))
    expect(screen.queryByRole('group', { name: /Was this met/ })).toBeNull()
    expect_kept()
    await close()
    expect(await screen.findByText('The case is closed')).toBeTruthy()
    expect(sent[1]?.body).toHaveProperty('goals', [])
  })

  it('shows what was answered since beside what is typed, and closes over it when told', async () => {
    const changes = [{ at: '2026-03-10T09:00:00Z', by: 'Helen Ward', fields: ['hate_element'] }]
    const stale = { code: 'changed_by_someone_else', changes, revision: 8 }
    const sent = open({
      [kAnswers]: [no_answers, { body: { answers: { hate_element: ['yes'] } } }],
      [kClosure]: [{ status: 412, body: stale }, { body: {} }],
    })
    await fill_in()
    const hate = group(/because of who they are/)
    await choose(hate, 'No')
    await close()
    const by = await screen.findByText(/Helen Ward on 10 March 2026/)
    expect(by.textContent).toContain('Is it because of who they are?')
    await userEvent.click(screen.getByRole('button', { name: 'Show the latest' }))
    const term = await screen.findByText('Is it because of who they are? (asked by this hub)')
    expect(term.nextElementSibling?.textContent).toBe('Yes')
    expect(within(hate).getByLabelText('No')).toHaveProperty('checked', true)
    expect_kept()
    await close()
    expect(await screen.findByText('The case is closed')).toBeTruthy()
    expect(sent.map(({ if_match }) => if_match)).toEqual(['"7"', '"8"'])
    expect(sent[1]?.body).toMatchObject({ answers: { hate_element: ['no'] } })
  })

  it('writes over nothing where nothing is typed', async () => {
    const sent = open({ [kOutcomes]: with_goals(goal), [kClosure]: { body: {} } })
    await fill_in()
    await close()
    expect(await screen.findByText('The case is closed')).toBeTruthy()
    expect(sent[0]?.body).toHaveProperty('answers', {})
    expect(sent[0]?.body).toHaveProperty('goals', [])
  })
})
