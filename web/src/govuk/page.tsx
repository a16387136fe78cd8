// The frame of one page: its title in the browser, what stands above it, and its main part.

import { useEffect, type ReactNode } from 'react'

type Props = {
  title: string
  hasErrors?: boolean // puts "Error:" first in the title, which is read out first
  width?: 'two-thirds' | 'full' // two thirds for reading and forms, full for tables
  before?: ReactNode // breadcrumbs or a back link
  children: ReactNode
}

export const kServiceName = 'Waymark'

export function Page({ title, hasErrors = false, width = 'two-thirds', before, children }: Props) {
  useEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${title} - ${kServiceName}`
  }, [title, hasErrors])

  return (
    <div className="govuk-width-container">
      {before}
      <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
        <div className="govuk-grid-row">
          <div className={`govuk-grid-column-${width}`}>{children}</div>
        </div>
      </main>
    </div>
  )
}
