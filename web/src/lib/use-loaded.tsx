// Loading what a page shows: once when it opens, again when its key changes or when it is asked to.

import { useCallback, useEffect, useState, type ReactNode } from 'react'

import { Button, Page } from '@/govuk'

import type { Answer, Refusal } from './api'
import { say_refusal } from './explain'

export type Loaded<Data> = {
  data: Data | null // what was loaded last; stays while it is loaded again
  etag: string | null
  refusal: Refusal | null
  reload: () => void
}

type State<Data> = { key: string; answer: Answer<Data> }

// `key` says what is being loaded, for example the page's address; `load` is called when it
// changes. `load` may be a new function each time.
export function useLoaded<Data>(
  key: string,
  load: (signal: AbortSignal) => Promise<Answer<Data>>,
): Loaded<Data> {
  const [state, set_state] = useState<State<Data> | null>(null)
  const [round, set_round] = useState(0)

  useEffect(() => {
    const abort = new AbortController()
    load(abort.signal).then(
      (answer) => {
        if (!abort.signal.aborted) set_state({ key, answer })
      },
      () => undefined, // only when it was given up
    )
    return () => abort.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the function
  }, [key, round])

  const reload = useCallback(() => set_round((n) => n + 1), [])
  const answer = state?.key === key ? state.answer : null
  return {
    data: answer?.ok ? answer.data : null,
    etag: answer?.ok ? answer.etag : null,
    refusal: answer && !answer.ok ? answer.refusal : null,
    reload,
  }
}

type WhenLoadedProps<Data> = {
  of: Loaded<Data>
  children: (data: Data, etag: string | null) => ReactNode
}

// The page when its data is here; before that, or instead of it, a page that says so.
export function WhenLoaded<Data>({ of, children }: WhenLoadedProps<Data>) {
  if (of.data !== null) return children(of.data, of.etag)
  if (!of.refusal) {
    return (
      <Page title="Loading">
        <p className="govuk-body" role="status">
          Loading
        </p>
      </Page>
    )
  }
  return <RefusedPage refusal={of.refusal} onRetry={of.reload} />
}

function RefusedPage({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const missing = refusal.status === 404
  const title = missing ? 'Page not found' : 'Sorry, there is a problem'
  return (
    <Page title={title}>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        {missing ? 'There is nothing here, or it is not yours to see.' : say_refusal(refusal)}
      </p>
      {!missing && (
        <Button type="button" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Page>
  )
}
