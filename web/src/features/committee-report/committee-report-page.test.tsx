// The report page: its usual period, what suppression sounds like, and every table to take away.

import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { draw, pretend_server } from '@/lib/pretend-server'

import { CommitteeReportPage } from './committee-report-page'

const report = {
  partnership_name: 'North Yorkshire',
  is_demo: true,
  from: '2025-04-01',
  to: '2025-09-30',
  previous_from: '2024-04-01',
  previous_to: '2024-09-30',
  made_at: '2026-03-10T09:00:00Z',
  suppression: 'Counts under 5 are shown as c.',
  sections: [
    {
      code: 'hubs',
      title: 'Community safety hubs',
      text: 'What the hubs did.',
      tables: [
        {
          code: 'cases_opened',
          title: 'Cases opened by hub',
          definition: 'Cases opened in the period.',
          base: '212',
          not_recorded: '0',
          source: 'Waymark',
          columns: ['Hub', 'Opened', 'Opened, a year earlier', 'Open at the end'],
          rows: [['Scarborough', 'c', '14', '31']],
        },
      ],
    },
  ],
}

describe('CommitteeReportPage', () => {
  it('starts with the last half that was over, and says that it is not real', async () => {
    pretend_server({ 'GET /reports/committee': { body: report } })
    draw(CommitteeReportPage, '/committee-report', '/committee-report')
    expect(
      await screen.findByRole('heading', {
        name: 'North Yorkshire: 1 April 2025 to 30 September 2025',
      }),
    ).toBeTruthy()
    expect(screen.getByText('Demonstration data. Not for a committee.')).toBeTruthy()
    expect(screen.getByText(/Base: 212. Not recorded: 0. Source: Waymark./)).toBeTruthy()
  })

  it('says a suppressed count in words, and gives each table as CSV', async () => {
    pretend_server({ 'GET /reports/committee': { body: report } })
    draw(CommitteeReportPage, '/committee-report', '/committee-report')
    expect(await screen.findByText('suppressed')).toBeTruthy()
    const csv = screen.getByRole('link', { name: 'Download as CSV: Cases opened by hub' })
    expect(csv.getAttribute('href')).toBe(
      '/api/v1/reports/committee/tables/cases_opened?from=2025-04-01&to=2025-09-30',
    )
  })

  it('draws a figure and the same a year earlier as one, and loses neither', async () => {
    pretend_server({ 'GET /reports/committee': { body: report } })
    draw(CommitteeReportPage, '/committee-report', '/committee-report')
    const table = await screen.findByRole('table', { name: 'Cases opened by hub' })
    const columns = within(table).getAllByRole('columnheader')
    expect(columns.map(({ textContent }) => textContent)).toEqual([
      'Hub',
      'Opened',
      'Open at the end',
    ])
    const cells = within(table).getAllByRole('cell')
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      'csuppressed, a year earlier: 14',
      '31',
    ])
    const contents = screen.getByRole('navigation', { name: 'In this report' })
    const link = within(contents).getByRole('link', { name: 'Cases opened by hub' })
    expect(document.querySelector(link.getAttribute('href') ?? '')?.contains(table)).toBe(true)
  })

  it('shows what is wrong with a period, and keeps it', async () => {
    pretend_server({
      'GET /reports/committee': {
        status: 400,
        body: { code: 'check_answers', fields: [{ field: 'to', code: 'before_start' }] },
      },
    })
    draw(
      CommitteeReportPage,
      '/committee-report',
      '/committee-report?from=2026-02-01&to=2026-01-01',
    )
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The end must be after the start',
    )
    expect(screen.getAllByLabelText('Month')[0]).toHaveProperty('value', '2')
  })
})
