// Upright columns, one a month, with the same month a year earlier beside each.

import { Fragment } from 'react'

import { format_month_name } from '../dates'

import { Key, percent, say_value, scale_of, type Counted } from './parts'

export type MonthCount = Counted & { month: string } // YYYY-MM

type ColumnsProps = {
  label: string
  months: MonthCount[] // one after the other, none left out
  value_label: string
  before_label?: string
}

const kColumns = { height: 200, top: 18, label: 16 }
const kMostWithNumbers = 12 // with more months than these, a scale says how high the columns are

export function MonthColumns({ label, months, value_label, before_label }: ColumnsProps) {
  const most = scale_of(months)
  const { height, top } = kColumns
  const slot = 1 / Math.max(1, months.length)
  const with_before = before_label !== undefined
  const few = months.length <= kMostWithNumbers
  const high = (value: number | null | undefined) => ((height - top) * (value ?? 0)) / most
  return (
    <figure className="app-chart app-chart--wide">
      <svg width="100%" height={height + 2 * kColumns.label + 4} role="img" aria-label={label}>
        {!few && [most, most / 2].map((value) => <Level key={value} value={value} most={most} />)}
        {months.map(({ month, value, before }, index) => {
          const left = slot * (index + (with_before ? 0.12 : 0.16))
          const width = slot * (with_before ? 0.42 : 0.68)
          return (
            <g key={month}>
              <rect
                x={percent(left)}
                y={height - high(value)}
                width={percent(width)}
                height={high(value)}
                className="app-chart__bar"
              />
              {few && (
                <text
                  x={percent(left + width / 2)}
                  y={height - high(value) - 4}
                  className="app-chart__text app-chart__text--middle"
                >
                  {say_value(value)}
                </text>
              )}
              {with_before && (
                <rect
                  x={percent(left + width)}
                  y={height - high(before)}
                  width={percent(slot * 0.34)}
                  height={high(before)}
                  className="app-chart__bar-before"
                />
              )}
            </g>
          )
        })}
        <line x1="0" x2="100%" y1={height} y2={height} className="app-chart__axis" />
        <MonthLabels months={months.map(({ month }) => month)} slot={slot} every={few ? 1 : 3} />
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

// How high the columns are, where there are too many for a number on each.
function Level({ value, most }: { value: number; most: number }) {
  const { height, top } = kColumns
  const y = height - ((height - top) * value) / most
  return (
    <>
      <line x1="0" x2="100%" y1={y} y2={y} className="app-chart__mark" />
      <text x="0" y={y - 4} className="app-chart__text">
        {value.toLocaleString('en-GB')}
      </text>
    </>
  )
}

type LabelsProps = { months: string[]; slot: number; every: number }

// The month, and below it the year where one begins. The first year is left out where the second
// would be written over it.
function MonthLabels({ months, slot, every }: LabelsProps) {
  const shown = months.filter((_, index) => index % every === 0)
  const year_of = (month: string | undefined) => month?.slice(0, 4)
  const begins = (place: number) => year_of(shown[place]) !== year_of(shown[place - 1])
  return shown.map((month, place) => {
    const at = place * every
    // Where columns are narrow, the first and the last name would reach over the edge.
    const is_first = every > 1 && at === 0
    const is_last = every > 1 && at === months.length - 1
    const [x, anchor] = is_first
      ? ['0', 'start']
      : is_last
        ? ['100%', 'end']
        : [percent(slot * (at + 0.5)), 'middle']
    const name = `app-chart__text app-chart__text--${anchor}`
    const first = kColumns.height + kColumns.label
    return (
      <Fragment key={month}>
        <text x={x} y={first} className={name}>
          {format_month_name(month)}
        </text>
        {begins(place) && !(place === 0 && begins(1)) && (
          <text x={x} y={first + kColumns.label} className={name}>
            {year_of(month)}
          </text>
        )}
      </Fragment>
    )
  })
}
