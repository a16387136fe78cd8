// The extract for a regulator is taken between two days, and what is wrong is said beside them.

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { draw, kAmal, pretend_server, type Replies } from '@/lib/pretend-server'

import { PersonAuditPage } from './record-page'

const extract = {
  format: 'waymark.extract/1',
  about: { kind: 'person', id: 'p1', label: 'Olga Known' },
  from_on: '2026-01-05',
  to_on: '2026-03-10',
  entries: [{ sequence: 1 }, { sequence: 2 }],
}

async function ask(more: Replies) {
  pretend_server({ 'GET /people/p1/audit': { body: { entries: [], next: null } }, ...more })
  draw(PersonAuditPage, '/people/:id/audit', '/people/p1/audit', {
    ...kAmal,
    permissions: ['read_audit'],
    sees_partnership: true,
  })
  const first = await screen.findByRole('group', { name: 'First day' })
  await userEvent.type(within(first).getByLabelText('Day'), '5')
  await userEvent.type(within(first).getByLabelText('Month'), '1')
  await userEvent.type(within(first).getByLabelText('Year'), '2026')
  await userEvent.click(screen.getByRole('button', { name: /^Download the extract/ }))
}

describe('PersonAuditPage', () => {
  it('downloads the extract between two days, and says how much it holds', async () => {
    const saved: string[] = []
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:it' }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download)
    })
    await ask({ 'GET /people/p1/audit/extract': { body: extract } })
    expect((await screen.findByRole('alert')).textContent).toContain('holds 2 entries')
    expect(saved).toEqual(['demonstration-audit-extract-person-2026-01-05-2026-03-10.json'])
  })

  it('says to choose fewer days when there are too many entries', async () => {
    const fields = [{ field: 'to_on', code: 'too_many_entries' }]
    await ask({
      'GET /people/p1/audit/extract': { status: 400, body: { code: 'invalid', fields } },
    })
    const summary = await screen.findByRole('alert')
    const link = within(summary).getByRole('link', { name: /Choose fewer days/ })
    expect(link.getAttribute('href')).toBe('#to_on')
  })
})
