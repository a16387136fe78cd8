// A refusal that the page gives itself, in the shape of the server's, for a question that only the
// page asks.

import { kNoAnswer, type Refusal } from '@/lib/refusal'

export function nothing_chosen(field: string): Refusal {
  return { ...kNoAnswer, status: 400, code: 'check_answers', fields: [{ field, code: 'required' }] }
}
