// What changed for people between opening and closing: every measure in one picture and one table,
// because one asks which of them moved, not only how one of them did.

import { Table } from '@/govuk'
import { Shares, type Part } from '@/lib/chart'

import { Count, Meaning, say_number, type Figure, type RowsHref } from './figures'
import { words } from './hub-picture-words'

export function is_outcome({ code }: Figure): boolean {
  return code.startsWith('outcome_')
}

const said = words.outcomes

function short_title({ title }: Figure): string {
  return title.replace(/, opening to closing$/, '')
}

function count_of({ rows }: Figure, wanted: string): number {
  return rows.find(({ code }) => code === wanted)?.values[0] ?? 0
}

const kParts: Part[] = [
  { kind: 'better', label: said.improved },
  { kind: 'same', label: said.same },
  { kind: 'worse', label: said.worse },
  { kind: 'unknown', label: words.not_recorded },
]

function shares_of(figure: Figure): number[] {
  const known = ['improved', 'same', 'worse'].map((code) => count_of(figure, code))
  return [...known, figure.not_recorded]
}

function say_shares(figure: Figure): string {
  const [improved = 0, same = 0, worse = 0, unknown = 0] = shares_of(figure)
  return `${short_title(figure)}: ${said.spoken(improved, same, worse, unknown)}`
}

type Props = { figures: Figure[]; rows_href: RowsHref }

export function OutcomeFigures({ figures, rows_href }: Props) {
  const kinds = figures[0]?.rows ?? []
  return (
    <>
      <Shares
        label={`${words.picture_of(said.title, 'bars')} ${figures.map(say_shares).join('. ')}.`}
        parts={kParts}
        rows={figures.map((figure) => ({
          label: short_title(figure),
          values: shares_of(figure),
        }))}
      />
      <Table
        caption={said.title}
        caption_hidden
        stacked
        columns={[
          { label: said.measure },
          ...kinds.map(({ label }) => ({ label, numeric: true })),
          { label: words.counts_over, numeric: true },
        ]}
        first_cell_is_header
        rows={figures.map((figure) => ({
          key: figure.code,
          cells: [
            short_title(figure),
            ...kinds.map(({ code }) => {
              const row = figure.rows.find((one) => one.code === code)
              if (!row) return words.none
              const named = { ...row, label: `${row.label}, ${short_title(figure)}` }
              return (
                <Count
                  key={code}
                  figure={figure}
                  row={named}
                  value={row.values[0]}
                  href={rows_href}
                />
              )
            }),
            say_number(figure.base),
          ],
        }))}
      />
      <Meaning
        title={said.title}
        definitions={[...new Set(figures.map(({ definition }) => definition))]}
      />
    </>
  )
}
