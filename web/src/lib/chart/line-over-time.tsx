// Values over time, oldest first, with lines across where a band begins.

import { percent, round_up } from './parts'

export type Point = { key: string; label: string; value: number }

type LineProps = { label: string; points: Point[]; marks?: { value: number; label: string }[] }

export function LineOverTime({ label, points, marks = [] }: LineProps) {
  const [height, top] = [170, 24]
  const most = round_up(
    Math.max(1, ...points.map((one) => one.value), ...marks.map((m) => m.value)),
  )
  const start = 0.28 // the bands' names stand before the first point
  const x = (index: number) =>
    percent(start + (0.96 - start) * (points.length < 2 ? 0.5 : index / (points.length - 1)))
  const y = (value: number) => top + (height - top) * (1 - value / most)
  return (
    <figure className="app-chart">
      <svg width="100%" height={height + 24} role="img" aria-label={label}>
        <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="app-chart__axis" />
        {marks.map((mark) => (
          <g key={mark.label}>
            <line
              x1="0"
              x2="100%"
              y1={y(mark.value)}
              y2={y(mark.value)}
              className="app-chart__mark"
            />
            <text x="0" y={y(mark.value) - 4} className="app-chart__text">
              {`${mark.label}, from ${mark.value}`}
            </text>
          </g>
        ))}
        {points.slice(1).map((one, index) => (
          <line
            key={one.key}
            x1={x(index)}
            y1={y(points[index]?.value ?? 0)}
            x2={x(index + 1)}
            y2={y(one.value)}
            className="app-chart__line"
          />
        ))}
        {points.map((one, index) => (
          <g key={one.key}>
            <circle cx={x(index)} cy={y(one.value)} r="5" className="app-chart__point" />
            <text
              x={x(index)}
              y={y(one.value) - 10}
              className="app-chart__text app-chart__text--middle app-chart__text--strong"
            >
              {one.value}
            </text>
          </g>
        ))}
        {points[0] && (
          <text x="0" y={height + 18} className="app-chart__text">
            {points[0].label}
          </text>
        )}
        {points.length > 1 && (
          <text x="100%" y={height + 18} className="app-chart__text app-chart__text--end">
            {points.at(-1)?.label}
          </text>
        )}
      </svg>
    </figure>
  )
}
