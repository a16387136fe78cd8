// Pictures that say the same as the tables beside them.

import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { Bars, MonthColumns, Shares } from '.'

const months = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const month = from + index
    const year = 2025 + Math.floor((month - 1) / 12)
    return { month: `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`, value: index }
  })

function words_in(picture: HTMLElement): string[] {
  return [...picture.querySelectorAll('text')].map(({ textContent }) => textContent)
}

describe('columns of months', () => {
  it('name each month, and a year where it begins', () => {
    render(<MonthColumns label="Opened" months={months(10, 6)} value_label="Opened" />)
    const words = words_in(screen.getByRole('img', { name: 'Opened' }))
    expect(words.filter((word) => /[a-z]/.test(word))).toEqual([
      'Oct',
      'Nov',
      'Dec',
      'Jan',
      'Feb',
      'Mar',
    ])
    expect(words.filter((word) => /^20/.test(word))).toEqual(['2025', '2026'])
  })

  it('leave the first year out where the next would be written over it', () => {
    render(<MonthColumns label="Opened" months={months(12, 4)} value_label="Opened" />)
    const words = words_in(screen.getByRole('img', { name: 'Opened' }))
    expect(words.filter((word) => /^20/.test(word))).toEqual(['2026'])
  })

  it('have a scale instead of numbers when there are many', () => {
    render(<MonthColumns label="Opened" months={months(1, 24)} value_label="Opened" />)
    const words = words_in(screen.getByRole('img', { name: 'Opened' }))
    expect(words.filter((word) => /^\d{1,3}$/.test(word))).toEqual(['50', '25'])
    expect(words.filter((word) => /[a-z]/.test(word)).length).toBe(8)
  })
})

describe('bars', () => {
  it('share one scale with the year before, which is drawn beside them', () => {
    const bars = [{ label: 'Craven', value: 5, before: 10 }]
    render(<Bars label="Hubs" bars={bars} value_label="Now" before_label="A year earlier" />)
    const widths = [...screen.getByRole('img').querySelectorAll('rect')].map((rect) =>
      rect.getAttribute('width'),
    )
    expect(widths).toEqual(['42.5%', '85%'])
  })
})

describe('shares', () => {
  it('fill the whole width, and leave out what there is none of', () => {
    render(
      <Shares
        label="Outcomes"
        parts={[
          { kind: 'better', label: 'Improved' },
          { kind: 'same', label: 'The same' },
          { kind: 'unknown', label: 'Not recorded' },
        ]}
        rows={[{ label: 'Risk band', values: [3, 0, 1] }]}
      />,
    )
    const parts = [...screen.getByRole('img').querySelectorAll('rect')]
    expect(parts.map((rect) => [rect.getAttribute('x'), rect.getAttribute('width')])).toEqual([
      ['0%', '75%'],
      ['75%', '25%'],
    ])
  })
})
