// What a whole is made of: one bar a row, all of the same length, with the same parts.

import { Key, percent } from './parts'

export type Part = { kind: 'better' | 'same' | 'worse' | 'unknown'; label: string }
export type Shared = { label: string; values: number[] } // one value for each part

type SharesProps = { label: string; parts: Part[]; rows: Shared[] }

const kLeastForNumber = 0.06 // of the width: a narrower part has no room for its number

export function Shares({ label, parts, rows }: SharesProps) {
  const row = 50
  return (
    <figure className="app-chart app-chart--wide">
      <svg width="100%" height={rows.length * row} role="img" aria-label={label}>
        {rows.map(({ label: name, values }, index) => {
          const whole = values.reduce((sum, value) => sum + value, 0)
          const before = (place: number) =>
            values.slice(0, place).reduce((sum, value) => sum + value, 0) / (whole || 1)
          return (
            <g key={name}>
              <text x="0" y={index * row + 14} className="app-chart__text">
                {name}
              </text>
              {parts.map(({ kind }, place) => {
                const value = values[place] ?? 0
                const share = value / (whole || 1)
                if (value === 0) return null
                return (
                  <g key={kind}>
                    <rect
                      x={percent(before(place))}
                      y={index * row + 20}
                      width={percent(share)}
                      height="22"
                      className={`app-chart__part app-chart__part--${kind}`}
                    />
                    {share >= kLeastForNumber && (
                      <text
                        x={percent(before(place) + share / 2)}
                        y={index * row + 36}
                        className={`app-chart__text app-chart__text--middle app-chart__text--in-${kind}`}
                      >
                        {value.toLocaleString('en-GB')}
                      </text>
                    )}
                  </g>
                )
              })}
            </g>
          )
        })}
      </svg>
      <Key items={parts.map(({ kind, label: text }) => ({ kind, label: text }))} />
    </figure>
  )
}
