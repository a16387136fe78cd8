// Where a form leads when it is saved: to its part of the case, which says what was saved.

import { useNavigate } from 'react-router'

import { case_path } from './case-frame'
import type { Case } from './types'

export function useDone(the_case: Case, reload: () => void) {
  const navigate = useNavigate()
  return (part: string, saved: string) => {
    reload()
    void navigate(case_path(the_case, part), { state: { done: saved } })
  }
}
