// Looks for what is already on record while it is being typed: after a pause, and only the latest
// question counts.

import { useEffect, useRef, useState } from 'react'

import type { Answer } from '@/lib/api'

const kPauseMs = 600

type Found<Match> = { question: string; matches: Match[]; failed: boolean }

// `question` is what is asked, as text, and null when too little is known to ask.
export function useMatches<Match>(
  question: string | null,
  ask: (signal: AbortSignal) => Promise<Answer<{ matches: Match[] }>>,
): Found<Match> | null {
  const [found, set_found] = useState<Found<Match> | null>(null)
  const latest_ask = useRef(ask)
  useEffect(() => {
    latest_ask.current = ask
  })

  useEffect(() => {
    if (question === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      latest_ask.current(abort.signal).then(
        (answer) => {
          if (abort.signal.aborted) return
          const matches = answer.ok ? answer.data.matches : []
          set_found({ question, matches, failed: !answer.ok })
        },
        () => undefined, // only when it was given up
      )
    }, kPauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [question])

  return question === null ? null : found
}
