// Pages that belong to no feature: starting, home, not found, problem, no answer.

import { Button, kServiceName, Page } from '@/govuk'

type PlainProps = { title: string; children?: React.ReactNode }

function PlainPage({ title, children }: PlainProps) {
  return (
    <Page title={title}>
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

export function StartingPage() {
  return (
    <Page title="Loading">
      <p className="govuk-body" role="status">
        Loading
      </p>
    </Page>
  )
}

// For somebody whose role gives them no page of their own at the root.
export function HomePage() {
  return (
    <PlainPage title={kServiceName}>
      <p className="govuk-body">Choose what you want to do from the menu at the top of the page.</p>
    </PlainPage>
  )
}

export function NotFoundPage() {
  return (
    <PlainPage title="Page not found">
      <p className="govuk-body">
        If you typed or pasted the web address, check it is correct and complete.
      </p>
      <p className="govuk-body">There may be nothing here, or it may not be yours to see.</p>
    </PlainPage>
  )
}

export function ProblemPage() {
  return (
    <PlainPage title="Sorry, there is a problem">
      <p className="govuk-body">
        What you typed has been kept in this browser tab. Reload the page to carry on.
      </p>
      <Button type="button" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </PlainPage>
  )
}

export function UnreachablePage({ onRetry }: { onRetry: () => void }) {
  return (
    <PlainPage title="Waymark cannot be reached">
      <p className="govuk-body">Check that you are connected, then try again.</p>
      <Button type="button" onClick={onRetry}>
        Try again
      </Button>
    </PlainPage>
  )
}
