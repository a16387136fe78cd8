// Rows and columns. When it is wider than the screen it scrolls by itself, with the keyboard too.

import { useEffect, useRef, useState, type ReactNode } from 'react'

import { classes } from './classes'
import type { Size } from './field'

export type SortOrder = 'ascending' | 'descending' | 'none'

export type Column = {
  label: ReactNode
  numeric?: boolean
  sort?: SortOrder // present: the header is a button
  onSort?: () => void
}

export type TableProps = {
  caption: string
  caption_size?: Size
  caption_hidden?: boolean // when a heading just above says the same
  columns: Column[]
  rows: { key: string; cells: ReactNode[] }[]
  first_cell_is_header?: boolean
  small_text?: boolean
  stacked?: boolean // on a phone each row becomes a block: the first cell, then name and cell
  empty?: ReactNode // said instead of a table without rows
}

export function Table(props: TableProps) {
  const { caption, columns, rows, empty } = props
  if (rows.length === 0 && empty !== undefined) return <p className="govuk-body">{empty}</p>
  return (
    <ScrollRegion label={caption}>
      <PlainTable {...props} caption={caption} columns={columns} rows={rows} />
    </ScrollRegion>
  )
}

export function PlainTable(props: TableProps) {
  const { caption, caption_size = 'm', caption_hidden, columns, rows, small_text } = props
  const { stacked = false } = props
  // Blocks are no table to a screen reader unless the roles say so.
  const role = (name: string) => (stacked ? name : undefined)
  return (
    <table
      role={role('table')}
      className={classes(
        'govuk-table',
        small_text && 'govuk-table--small-text-until-tablet',
        stacked && 'app-table--stacked',
      )}
    >
      <caption
        className={classes(
          'govuk-table__caption',
          `govuk-table__caption--${caption_size}`,
          caption_hidden && 'govuk-visually-hidden',
        )}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head" role={role('rowgroup')}>
        <tr className="govuk-table__row" role={role('row')}>
          {columns.map((column, index) => (
            <HeaderCell key={index} column={column} role={role('columnheader')} />
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body" role={role('rowgroup')}>
        {rows.map((row) => (
          <tr key={row.key} className="govuk-table__row" role={role('row')}>
            {row.cells.map((cell, index) =>
              index === 0 && props.first_cell_is_header ? (
                <th
                  key={index}
                  scope="row"
                  className="govuk-table__header"
                  role={role('rowheader')}
                >
                  {cell}
                </th>
              ) : (
                <td
                  key={index}
                  role={role('cell')}
                  className={classes(
                    'govuk-table__cell',
                    columns[index]?.numeric && 'govuk-table__cell--numeric',
                  )}
                >
                  {stacked ? <Labelled label={columns[index]?.label}>{cell}</Labelled> : cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// A screen reader says the column's name by itself.
function Labelled({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <span className="app-table__label" aria-hidden="true">
        {label}
      </span>
      <span className="app-table__value">{children}</span>
    </>
  )
}

function HeaderCell({ column, role }: { column: Column; role: string | undefined }) {
  const { label, numeric, sort, onSort } = column
  return (
    <th
      scope="col"
      role={role}
      className={classes('govuk-table__header', numeric && 'govuk-table__header--numeric')}
      aria-sort={sort}
    >
      {sort ? (
        <button type="button" className="app-sort-button" onClick={onSort}>
          {label}
        </button>
      ) : (
        label
      )}
    </th>
  )
}

// A region with a name and a tab stop, but only while there is something to scroll to.
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null)
  const [overflows, set_overflows] = useState(false)

  useEffect(() => {
    const element = region.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () => set_overflows(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])

  const named = overflows ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {}
  return (
    <div ref={region} className="app-scroll-region" {...named}>
      {children}
    </div>
  )
}
