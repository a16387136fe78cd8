// A small picture beside a table. The table always says the same, so the picture is one image with
// a sentence for those who cannot see it, and shapes as well as colours for those who can.

import './chart.scss'

export type Bar = { label: string; value: number | null; before?: number | null }

type BarsProps = { label: string; bars: Bar[]; value_label: string; before_label?: string }

const kWidth = 320
const kRow = 30
const kText = 14

// Rounds up to 1, 2 or 5 times a power of ten, so that the scale ends on a number people know.
export function round_up(value: number): number {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find((one) => one * power >= value) ?? 10
  return step * power
}

function longest(bars: Bar[]): number {
  return round_up(Math.max(1, ...bars.flatMap(({ value, before }) => [value ?? 0, before ?? 0])))
}

// Horizontal bars, one below the other: they read well on a phone and at 400%.
export function Bars({ label, bars, value_label, before_label }: BarsProps) {
  const most = longest(bars)
  const with_before = before_label !== undefined
  const row = with_before ? kRow + 14 : kRow
  const height = bars.length * (row + 12)
  const room = kWidth - 50
  return (
    <figure className="app-chart">
      <svg viewBox={`0 0 ${kWidth} ${height}`} role="img" aria-label={label}>
        {bars.map(({ label: name, value, before }, index) => {
          const top = index * (row + 12)
          const width = (room * (value ?? 0)) / most
          const width_before = (room * (before ?? 0)) / most
          return (
            <g key={`${index} ${name}`}>
              <text x="0" y={top + kText} className="app-chart__text">
                {name.length > 44 ? `${name.slice(0, 43)}…` : name}
              </text>
              <rect x="0" y={top + 18} width={width} height="12" className="app-chart__bar" />
              <text x={width + 5} y={top + 29} className="app-chart__text">
                {value === null ? 'none' : value.toLocaleString('en-GB')}
              </text>
              {with_before && (
                <>
                  <rect
                    x="0.5"
                    y={top + 32}
                    width={Math.max(0, width_before - 0.5)}
                    height="10"
                    className="app-chart__bar-before"
                  />
                  <text x={width_before + 5} y={top + 42} className="app-chart__text">
                    {before === null || before === undefined
                      ? 'none'
                      : before.toLocaleString('en-GB')}
                  </text>
                </>
              )}
            </g>
          )
        })}
      </svg>
      {with_before && (
        <figcaption className="app-chart__key">
          <span className="app-chart__swatch" aria-hidden="true" /> {value_label}{' '}
          <span className="app-chart__swatch app-chart__swatch--before" aria-hidden="true" />{' '}
          {before_label}
        </figcaption>
      )}
    </figure>
  )
}

export type Point = { key: string; label: string; value: number; note?: string }

type StepsProps = { label: string; points: Point[]; marks?: { value: number; label: string }[] }

// Values over time, oldest first, with lines across where a band begins.
export function LineOverTime({ label, points, marks = [] }: StepsProps) {
  const height = 180
  const [left, right, top, bottom] = [40, 14, 20, 34]
  const label_room = 60 // the bands' names stand before the first point
  const most = round_up(
    Math.max(1, ...points.map((one) => one.value), ...marks.map((m) => m.value)),
  )
  const start = left + label_room
  const room = kWidth - start - right
  const x = (index: number) =>
    points.length < 2 ? start + room / 2 : start + (room * index) / (points.length - 1)
  const y = (value: number) => top + (height - top - bottom) * (1 - value / most)
  const line = points.map((one, index) => `${x(index)},${y(one.value)}`).join(' ')
  return (
    <figure className="app-chart">
      <svg viewBox={`0 0 ${kWidth} ${height}`} role="img" aria-label={label}>
        <line x1={left} x2={kWidth - right} y1={y(0)} y2={y(0)} className="app-chart__axis" />
        <text x={left - 5} y={y(0) + 4} className="app-chart__text app-chart__text--end">
          0
        </text>
        {marks.map((mark) => (
          <g key={mark.label}>
            <line
              x1={left}
              x2={kWidth - right}
              y1={y(mark.value)}
              y2={y(mark.value)}
              className="app-chart__mark"
            />
            <text x={left + 2} y={y(mark.value) - 3} className="app-chart__text">
              {mark.label}
            </text>
            <text
              x={left - 5}
              y={y(mark.value) + 4}
              className="app-chart__text app-chart__text--end"
            >
              {mark.value}
            </text>
          </g>
        ))}
        <polyline points={line} className="app-chart__line" />
        {points.map((one, index) => (
          <g key={one.key}>
            <circle cx={x(index)} cy={y(one.value)} r="5" className="app-chart__point" />
            <text
              x={x(index)}
              y={y(one.value) - 9}
              className="app-chart__text app-chart__text--middle app-chart__text--strong"
            >
              {one.value}
            </text>
          </g>
        ))}
        {points[0] && (
          <text x={left} y={height - 8} className="app-chart__text">
            {points[0].label}
          </text>
        )}
        {points.length > 1 && (
          <text x={kWidth - right} y={height - 8} className="app-chart__text app-chart__text--end">
            {points.at(-1)?.label}
          </text>
        )}
      </svg>
    </figure>
  )
}
