// One figure: the table first, a small picture of it, and what it means.

import type { components } from '@/api-types'
import { Details, Table } from '@/govuk'
import { Bars, MonthColumns } from '@/lib/chart'
import { format_month } from '@/lib/dates'
import { label_of, type CodeLabel, type Programme } from '@/lib/programmes'

import { say_base, words } from './hub-picture-words'

export type Figure = components['schemas']['Figure']
export type Row = Figure['rows'][number]
export type RowsHref = (figure: string, row: string) => string

// A column of the same time a year earlier stands beside the present one in the picture.
const kEarlier = 'year_before'
const kMonth = /^\d{4}-\d{2}$/

export function is_by_month({ rows }: Figure): boolean {
  return rows.length > 0 && rows.every(({ code }) => kMonth.test(code))
}

export function say_number(value: number | null | undefined): string {
  if (value === null || value === undefined) return words.none
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
}

// Counts of stages and of reasons are called and ordered as the programmes have them.
const own_lists: Record<string, (programme: Programme) => readonly CodeLabel[]> = {
  open_by_stage: ({ stages }) => stages,
  closing_reasons: ({ closing_reasons }) => closing_reasons,
}

export function in_words(figure: Figure, programmes: Programme[]): Figure {
  const known = programmes.flatMap(own_lists[figure.code] ?? (() => []))
  const place = ({ code }: Row) => {
    const found = known.findIndex((one) => one.code === code)
    return found < 0 ? known.length : found
  }
  const rows = figure.rows.map((row) => {
    if (kMonth.test(row.code)) return { ...row, label: format_month(row.code) }
    const is_known = known.some(({ code }) => code === row.code)
    return is_known ? { ...row, label: label_of(known, row.code) } : row
  })
  // Reasons come with the most frequent first, which says more than any other order.
  if (figure.code === 'open_by_stage') rows.sort((a, b) => place(a) - place(b))
  return { ...figure, rows }
}

function Picture({ figure }: { figure: Figure }) {
  const { title, columns, rows } = figure
  const [first] = columns
  const earlier = columns.findIndex(({ code }) => code === kEarlier)
  if (!first || rows.length === 0) return null
  const counts = rows.map(({ code, label, values }) => ({
    month: code,
    label,
    value: values[0] ?? null,
    before: earlier > 0 ? (values[earlier] ?? null) : undefined,
  }))
  const said = {
    value_label: first.label,
    before_label: earlier > 0 ? columns[earlier]?.label : undefined,
  }
  if (is_by_month(figure)) {
    return <MonthColumns label={words.picture_of(title, 'columns')} months={counts} {...said} />
  }
  return <Bars label={words.picture_of(title, 'bars')} bars={counts} {...said} />
}

type CountProps = { figure: Figure; row: Row; value: number | null | undefined; href: RowsHref }

// A count that opens the rows behind it; there is nothing behind nothing.
export function Count({ figure, row, value, href }: CountProps) {
  const text = say_number(value)
  if (!row.opens || !value) return text
  return (
    <a className="govuk-link" href={href(figure.code, row.code)}>
      {text}
      <span className="govuk-visually-hidden">: show {row.label}</span>
    </a>
  )
}

export function Meaning({ title, definitions }: { title: string; definitions: string[] }) {
  return (
    <Details
      summary={
        <>
          {words.meaning}
          <span className="govuk-visually-hidden">: {title}</span>
        </>
      }
    >
      {definitions.map((definition) => (
        <p key={definition} className="govuk-body">
          {definition}
        </p>
      ))}
    </Details>
  )
}

type Props = { figure: Figure; rows_href: RowsHref }

export function FigureSection({ figure, rows_href }: Props) {
  const { code, title, definition, base, not_recorded, columns, rows } = figure
  return (
    <section aria-labelledby={`figure-${code}`}>
      <h3 className="govuk-heading-s" id={`figure-${code}`}>
        {title}
      </h3>
      <div className="app-figure">
        <div>
          <Table
            caption={title}
            caption_hidden
            first_cell_is_header
            columns={[
              { label: <span className="govuk-visually-hidden">What is counted</span> },
              ...columns.map(({ label }) => ({ label, numeric: true })),
            ]}
            rows={rows.map((row) => ({
              key: row.code,
              cells: [
                row.label,
                ...columns.map((column, index) =>
                  index > 0 ? (
                    say_number(row.values[index])
                  ) : (
                    <Count
                      key={column.code}
                      figure={figure}
                      row={row}
                      value={row.values[0]}
                      href={rows_href}
                    />
                  ),
                ),
              ],
            }))}
            empty={words.no_figures}
          />
          <p className="govuk-body-s">{say_base(base, not_recorded)}</p>
        </div>
        <Picture figure={figure} />
      </div>
      <Meaning title={title} definitions={[definition]} />
    </section>
  )
}
