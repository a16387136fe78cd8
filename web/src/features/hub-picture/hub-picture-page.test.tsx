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
    { code: 'same_month_last_year', label: 'Same month last year' },
  ],
  rows: [
    { code: '2026-02', label: 'February 2026', values: [12, 9], opens: true },
    { code: '2026-03', label: 'March 2026', values: [0, null], opens: true },
  ],
}

function open() {
  pretend_server({
    'GET /directory': { body: { areas: [{ id: 'h-sca', name: 'Scarborough' }] } },
    'GET /programmes': { body: { programmes: [] } },
    'GET /hubs/h-sca/picture': {
      body: {
        area_id: 'h-sca',
        area_name: 'Scarborough',
        as_at: '2026-03-10T09:00:00Z',
        figures: [figure],
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
})
