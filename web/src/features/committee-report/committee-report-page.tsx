// The report as a committee reads it: priorities, figures with their definitions, and every table
// to take away.

import { Fragment, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import type { components } from '@/api-types'
import { Button, DateInput, ErrorSummary, Form, InsetText, Page, read_date, Table } from '@/govuk'
import { get } from '@/lib/api'
import { format_date, format_date_time } from '@/lib/dates'
import { explain } from '@/lib/explain'
import { useSession } from '@/lib/session-context'
import { useLoaded } from '@/lib/use-loaded'

import { words } from './committee-report-words'
import './committee-report.scss'
import { last_complete_half, type Period } from './period'

type Report = components['schemas']['CommitteeReport']
type ReportTable = Report['sections'][number]['tables'][number]

export function CommitteeReportPage() {
  const [search] = useSearchParams()
  const { session } = useSession()
  const usual = last_complete_half(session.today)
  const period = { from: search.get('from') ?? usual.from, to: search.get('to') ?? usual.to }
  return <ReportFor key={`${period.from} ${period.to}`} period={period} />
}

function ReportFor({ period }: { period: Period }) {
  const navigate = useNavigate()
  const [chosen] = useState(period)
  const loaded = useLoaded(`report ${period.from} ${period.to}`, (signal) =>
    get('/reports/committee', { query: period, signal }),
  )
  const errors = explain(loaded.refusal, words)

  function show(answers: FormData) {
    const from = read_date(answers, 'from') ?? ''
    const to = read_date(answers, 'to') ?? ''
    void navigate(`/committee-report?${new URLSearchParams({ from, to })}`)
  }

  return (
    <Page title={words.title} hasErrors={loaded.refusal !== null} width="full">
      <ErrorSummary errors={errors.summary} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <Form onSubmit={show} className="app-no-print">
        <h2 className="govuk-heading-m">{words.period}</h2>
        <div className="app-choose">
          <DateInput
            name="from"
            legend={words.from}
            value={chosen.from}
            error={errors.by_field.from}
          />
          <DateInput name="to" legend={words.to} value={chosen.to} error={errors.by_field.to} />
          <Button>{words.show}</Button>
        </div>
      </Form>
      {!loaded.data && !loaded.refusal && (
        <p className="govuk-body" role="status">
          Loading
        </p>
      )}
      {loaded.data && <WholeReport report={loaded.data} />}
    </Page>
  )
}

function WholeReport({ report }: { report: Report }) {
  const query = new URLSearchParams({ from: report.from, to: report.to })
  return (
    <article aria-labelledby="report-title">
      <h2 className="govuk-heading-l" id="report-title">
        {`${report.partnership_name}: ${format_date(report.from)} to ${format_date(report.to)}`}
      </h2>
      {report.is_demo && <InsetText>{words.demonstration}</InsetText>}
      <p className="govuk-body">
        {`Compared with ${format_date(report.previous_from)} to ${format_date(report.previous_to)}. `}
        {`Made on ${format_date_time(report.made_at)}.`}
      </p>
      <p className="govuk-body">{report.suppression}</p>
      <p className="govuk-body app-no-print">
        <a
          className="govuk-link"
          href={`/api/v1/reports/committee/page?${query}`}
          target="_blank"
          rel="noreferrer"
        >
          {`${words.printable} (opens in a new tab)`}
        </a>
      </p>
      <Contents report={report} />
      {report.sections.map((section) => (
        <section key={section.code} aria-labelledby={`section-${section.code}`}>
          <h3 className="govuk-heading-m" id={`section-${section.code}`}>
            {section.title}
          </h3>
          {section.text
            .split('\n')
            .filter((paragraph) => paragraph.trim() !== '')
            .map((paragraph) => (
              <p key={paragraph} className="govuk-body">
                {paragraph}
              </p>
            ))}
          {section.tables.map((table) => (
            <OneTable key={table.code} table={table} query={query} />
          ))}
        </section>
      ))}
    </article>
  )
}

function Contents({ report }: { report: Report }) {
  return (
    <nav className="app-no-print" aria-labelledby="report-contents">
      <h3 className="govuk-heading-m" id="report-contents">
        {words.contents}
      </h3>
      {report.sections.map(({ code, title, tables }) => (
        <Fragment key={code}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            <a className="govuk-link govuk-!-font-weight-bold" href={`#section-${code}`}>
              {title}
            </a>
          </p>
          <ul className="govuk-list app-report-contents">
            {tables.map((table) => (
              <li key={table.code}>
                <a className="govuk-link" href={`#table-${table.code}`}>
                  {table.title}
                </a>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  )
}

// A small count and what it could be worked out from are not shown.
function Figure({ text }: { text: string }) {
  if (text !== 'c') return text
  return (
    <>
      <span aria-hidden="true">c</span>
      <span className="govuk-visually-hidden">{words.suppressed}</span>
    </>
  )
}

// Columns in pairs, a figure and the same a year earlier, are drawn as one: twice as many would not
// fit the page.
export function pairs_of(columns: string[]): { at: number; earlier: number | null }[] {
  const earlier_of = (label: string) => columns.indexOf(`${label}, ${words.year_earlier}`)
  const paired = new Set(columns.map(earlier_of).filter((at) => at > 0))
  return columns.flatMap((label, at) => {
    if (paired.has(at)) return []
    const earlier = earlier_of(label)
    return [{ at, earlier: earlier > 0 ? earlier : null }]
  })
}

function OneTable({ table, query }: { table: ReportTable; query: URLSearchParams }) {
  const { code, title, definition, base, not_recorded, source, columns, rows } = table
  const pairs = pairs_of(columns)
  const cell = (cells: string[], { at, earlier }: (typeof pairs)[number]) =>
    earlier === null ? (
      <Figure key={at} text={cells[at] ?? ''} />
    ) : (
      <Fragment key={at}>
        <Figure text={cells[at] ?? ''} />
        <span className="app-report-earlier">
          <span className="govuk-visually-hidden">{`, ${words.year_earlier}: `}</span>
          <Figure text={cells[earlier] ?? ''} />
        </span>
      </Fragment>
    )
  return (
    <div id={`table-${code}`}>
      <Table
        caption={title}
        caption_size="s"
        first_cell_is_header
        columns={pairs.map(({ at }) => ({ label: columns[at], numeric: at > 0 }))}
        rows={rows.map((cells, index) => ({
          key: `${index} ${cells[0] ?? ''}`,
          cells: pairs.map((pair) => (pair.at === 0 ? cells[0] : cell(cells, pair))),
        }))}
        empty="There is nothing to count."
      />
      <p className="govuk-body-s">
        {pairs.some(({ earlier }) => earlier !== null) && (
          <>
            {words.reading_pairs}
            <br />
          </>
        )}
        {definition}
        <br />
        {`Base: ${base}. Not recorded: ${not_recorded}. Source: ${source}.`}
        <br />
        <a
          className="govuk-link app-no-print"
          download
          href={`/api/v1/reports/committee/tables/${encodeURIComponent(code)}?${query}`}
        >
          {words.csv}
          <span className="govuk-visually-hidden">: {title}</span>
        </a>
      </p>
    </div>
  )
}
