// Horizontal bars, one below the other.

import { Key, percent, say_value, scale_of, type Counted } from './parts'

export type Bar = Counted & { label: string }

type BarsProps = { label: string; bars: Bar[]; value_label: string; before_label?: string }

const kBarRoom = 0.85 // of the width; the number stands behind the longest bar

export function Bars({ label, bars, value_label, before_label }: BarsProps) {
  const most = scale_of(bars)
  const share = (value: number | null | undefined) => percent((kBarRoom * (value ?? 0)) / most)
  const with_before = before_label !== undefined
  const row = with_before ? 58 : 44
  return (
    <figure className="app-chart">
      <svg width="100%" height={bars.length * row} role="img" aria-label={label}>
        {bars.map(({ label: name, value, before }, index) => {
          const top = index * row
          return (
            <g key={`${index} ${name}`}>
              <text x="0" y={top + 14} className="app-chart__text">
                {name}
              </text>
              <rect
                x="0"
                y={top + 20}
                width={share(value)}
                height="14"
                className="app-chart__bar"
              />
              <text x={share(value)} dx="6" y={top + 32} className="app-chart__text">
                {say_value(value)}
              </text>
              {with_before && (
                <>
                  <rect
                    x="0.5"
                    y={top + 36.5}
                    width={share(before)}
                    height="11"
                    className="app-chart__bar-before"
                  />
                  <text x={share(before)} dx="6" y={top + 47} className="app-chart__text">
                    {say_value(before)}
                  </text>
                </>
              )}
            </g>
          )
        })}
      </svg>
      {with_before && (
        <Key
          items={[
            { kind: 'value', label: value_label },
            { kind: 'before', label: before_label },
          ]}
        />
      )}
    </figure>
  )
}
