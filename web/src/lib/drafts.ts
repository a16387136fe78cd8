// Keeps what is typed into a form until it is saved, in this browser tab only.
//
// A draft belongs to one form and one person. All of them go when somebody signs out, or when
// somebody else signs in: the next person at this desk must not find them.

import { useMemo } from 'react'

import type { Answers, Draft } from '@/govuk'

import { useSession } from './session-context'

const kPrefix = 'waymark.draft.'

function stored(key: string): Answers | null {
  try {
    const text = sessionStorage.getItem(key)
    return text ? (JSON.parse(text) as Answers) : null
  } catch {
    return null // storage is off, or holds something else: then there is nothing to give back
  }
}

function store(key: string, answers: Answers) {
  const empty = Object.values(answers).every((values) => values.every((value) => value === ''))
  try {
    if (empty) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(answers))
  } catch {
    // Storage is off or full. The form itself still holds what was typed.
  }
}

export function draft_for(user_id: string, form_key: string): Draft {
  const key = `${kPrefix}${user_id}.${form_key}`
  return {
    load: () => stored(key),
    save: (answers) => store(key, answers),
    clear: () => store(key, {}),
  }
}

// The draft of one form for whoever is signed in. The key names the form and the record:
// `note.${case_id}`.
export function useDraft(form_key: string): Draft {
  const { session } = useSession()
  return useMemo(() => draft_for(session.user_id, form_key), [session.user_id, form_key])
}

// Removes every draft, except those of `user_id` when it is given.
export function clear_drafts(except_user_id?: string) {
  const keep = except_user_id === undefined ? null : `${kPrefix}${except_user_id}.`
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(kPrefix))
    for (const key of keys) if (!keep || !key.startsWith(keep)) sessionStorage.removeItem(key)
  } catch {
    // Storage is off: there is nothing to clear.
  }
}
