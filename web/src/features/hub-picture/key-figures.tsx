// The few numbers that a manager looks for first, each leading to where it is told in full.

import { say_number, type Figure } from './figures'
import { words } from './hub-picture-words'

type KeyFigure = { code: string; label: string; value: (figure: Figure) => number }

function sum(figure: Figure, column: number): number {
  return figure.rows.reduce((total, { values }) => total + (values[column] ?? 0), 0)
}

const said = words.key_figures

const kKeyFigures: KeyFigure[] = [
  { code: 'open_by_stage', label: said.open, value: ({ base }) => base },
  { code: 'overdue', label: said.overdue, value: (figure) => sum(figure, 1) },
  {
    code: 'referrals_waiting',
    label: said.waiting,
    value: ({ rows }) => rows.find(({ code }) => code === 'waiting')?.values[0] ?? 0,
  },
  { code: 'closing_reasons', label: said.closed, value: ({ base }) => base },
]

export function KeyFigures({ figures }: { figures: Figure[] }) {
  const shown = kKeyFigures.flatMap((one) => {
    const figure = figures.find(({ code }) => code === one.code)
    return figure ? [{ ...one, number: one.value(figure) }] : []
  })
  if (shown.length === 0) return null
  return (
    <ul className="app-key-figures">
      {shown.map(({ code, label, number }) => (
        <li key={code} className="app-key-figures__item">
          <a className="govuk-link govuk-link--no-visited-state" href={`#figure-${code}`}>
            <span className="app-key-figures__number">{say_number(number)}</span> {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
