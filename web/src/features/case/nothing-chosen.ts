// A refusal that the page gives itself, in the shape of the server's, for a question that only the
// page asks.

import { kNoAnswer, type Refusal } from '@/lib/refusal'

export function refused_here(fields: Refusal['fields']): Refusal {
  return { ...kNoAnswer, status: 400, code: 'check_answers', fields }
}

export function nothing_chosen(field: string): Refusal {
  return refused_here([{ field, code: 'required' }])
}
