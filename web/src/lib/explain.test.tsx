import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { explain } from './explain'
import { kNoAnswer, type Refusal } from './refusal'
import { RefusalNotice } from './refusal-notice'

const words = {
  field: (name: string, code: string) => `${name} is ${code}`,
  refusal: (code: string) => (code === 'own' ? 'Our own words' : undefined),
}

function refused(given: Partial<Refusal>): Refusal {
  return { ...kNoAnswer, status: 422, code: 'check_answers', ...given }
}

describe('explain', () => {
  it('links each field, with its first mistake', () => {
    const fields = [
      { field: 'summary', code: 'required' },
      { field: 'summary', code: 'too_short' },
    ]
    expect(explain(refused({ fields }), words)).toEqual({
      summary: [{ text: 'summary is required', href: '#summary' }],
      by_field: { summary: 'summary is required' },
    })
  })

  it.each([
    [{ code: 'own' }, 'Our own words'],
    [{ code: 'x', status: 403 }, 'You do not have permission to do this'],
    [
      { code: 'x', status: 500 },
      'Sorry, there is a problem. What you typed is still here. Try again later',
    ],
  ])('says %j in one line when no field is wrong', (given, text) => {
    expect(explain(refused(given), words).summary).toEqual([{ text }])
  })
})

describe('RefusalNotice', () => {
  it('says what somebody else changed, and offers to show it', async () => {
    const changes = [{ at: '2026-07-01T16:30:00Z', by: 'Bea Hall', fields: ['summary', 'stage'] }]
    const see = vi.fn()
    render(
      <RefusalNotice
        refusal={refused({ status: 412, changes })}
        field_label={(field) => field.toUpperCase()}
        onSeeLatest={see}
      />,
    )
    const item = screen.getByRole('listitem').textContent
    expect(item).toBe('Bea Hall on 1 July 2026 at 5:30pm: SUMMARY, STAGE')
    await userEvent.click(screen.getByRole('button', { name: 'Show the latest' }))
    expect(see).toHaveBeenCalled()
  })

  it('offers to try again when there was no answer', async () => {
    const retry = vi.fn()
    render(<RefusalNotice refusal={kNoAnswer} onRetry={retry} />)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalled()
  })

  it('keeps quiet about mistakes in what was typed', () => {
    const { container } = render(<RefusalNotice refusal={refused({})} />)
    expect(container.innerHTML).toBe('')
  })
})
