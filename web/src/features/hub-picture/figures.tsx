// One figure: the table first, a small picture of it, and what it means.

import type { components } from '@/api-types'
import { Details, Table } from '@/govuk'
import { Bars } from '@/lib/chart'
import { format_month } from '@/lib/dates'

import { say_base, words } from './hub-picture-words'

export type Figure = components['schemas']['Figure']

// A column of the same time a year earlier stands beside the present one in the picture.
const kEarlier = /last_year|year_before|year_earlier|previous/

export function say_number(value: number | null | undefined): string {
  if (value === null || value === undefined) return words.none
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
}

// A row that is a month is called 2026-02.
function say_row(label: string): string {
  return /^\d{4}-\d{2}$/.test(label) ? format_month(label) : label
}

type Props = { figure: Figure; rows_href: (figure: string, row: string) => string }

function Picture({ figure }: { figure: Figure }) {
  const { title, columns, rows } = figure
  const [first] = columns
  const earlier = columns.findIndex(({ code }) => kEarlier.test(code))
  if (!first || rows.length === 0) return null
  const bars = rows.map(({ label, values }) => ({
    label: say_row(label),
    value: values[0] ?? null,
    before: earlier > 0 ? (values[earlier] ?? null) : undefined,
  }))
  return (
    <Bars
      label={`${title}. ${first.label} as bars; the table says the same.`}
      bars={bars}
      value_label={first.label}
      before_label={earlier > 0 ? columns[earlier]?.label : undefined}
    />
  )
}

export function FigureSection({ figure, rows_href }: Props) {
  const { code, title, definition, base, not_recorded, columns, rows } = figure
  return (
    <section aria-labelledby={`figure-${code}`}>
      <h2 className="govuk-heading-m" id={`figure-${code}`}>
        {title}
      </h2>
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
                say_row(row.label),
                ...columns.map((column, index) => {
                  const text = say_number(row.values[index])
                  if (index > 0 || !row.opens || !row.values[index]) return text
                  return (
                    <a key={column.code} className="govuk-link" href={rows_href(code, row.code)}>
                      {text}
                      <span className="govuk-visually-hidden">: show {say_row(row.label)}</span>
                    </a>
                  )
                }),
              ],
            }))}
            empty={words.no_figures}
          />
          <p className="govuk-body-s">{say_base(base, not_recorded)}</p>
        </div>
        <Picture figure={figure} />
      </div>
      <Details
        summary={
          <>
            What this means<span className="govuk-visually-hidden">: {title}</span>
          </>
        }
      >
        {definition}
      </Details>
    </section>
  )
}
