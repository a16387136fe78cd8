// Why the server, or the way to it, would not do what was asked: RFC 9457 problem details, read
// with suspicion. Codes only: the words are each page's own.

import type { PasskeyQuestion } from './passkeys'

export type FieldError = { field: string; code: string }

// One save that somebody else made since the page was read (412).
export type Change = { at: string; by: string; fields: string[] }

export type Refusal = {
  status: number // 0 when there was no answer
  code: string
  fields: FieldError[]
  changes: Change[]
  revision: number | null // what is there now, so that the person can save over it knowingly
  etag: string | null // the same as a header has it
  retry_after_s: number | null
  passkeys?: PasskeyQuestion // at sign-in, what one of the person's passkeys may answer to
}

export const kNetworkCode = 'no_answer'

export const kNoAnswer: Refusal = {
  status: 0,
  code: kNetworkCode,
  fields: [],
  changes: [],
  revision: null,
  etag: null,
  retry_after_s: null,
}

function list_of<Item>(value: unknown, keys: (keyof Item & string)[]): Item[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (one): one is Item =>
      typeof one === 'object' && one !== null && keys.every((key) => typeof one[key] === 'string'),
  )
}

function question_in(value: unknown): { passkeys?: PasskeyQuestion } {
  const { challenge, relying_party_id, credential_ids } = (value ?? {}) as Record<string, unknown>
  if (typeof challenge !== 'string' || typeof relying_party_id !== 'string') return {}
  if (!Array.isArray(credential_ids)) return {}
  return { passkeys: { challenge, relying_party_id, credential_ids: credential_ids.map(String) } }
}

export function read_refusal(response: Response, problem: unknown): Refusal {
  const body = (typeof problem === 'object' && problem !== null ? problem : {}) as {
    code?: unknown
    fields?: unknown
    changes?: unknown
    revision?: unknown
    passkeys?: unknown
  }
  const wait = Number(response.headers.get('Retry-After') ?? NaN)
  return {
    status: response.status,
    code: typeof body.code === 'string' ? body.code : `status_${response.status}`,
    fields: list_of<FieldError>(body.fields, ['field', 'code']),
    changes: list_of<Change>(body.changes, ['at', 'by']).filter(({ fields }) =>
      Array.isArray(fields),
    ),
    revision: typeof body.revision === 'number' ? body.revision : null,
    etag: response.headers.get('ETag'),
    retry_after_s: Number.isFinite(wait) ? wait : null,
    ...question_in(body.passkeys),
  }
}
