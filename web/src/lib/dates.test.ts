import { describe, expect, it } from 'vitest'

import {
  days_between,
  format_date,
  format_date_time,
  format_day_and_known_time,
  format_month_name,
  format_month,
  format_time,
  today,
} from './dates'

describe('dates', () => {
  it.each([
    ['a plain date stays on its day', format_date('2026-07-01'), '1 July 2026'],
    [
      'an instant late in a summer evening is the next day',
      format_date('2026-06-30T23:30:00Z'),
      '1 July 2026',
    ],
    ['the same in winter is not', format_date('2026-01-30T23:30:00Z'), '30 January 2026'],
    ['a day that there is not is left alone', format_date('2026-02-31'), '2026-02-31'],
    ['what is not a date is left alone', format_date('soon'), 'soon'],
    ['summer time is an hour on', format_time('2026-07-01T16:30:00Z'), '5:30pm'],
    ['whole hours have no minutes', format_time('2026-01-01T09:00:00Z'), '9am'],
    ['noon has a name', format_time('2026-01-01T12:00:00Z'), 'midday'],
    [
      'a time that nobody knows is not made up',
      format_day_and_known_time('2026-07-01T23:00:00Z'),
      '2 July 2026',
    ],
    [
      'and one that somebody knows is told',
      format_day_and_known_time('2026-07-01T22:59:00Z'),
      '1 July 2026 at 11:59pm',
    ],
    ['a month is three letters in a picture', format_month_name('2026-09'), 'Sep'],
    ['so has midnight', format_time('2026-01-01T00:00:00Z'), 'midnight'],
    ['half past midnight', format_time('2026-01-01T00:30:00Z'), '12:30am'],
    ['half past noon', format_time('2026-01-01T12:30:00Z'), '12:30pm'],
    ['together', format_date_time('2026-07-01T16:30:00Z'), '1 July 2026 at 5:30pm'],
    ['a month', format_month('2026-07'), 'July 2026'],
    ['today is London’s', today(new Date('2026-06-30T23:30:00Z')), '2026-07-01'],
  ])('%s', (_, shown, expected) => {
    expect(shown).toBe(expected)
  })

  it('counts days across the change of the clocks', () => {
    expect(days_between('2026-03-28', '2026-03-30')).toBe(2)
    expect(days_between('2026-10-26', '2026-10-24')).toBe(-2)
  })
})
