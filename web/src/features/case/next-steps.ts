// What to do next on a case: what is late first, then what a case at this point still lacks.

import { say_due, is_overdue } from '@/lib/due'

import type { Case } from './types'

export type Step = { text: string; part: string; late: boolean }

const kToBeTold = ['victim', 'reporter', 'both']

function dated(due_on: string | null, today: string, text: string, part: string): Step[] {
  if (due_on === null || due_on > today) return []
  return [{ text: `${text}: due ${say_due(due_on, today)}`, part, late: is_overdue(due_on, today) }]
}

function risk_step(the_case: Case, today: string): Step[] {
  if (the_case.risk_score === null) {
    return [{ text: 'Assess the risk', part: 'risk/new?point=opening', late: false }]
  }
  return dated(the_case.reassess_by, today, 'Assess the risk again', 'risk/new?point=review')
}

function plan_step({ overdue_actions, open_actions }: Case): Step[] {
  if (overdue_actions > 0) {
    const text =
      overdue_actions === 1 ? '1 action is overdue' : `${overdue_actions} actions are overdue`
    return [{ text, part: 'actions', late: true }]
  }
  return open_actions > 0
    ? []
    : [{ text: 'Plan the next action', part: 'actions/add', late: false }]
}

function updates_step(the_case: Case, today: string): Step[] {
  if (the_case.update_due_on !== null) {
    return dated(the_case.update_due_on, today, 'Update the victim', 'reviews')
  }
  const to_be_told = the_case.people.some(
    ({ role, to_on }) => to_on === null && kToBeTold.includes(role),
  )
  if (!to_be_told) return []
  const text = 'Check that updates to the victim have been agreed'
  return [{ text, part: 'reviews', late: false }]
}

export function next_steps(the_case: Case, today: string): Step[] {
  if (!the_case.is_open) return []
  const steps = [
    ...risk_step(the_case, today),
    ...plan_step(the_case),
    ...updates_step(the_case, today),
    ...dated(the_case.next_review_on, today, 'Review the case', 'reviews/add'),
  ]
  return [...steps.filter(({ late }) => late), ...steps.filter(({ late }) => !late)]
}
