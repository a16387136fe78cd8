import { describe, expect, it } from 'vitest'

import { last_complete_half } from './period'

describe('last_complete_half', () => {
  it.each([
    ['2026-03-31', '2025-04-01', '2025-09-30'],
    ['2026-04-01', '2025-10-01', '2026-03-31'],
    ['2026-09-30', '2025-10-01', '2026-03-31'],
    ['2026-10-01', '2026-04-01', '2026-09-30'],
    ['2026-12-31', '2026-04-01', '2026-09-30'],
  ])('on %s is from %s to %s', (today, from, to) => {
    expect(last_complete_half(today)).toEqual({ from, to })
  })
})
