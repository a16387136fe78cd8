// How pages talk to the server. Every call ends in an Answer: the data, or why it was refused.
// Nothing here throws for what a user, a network or another user can cause.
//
// - A create carries an Idempotency-Key; sending the same again after a lost answer uses the same
//   key, so a double click or a retry can never make two of anything.
// - When the session has ended, the person is asked to sign in again over the page and the call is
//   then sent once more, so what was typed is still there.

import createClient from 'openapi-fetch'
import type { HttpMethod, PathsWithMethod, SuccessResponseJSON } from 'openapi-typescript-helpers'

import type { paths } from '@/api-types'

import { kNetworkCode, kNoAnswer, read_refusal, type Refusal } from './refusal'

export type { Change, FieldError, Refusal } from './refusal'

export type Answer<Data> =
  { ok: true; status: number; data: Data; etag: string | null } | { ok: false; refusal: Refusal }

type Operation<
  Path extends keyof paths,
  Method extends HttpMethod,
> = Method extends keyof paths[Path] ? NonNullable<paths[Path][Method]> : never

type Parameters<Op> = Op extends { parameters: infer All } ? All : Record<never, never>

type PathOption<All> = All extends { path: infer Values } ? { path: Values } : { path?: undefined }

type QueryOption<All> = All extends { query: infer Values }
  ? { query: Values }
  : All extends { query?: infer Values }
    ? { query?: Values }
    : { query?: undefined }

type BodyOption<Op> = Op extends { requestBody: { content: { 'application/json': infer Body } } }
  ? { body: Body }
  : Op extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? { body?: Body }
    : { body?: undefined }

// The ETag of what is being edited: asked for wherever the API description asks for it.
type MatchOption<All> = All extends { header: { 'If-Match': string } }
  ? { if_match: string }
  : { if_match?: string }

type Extras = { signal?: AbortSignal }

export type CallOptions<Path extends keyof paths, Method extends HttpMethod> = Extras &
  MatchOption<Parameters<Operation<Path, Method>>> &
  PathOption<Parameters<Operation<Path, Method>>> &
  QueryOption<Parameters<Operation<Path, Method>>> &
  BodyOption<Operation<Path, Method>>

export type DataOf<Path extends keyof paths, Method extends HttpMethod> = SuccessResponseJSON<
  Operation<Path, Method> & Record<string | number, unknown>
>

// Options may be left out when nothing in them is needed.
type Rest<Options> = Record<never, never> extends Options ? [options?: Options] : [options: Options]

type Caller<Method extends HttpMethod> = <Path extends PathsWithMethod<paths, Method>>(
  path: Path,
  ...rest: Rest<CallOptions<Path, Method>>
) => Promise<Answer<DataOf<Path, Method>>>

type AnyOptions = Extras & { if_match?: string; path?: object; query?: object; body?: unknown }

// What the session lends to every call. See session.tsx.
export type Connection = {
  csrf_token: string | null
  // Asks the person to sign in again; true when the same person did.
  sign_in_again: () => Promise<boolean>
}

const kNobody: Connection = { csrf_token: null, sign_in_again: () => Promise.resolve(false) }
let connection: Connection = kNobody

export function connect(next: Connection | null) {
  connection = next ?? kNobody
}

const client = createClient<Record<string, Record<string, never>>>({
  baseUrl: `${location.origin}/api/v1`,
  // Looked up at each call, so that a test can put its own in place.
  fetch: (request) => fetch(request),
})

// Keys of creates whose answer has not arrived, by what was sent.
const unanswered = new Map<string, string>()

function headers_for(method: HttpMethod, what: string, options: AnyOptions) {
  const headers: Record<string, string> = {}
  if (method !== 'get' && connection.csrf_token) headers['X-CSRF-Token'] = connection.csrf_token
  if (options.if_match) headers['If-Match'] = options.if_match
  if (method === 'post') {
    const key = unanswered.get(what) ?? crypto.randomUUID()
    unanswered.set(what, key)
    headers['Idempotency-Key'] = key
  }
  return headers
}

async function send(method: HttpMethod, path: string, options: AnyOptions) {
  const what = JSON.stringify([method, path, options.path, options.query, options.body])
  const init = {
    params: { path: options.path, query: options.query },
    body: options.body,
    headers: headers_for(method, what, options),
    signal: options.signal,
    credentials: 'same-origin',
  }
  const request = client.request as (
    method: string,
    path: string,
    init: unknown,
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>

  const answer = await request(method, path, init)
  // A server in trouble may or may not have done it, so only a real answer lets the key go.
  if (answer.response.status < 500) unanswered.delete(what)
  return answer
}

async function once(
  method: HttpMethod,
  path: string,
  options: AnyOptions,
): Promise<Answer<unknown>> {
  try {
    const { data, error, response } = await send(method, path, options)
    if (!response.ok) return { ok: false, refusal: read_refusal(response, error) }
    return { ok: true, status: response.status, data, etag: response.headers.get('ETag') }
  } catch (trouble) {
    if (options.signal?.aborted) throw trouble // nobody is waiting for this answer any more
    return { ok: false, refusal: { ...kNoAnswer, code: kNetworkCode } }
  }
}

async function call(method: HttpMethod, path: string, options: AnyOptions = {}) {
  const answer = await once(method, path, options)
  const session_ended = !answer.ok && answer.refusal.status === 401 && connection !== kNobody
  if (!session_ended || !(await connection.sign_in_again())) return answer
  return once(method, path, options)
}

function caller<Method extends HttpMethod>(method: Method): Caller<Method> {
  return ((path: string, options?: AnyOptions) => call(method, path, options)) as Caller<Method>
}

export const get = caller('get')
export const post = caller('post')
export const put = caller('put')
export const patch = caller('patch')
export const del = caller('delete')

// For the session itself, where a 401 is an answer and no reason to ask for a new sign-in.
export const post_as_nobody = ((path: string, options?: AnyOptions) =>
  once('post', path, options ?? {})) as Caller<'post'>
export const get_as_nobody = ((path: string, options?: AnyOptions) =>
  once('get', path, options ?? {})) as Caller<'get'>
export const del_as_nobody = ((path: string, options?: AnyOptions) =>
  once('delete', path, options ?? {})) as Caller<'delete'>
