// Whether each agreed outcome was met, asked where a case is closed.

import { Radios } from '@/govuk'
import { radio_options, type Programme } from '@/lib/programmes'

import type { Outcomes } from './types'

type Goal = Outcomes['goals'][number]

export function goal_field({ id }: Goal): string {
  return `goals.${id}`
}

type Props = { programme: Programme; goals: Goal[]; by_field: Record<string, string> }

export function GoalFields({ programme, goals, by_field }: Props) {
  if (goals.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Agreed outcomes</h2>
      {goals.map((goal) => (
        <Radios
          key={goal.id}
          name={goal_field(goal)}
          legend={`Was this met? ${goal.description}`}
          legend_size="s"
          options={radio_options(programme.outcome_results)}
          error={by_field[goal_field(goal)]}
        />
      ))}
    </>
  )
}

// Only those that were chosen: what a colleague records meanwhile need not be sent.
export function read_goals(given: FormData, goals: Goal[]): { id: string; result: string }[] {
  return goals
    .map((goal) => ({ id: goal.id, result: String(given.get(goal_field(goal)) ?? '') }))
    .filter(({ result }) => result !== '')
}
