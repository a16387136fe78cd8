// Why the server, or the way to it, would not do what was asked: RFC 9457 problem details, read
// with suspicion. Codes only: the words are each page's own.

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

export function read_refusal(response: Response, problem: unknown): Refusal {
  const body = (typeof problem === 'object' && problem !== null ? problem : {}) as {
    code?: unknown
    fields?: unknown
    changes?: unknown
    revision?: unknown
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
  }
}
