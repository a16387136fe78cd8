// A part of a page whose data comes by itself, while the rest of the page is already there.

import type { ReactNode } from 'react'

import { Button } from '@/govuk'

import { say_refusal } from './explain'
import type { Loaded } from './use-loaded'

type Props<Data> = { of: Loaded<Data>; children: (data: Data, etag: string | null) => ReactNode }

export function PartLoaded<Data>({ of, children }: Props<Data>) {
  if (of.data !== null) return children(of.data, of.etag)
  if (!of.refusal) {
    return (
      <p className="govuk-body" role="status">
        Loading
      </p>
    )
  }
  return (
    <>
      <p className="govuk-body" role="alert">
        {say_refusal(of.refusal)}
      </p>
      <Button type="button" variant="secondary" onClick={of.reload}>
        Try again
      </Button>
    </>
  )
}
