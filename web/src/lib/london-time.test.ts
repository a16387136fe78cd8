import { describe, expect, it } from 'vitest'

import { london_instant } from './london-time'

describe('london_instant', () => {
  it.each([
    ['2026-01-15', '14:30', '2026-01-15T14:30:00Z'],
    ['2026-07-01', '14:30', '2026-07-01T13:30:00Z'],
    ['2026-07-01', '9:05', '2026-07-01T08:05:00Z'],
    ['2026-07-01', '00:15', '2026-06-30T23:15:00Z'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00Z'], // skipped
    ['2026-10-25', '01:30', '2026-10-25T00:30:00Z'], // twice
  ])('takes %s at %s as %s', (date, time, instant) => {
    expect(london_instant(date, time)).toBe(instant)
  })

  it('knows what is no date', () => {
    expect(london_instant('2026-13-45', '10:00')).toBeNull()
    expect(london_instant('2026-01-01', 'soon')).toBeNull()
  })
})
