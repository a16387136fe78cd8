// Sending a form: busy while the answer is on its way, the refusal when it was not done, and what
// to send as If-Match after somebody else saved first and the person chose to save over it.

import { useState } from 'react'

import type { Answer, Refusal } from './api'
import { explain, type Explained, type PageWords } from './explain'

export type Saving = {
  busy: boolean
  refusal: Refusal | null
  errors: Explained
  // Sends, and remembers the refusal. `send` makes the same call each time, so that it can retry.
  send: <Data>(call: () => Promise<Answer<Data>>) => Promise<Answer<Data>>
  // The revision that was read or, once shown that there is a newer one, that one.
  match: (etag: string | null) => string
  refuse: (refusal: Refusal | null) => void
}

export function etag_of(revision: number): string {
  return `"${revision}"`
}

export function useSaving(words: PageWords): Saving {
  const [refusal, set_refusal] = useState<Refusal | null>(null)
  const [newer, set_newer] = useState<string | null>(null)
  const [busy, set_busy] = useState(false)

  async function send<Data>(call: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
    set_busy(true)
    const answer = await call()
    set_busy(false)
    const refused = answer.ok ? null : answer.refusal
    set_refusal(refused)
    if (answer.ok) set_newer(null)
    if (refused?.status === 412) {
      set_newer(refused.revision === null ? refused.etag : etag_of(refused.revision))
    }
    return answer
  }

  return {
    busy,
    refusal,
    errors: explain(refusal, words),
    send,
    match: (etag) => newer ?? etag ?? '',
    refuse: set_refusal,
  }
}
