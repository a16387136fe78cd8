// What a page can rely on when it talks to the server.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { connect, get, post, post_as_nobody } from './api'

const kCredentials = { body: { email: 'a@example.gov.uk', password: 'x' } }

let requests: Request[] = []

// Answers in turn, and keeps what was asked.
function server(...answers: (Response | Error)[]) {
  requests = []
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request)
    const answer = answers.shift()
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer as Error)
  })
}

function problem(status: number, body: object, headers: Record<string, string> = {}) {
  const all = { 'Content-Type': 'application/problem+json', ...headers }
  return new Response(JSON.stringify(body), { status, headers: all })
}

function good(body: object, headers: Record<string, string> = {}) {
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}

const sign_in_again = vi.fn<() => Promise<boolean>>()

beforeEach(() => {
  sign_in_again.mockReset().mockResolvedValue(true)
  connect({ csrf_token: 'token', sign_in_again })
})
afterEach(() => connect(null))

describe('an answer', () => {
  it('carries the data and its ETag', async () => {
    server(good({ csrf_token: 'x' }, { ETag: '"3"' }))
    const answer = await get('/session')
    expect(answer).toMatchObject({ ok: true, data: { csrf_token: 'x' }, etag: '"3"' })
    expect(requests[0]?.headers.get('X-CSRF-Token')).toBeNull()
    expect(requests[0]?.headers.get('Idempotency-Key')).toBeNull()
  })

  it('carries what is wrong, and what somebody else changed', async () => {
    const changes = [{ at: '2026-01-01T00:00:00Z', by: 'Bea', fields: ['summary'] }]
    server(problem(412, { code: 'changed_by_someone_else', changes, revision: 4 }, { ETag: '"4"' }))
    const answer = await post('/session', { ...kCredentials, if_match: '"3"' })
    expect(answer).toEqual({
      ok: false,
      refusal: {
        status: 412,
        code: 'changed_by_someone_else',
        fields: [],
        changes,
        revision: 4,
        etag: '"4"',
        retry_after_s: null,
      },
    })
    expect(requests[0]?.headers.get('If-Match')).toBe('"3"')
    expect(requests[0]?.headers.get('X-CSRF-Token')).toBe('token')
  })

  it.each([
    ['not JSON', new Response('<html>', { status: 502 }), 502, 'status_502'],
    ['JSON of another shape', problem(400, { fields: 'x', code: 7 }), 400, 'status_400'],
    ['no answer at all', new TypeError('Failed to fetch'), 0, 'no_answer'],
  ])('is a refusal when it is %s', async (_, given, status, code) => {
    server(given)
    const answer = await get('/session')
    expect(answer).toMatchObject({ ok: false, refusal: { status, code, fields: [], changes: [] } })
  })
})

describe('a create', () => {
  const key = (index: number) => requests[index]?.headers.get('Idempotency-Key')

  it('keeps its key until it is answered, and then takes a new one', async () => {
    server(new TypeError('lost'), problem(503, {}), good({}), good({}))
    for (let i = 0; i < 4; i++) await post('/session', kCredentials)
    expect(key(0)).toMatch(/^[0-9a-f-]{36}$/)
    expect(key(1)).toBe(key(0))
    expect(key(2)).toBe(key(0))
    expect(key(3)).not.toBe(key(0))
  })

  it('has another key when it says something else', async () => {
    server(new TypeError('lost'), good({}))
    await post('/session', kCredentials)
    await post('/session', { body: { email: 'b@example.gov.uk', password: 'x' } })
    expect(key(1)).not.toBe(key(0))
  })
})

describe('when the session has ended', () => {
  it('asks to sign in again, then sends the same once more with the new token', async () => {
    server(problem(401, { code: 'sign_in_needed' }), good({}))
    sign_in_again.mockImplementation(() => {
      connect({ csrf_token: 'renewed', sign_in_again })
      return Promise.resolve(true)
    })
    const answer = await post('/session', kCredentials)
    expect(answer.ok).toBe(true)
    expect(await requests[1]?.json()).toEqual(kCredentials.body)
    expect(requests[1]?.headers.get('X-CSRF-Token')).toBe('renewed')
  })

  it('gives the refusal when the person does not', async () => {
    sign_in_again.mockResolvedValue(false)
    server(problem(401, { code: 'sign_in_needed' }))
    expect(await get('/session')).toMatchObject({ ok: false, refusal: { status: 401 } })
    expect(requests.length).toBe(1)
  })

  it('does not ask when the sign-in itself was refused', async () => {
    server(problem(401, { code: 'sign_in_failed' }))
    await post_as_nobody('/session', kCredentials)
    expect(sign_in_again).not.toHaveBeenCalled()
  })
})
