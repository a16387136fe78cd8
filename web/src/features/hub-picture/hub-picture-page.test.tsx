// Figures with what they rest on, and the way to the rows behind them.

import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { draw, pretend_server } from '@/lib/pretend-server'

import { HubPicturePage } from './hub-picture-page'

const figure = {
  code: 'opened_by_month',
  title: 'Cases opened by month',
  definition: 'A case counts in the month in which it was opened.',
  base: 1204,
  not_recorded: 3,
  columns: [
    { code: 'count', label: 'Opened' },
    { code: 'year_before', label: 'Same month last year' },
  ],
  rows: [
    { code: '2026-02', label: 'February 2026', values: [12, 9], opens: true },
    { code: '2026-03', label: 'March 2026', values: [0, null], opens: true },
  ],
}

const outcome = (code: string, title: string, counts: number[], not_recorded: number) => ({
  code,
  title,
  definition: 'Cases closed in the last 12 months, by how the measure changed.',
  base: counts.reduce((sum, one) => sum + one, 0),
  not_recorded,
  columns: [{ code: 'count', label: 'Number' }],
  rows: ['improved', 'same', 'worse', 'not_recorded_end'].map((row, place) => ({
    code: row,
    label: row === 'not_recorded_end' ? 'Not recorded at closing' : row,
    values: [counts[place] ?? 0],
    opens: true,
  })),
})

const others = [
  {
    ...figure,
    code: 'open_by_stage',
    title: 'Open cases by stage',
    base: 12,
    columns: [{ code: 'count', label: 'Number' }],
    rows: [
      { code: 'closed', label: 'closed as the server says', values: [3], opens: true },
      { code: 'opened', label: 'opened as the server says', values: [9], opens: true },
    ],
  },
  outcome('outcome_risk_band', 'Risk band, opening to closing', [8, 7, 0, 2], 2),
  outcome('outcome_feels_safe', 'How safe the person feels, opening to closing', [6, 3, 1, 7], 7),
]

const programme = {
  code: 'antisocial_behaviour',
  title: 'Anti-social behaviour',
  stages: [
    { code: 'opened', label: 'Just opened' },
    { code: 'closed', label: 'Over' },
  ],
  closing_reasons: [],
}

function open(figures: unknown[] = [figure]) {
  pretend_server({
    'GET /directory': { body: { areas: [{ id: 'h-sca', name: 'Scarborough' }] } },
    'GET /programmes': { body: { programmes: [{ code: 'antisocial_behaviour' }] } },
    'GET /programmes/antisocial_behaviour': { body: programme },
    'GET /hubs/h-sca/picture': {
      body: {
        area_id: 'h-sca',
        area_name: 'Scarborough',
        as_at: '2026-03-10T09:00:00Z',
        figures,
      },
    },
  })
  draw(HubPicturePage, '/hub-picture', '/hub-picture?programme_code=antisocial_behaviour')
}

describe('HubPicturePage', () => {
  it('shows each figure as a table with last year beside it, its base and what is missing', async () => {
    open()
    const row = await screen.findByRole('row', { name: /February 2026/ })
    expect(within(row).getByText('9')).toBeTruthy()
    expect(screen.getByText('Counts over 1,204 records. Not recorded: 3.')).toBeTruthy()
    expect(screen.getByText(figure.definition)).toBeTruthy()
    expect(screen.getByRole('img', { name: /Cases opened by month/ })).toBeTruthy()
  })

  it('opens the rows behind a count, but not behind nothing', async () => {
    open()
    const link = await screen.findByRole('link', { name: '12: show February 2026' })
    expect(link.getAttribute('href')).toBe(
      '/hub-picture/rows?area_id=h-sca&figure=opened_by_month&row=2026-02&programme_code=antisocial_behaviour',
    )
    const nothing = screen.getByRole('row', { name: /March 2026/ })
    expect(within(nothing).queryByRole('link')).toBeNull()
    expect(within(nothing).getByText('None')).toBeTruthy()
  })

  it('shows what changed for people in one picture that is also said, and in one table', async () => {
    open(others)
    const picture = await screen.findByRole('img', { name: /^What changed between/ })
    expect(picture.getAttribute('aria-label')).toContain(
      'How safe the person feels: 6 improved, 3 the same, 1 worse, 7 not recorded',
    )
    const table = screen.getByRole('table', { name: 'What changed between opening and closing' })
    const row = within(table).getByRole('row', { name: /How safe the person feels/ })
    const link = within(row).getByRole('link', { name: '1: show worse, How safe the person feels' })
    expect(link.getAttribute('href')).toContain('figure=outcome_feels_safe&row=worse')
    expect(within(row).getByText('17')).toBeTruthy()
  })

  it('calls and orders the stages as the programme does, and says the number first', async () => {
    open(others)
    const table = await screen.findByRole('table', { name: 'Open cases by stage' })
    const names = within(table).getAllByRole('rowheader')
    expect(names.map(({ textContent }) => textContent)).toEqual(['Just opened', 'Over'])
    const first = screen.getByRole('link', { name: '12 open cases' })
    expect(first.getAttribute('href')).toBe('#figure-open_by_stage')
  })
})
