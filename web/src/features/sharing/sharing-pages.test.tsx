// Sharing between agencies: what is known in part, asking and deciding, emergencies, agreements.

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, kAmal, pretend_server } from '@/lib/pretend-server'

import { AgreementPage, AgreementsPage } from './agreements-pages'
import { AskPage, DecidePage } from './ask-pages'
import { EmergenciesPage, EmergencyPage, ReviewEmergencyPage } from './emergency-pages'
import { SharingPage } from './sharing-page'

const agreements = {
  body: {
    agreements: [
      {
        id: 'g1',
        title: 'Tasking agreement',
        covers: 'Incidents',
        starts_on: '2026-01-01',
        review_on: '2026-06-01',
        ends_on: '2027-12-31',
        in_force: true,
        review_due: false,
        parties: [
          { id: kAmal.agency_id, name: 'Council' },
          { id: 'police', name: 'Police' },
        ],
        purposes: ['prevent_crime'],
        gateways: ['CDA115'],
        revision: 1,
      },
    ],
    purposes: [
      { code: 'prevent_crime', name: 'To prevent crime', source: 'Act' },
      { code: 'support_victim', name: 'To support a victim', source: 'Act' },
    ],
    gateways: [{ code: 'CDA115', name: 'Crime and Disorder Act section 115', source: 'Act' }],
    longest_grant_days: 366,
  },
}
const in_part = {
  reference: 'SCA-2026-4147',
  depth: 'existence',
  area_name: 'Scarborough',
  lead_agency_name: 'Council',
  lead_user_name: 'Marek Lis',
  lead_user_phone: '01723 000001',
  programme_code: null,
  title: null,
  stage: null,
  risk_band: null,
  is_open: null,
  opened_on: null,
  closed_on: null,
  next_review_on: null,
}
const ask = {
  id: 'k1',
  reference: 'SCA-2026-4147',
  user_name: 'Carys Evans',
  agency_id: 'police',
  agency_name: 'Police',
  depth: 'content',
  purpose: 'prevent_crime',
  reason: 'We patrol there',
  asked_at: '2026-03-02T10:00:00.000Z',
  answer_due_on: '2026-03-09',
  decision: null,
  answer: '',
  revision: 1,
}
const emergency = {
  id: 'e1',
  case_id: 'c1',
  case_reference: 'SCA-2026-4147',
  user_name: 'Carys Evans',
  agency_name: 'Police',
  reason: 'He is at the door',
  opened_at: '2026-03-02T20:00:00.000Z',
  until: '2026-03-02T21:00:00.000Z',
  review_due_on: '2026-03-03',
  finding: null,
  note: '',
  reviewed_by_name: null,
  revision: 1,
}

describe('the page of sharing', () => {
  it('tells of a case that is known to exist whom to ring, and what waits', async () => {
    pretend_server({
      'GET /agreements': agreements,
      'GET /programmes': { body: { programmes: [] } },
      'GET /shared-in-part': { body: { cases: [in_part] } },
      'GET /access-requests': {
        body: { mine: [{ ...ask, decision: 'refused', answer: 'Ring us' }], to_decide: [ask] },
      },
    })
    draw(SharingPage, '/sharing', '/sharing', {
      ...kAmal,
      permissions: ['read_cases', 'run_cases', 'open_in_emergency'],
    })
    const row = await screen.findByRole('row', { name: /Marek Lis/ })
    expect(within(row).getByText('Ring to find out')).toBeTruthy()
    expect(await screen.findByText('Ring us')).toBeTruthy()
    const link = screen.getByRole('link', { name: /Decide/ })
    expect(link.getAttribute('href')).toBe('/sharing/requests/k1')
    expect(screen.queryByRole('link', { name: 'Cases opened in an emergency' })).toBeNull()
  })
})

describe('asking', () => {
  it('says the same whatever the reference is', async () => {
    const sent = pretend_server({
      'GET /agreements': agreements,
      'POST /access-requests': { status: 201, body: { id: 'k1' } },
    })
    draw(AskPage, '/sharing/ask', '/sharing/ask')
    await userEvent.type(await screen.findByLabelText('Reference of the case'), 'SCA-2026-4147')
    await userEvent.click(screen.getByRole('radio', { name: /A summary/ }))
    await userEvent.selectOptions(screen.getByLabelText('What is it for?'), 'support_victim')
    await userEvent.type(screen.getByLabelText('Why do you need it?'), 'We house her')
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }))
    expect(await screen.findByRole('heading', { name: 'You have asked' })).toBeTruthy()
    expect(sent.at(-1)?.body).toEqual({
      reference: 'SCA-2026-4147',
      depth: 'summary',
      purpose: 'support_victim',
      reason: 'We house her',
    })
  })

  it('is decided with the ground on which it is shared', async () => {
    const sent = pretend_server({
      'GET /agreements': agreements,
      'GET /access-requests': { body: { mine: [], to_decide: [ask] } },
      'PUT /access-requests/k1/decision': { status: 204 },
    })
    draw(DecidePage, '/sharing/requests/:id', '/sharing/requests/k1')
    await userEvent.click(await screen.findByRole('radio', { name: 'Yes' }))
    await userEvent.selectOptions(await screen.findByLabelText('What is it for?'), 'prevent_crime')
    await userEvent.selectOptions(screen.getByLabelText('Which law allows it?'), 'CDA115')
    await userEvent.type(screen.getByLabelText('Day'), '1')
    await userEvent.type(screen.getByLabelText('Month'), '6')
    await userEvent.type(screen.getByLabelText('Year'), '2026')
    await userEvent.type(screen.getByLabelText('What will they be told?'), 'Until June')
    await userEvent.click(screen.getByRole('button', { name: 'Let them see it' }))
    expect(await screen.findByText('/sharing')).toBeTruthy()
    expect(sent.at(-1)).toMatchObject({
      if_match: '"1"',
      body: {
        decision: 'given',
        answer: 'Until June',
        depth: 'content',
        purpose: 'prevent_crime',
        gateway: 'CDA115',
        agreement_id: 'g1',
        ends_on: '2026-06-01',
      },
    })
  })
})

describe('an emergency', () => {
  it('opens the case and says until when', async () => {
    pretend_server({
      'POST /emergency-access': {
        status: 201,
        body: { case_id: 'c1', until: '2026-03-02T21:00:00.000Z' },
      },
    })
    draw(EmergencyPage, '/sharing/emergency', '/sharing/emergency')
    await userEvent.type(screen.getByLabelText('Reference of the case'), 'SCA-2026-4147')
    await userEvent.type(screen.getByLabelText('What is happening?'), 'He is at the door')
    await userEvent.click(screen.getByRole('button', { name: 'Open the case' }))
    expect(await screen.findByText(/Until 2 March 2026/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Go to the case' }))
    expect(screen.getByTestId('address').textContent).toBe('/cases/c1')
  })

  it('is reviewed by somebody else', async () => {
    const sent = pretend_server({
      'GET /emergency-access': { body: { emergencies: [emergency] } },
      'PUT /emergency-access/e1/review': { status: 204 },
    })
    draw(ReviewEmergencyPage, '/sharing/emergencies/:id', '/sharing/emergencies/e1')
    await userEvent.click(
      await screen.findByRole('radio', { name: 'It was right to open the case' }),
    )
    await userEvent.type(screen.getByLabelText('Why?'), 'She was in danger')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('/sharing/emergencies')).toBeTruthy()
    expect(sent.at(-1)?.body).toEqual({ finding: 'justified', note: 'She was in danger' })
  })

  it('waits in the list with the day by which it is reviewed', async () => {
    pretend_server({ 'GET /emergency-access': { body: { emergencies: [emergency] } } })
    draw(EmergenciesPage, '/sharing/emergencies', '/sharing/emergencies')
    expect(await screen.findByText(/by 3 March 2026/)).toBeTruthy()
  })
})

describe('agreements', () => {
  it('are read by everybody and changed by who manages them', async () => {
    pretend_server({ 'GET /agreements': agreements })
    draw(AgreementsPage, '/agreements', '/agreements')
    expect(await screen.findByText('In force')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Tasking agreement' })).toBeNull()
  })

  it('say what is missing', async () => {
    pretend_server({
      'GET /agreements': agreements,
      'GET /directory': {
        body: { agencies: [{ id: 'police', name: 'Police' }], areas: [], teams: [] },
      },
      'POST /agreements': {
        status: 400,
        body: { code: 'check_answers', fields: [{ field: 'parties', code: 'too_few' }] },
      },
    })
    draw(AgreementPage, '/agreements/new', '/agreements/new')
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('link', { name: 'Choose at least two agencies' })).toBeTruthy()
  })
})
