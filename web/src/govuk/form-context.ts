// What a field may ask of the form it stands in: what was typed earlier, and to keep a change.

import { createContext, useContext } from 'react'

// Field name to every value given for it, in order.
export type Answers = Record<string, string[]>

// Where a form keeps what is typed until it is saved. See lib/drafts.ts.
export type Draft = {
  load: () => Answers | null
  save: (answers: Answers) => void
  clear: () => void
}

type FormContextValue = { kept: Answers | null; changed: () => void }

export const FormContext = createContext<FormContextValue>({
  kept: null,
  changed: () => undefined,
})

// The value a field starts with: what was typed earlier, else what the page gave it.
export function useFirstValue(name: string, given: string | undefined): string | undefined {
  const { kept } = useContext(FormContext)
  return kept ? (kept[name]?.[0] ?? (given === undefined ? undefined : '')) : given
}

// The same for a field with several answers.
export function useFirstValues(name: string, given: string[]): string[] {
  const { kept } = useContext(FormContext)
  return kept ? (kept[name] ?? []) : given
}

// For fields that change without a browser event: tells the form to keep what it holds.
export function useChanged(): () => void {
  return useContext(FormContext).changed
}
