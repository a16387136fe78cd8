// Small pictures beside tables.

export { Bars } from './bars'
export { LineOverTime } from './line-over-time'
export { MonthColumns } from './month-columns'
export { Moves, type Move } from './moves'
export { Shares, type Part } from './shares'
