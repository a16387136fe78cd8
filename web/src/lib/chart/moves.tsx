// Where something stood and where it stands now, each on a scale of its own.

import { Key, percent } from './parts'

export type Move = {
  label: string
  ends: [left: string, right: string] // what the scale begins and ends with
  start: number // from 0, the left end, to 1
  end: number
}

type MovesProps = { label: string; moves: Move[]; start_label: string; end_label: string }

export function Moves({ label, moves, start_label, end_label }: MovesProps) {
  const row = 74
  const x = (share: number) => percent(0.02 + 0.96 * share)
  return (
    <figure className="app-chart">
      <svg width="100%" height={moves.length * row} role="img" aria-label={label}>
        {moves.map(({ label: name, ends, start, end }, index) => {
          const y = index * row + 30
          return (
            <g key={name}>
              <text x="0" y={y - 16} className="app-chart__text app-chart__text--strong">
                {name}
              </text>
              <line x1={x(0)} x2={x(1)} y1={y} y2={y} className="app-chart__mark" />
              <line x1={x(start)} x2={x(end)} y1={y} y2={y} className="app-chart__line" />
              <circle cx={x(start)} cy={y} r="8" className="app-chart__start" />
              <circle cx={x(end)} cy={y} r="5" className="app-chart__point" />
              <text x="0" y={y + 24} className="app-chart__text">
                {ends[0]}
              </text>
              <text x="100%" y={y + 24} className="app-chart__text app-chart__text--end">
                {ends[1]}
              </text>
            </g>
          )
        })}
      </svg>
      <Key
        items={[
          { kind: 'start', label: start_label },
          { kind: 'end', label: end_label },
        ]}
      />
    </figure>
  )
}
