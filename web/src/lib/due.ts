// Dates that something falls due on, with the lateness in words: colour alone tells nobody.

import { days_between, format_date } from './dates'

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

export function is_overdue(due_on: string | null, today: string): boolean {
  return due_on !== null && due_on < today
}

// '1 July 2026, 3 days overdue', '1 July 2026, today', '1 July 2026'.
export function say_due(due_on: string | null, today: string, never = 'Not set'): string {
  if (due_on === null) return never
  const late = days_between(due_on, today)
  if (late > 0) return `${format_date(due_on)}, ${days(late)} overdue`
  if (late === 0) return `${format_date(due_on)}, today`
  return format_date(due_on)
}
