// Finding a colleague by name, for a field that suggests.

import type { Suggestion } from '@/govuk'

import { get } from './api'

// Colleagues whose name has what was typed in it.
export async function find_colleagues(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await get('/colleagues', { signal })
  if (!answer.ok) throw new Error(answer.refusal.code)
  const wanted = typed.toLowerCase()
  return answer.data.colleagues
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 10)
    .map(({ id, name, agency_name, job_title }) => ({
      value: id,
      label: name,
      detail: [job_title, agency_name].filter(Boolean).join(', '),
    }))
}
