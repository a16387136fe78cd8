// What every chart here is made of.
//
// A chart stands beside a table that says the same, so it is one image with a sentence for those who
// cannot see it, and shapes as well as colours for those who can. Lengths along the page are shares
// of its width, so that the words keep their size on a phone and at 400%.

import './chart.scss'

// Rounds up to 1, 2 or 5 times a power of ten, so that the scale ends on a number people know.
export function round_up(value: number): number {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((one) => one * power >= value) ?? 10
  return step * power
}

export type Counted = { value: number | null; before?: number | null }

export function scale_of(counts: Counted[]): number {
  return round_up(Math.max(1, ...counts.flatMap(({ value, before }) => [value ?? 0, before ?? 0])))
}

export function say_value(value: number | null | undefined): string {
  return value === null || value === undefined ? 'none' : value.toLocaleString('en-GB')
}

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

type KeyItem = { kind: string; label: string }

export function Key({ items }: { items: KeyItem[] }) {
  return (
    <figcaption className="app-chart__key">
      {items.map(({ kind, label }) => (
        <span key={kind} className="app-chart__key-item">
          <span className={`app-chart__swatch app-chart__swatch--${kind}`} aria-hidden="true" />{' '}
          {label}
        </span>
      ))}
    </figcaption>
  )
}
