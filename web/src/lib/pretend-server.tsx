// For tests of pages: answers calls from a table, notes what was sent, and draws a page at an
// address for somebody who is signed in.

import { render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router'
import { vi } from 'vitest'

import { SessionContext, type Session } from './session-context'

export type Sent = { method: string; path: string; body: unknown; if_match: string | null }
export type Reply = { status?: number; body?: unknown; etag?: string }
// 'GET /cases/c1': what is answered, or one answer after the other (the last one stays).
export type Replies = Record<string, Reply | Reply[]>

// What was sent, oldest first; reads are not kept.
export function pretend_server(replies: Replies): Sent[] {
  const sent: Sent[] = []
  const used = new Map<string, number>()
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    const key = `${request.method} ${path}`
    if (request.method !== 'GET') {
      const text = await request.text()
      const body: unknown = text === '' ? null : JSON.parse(text)
      sent.push({
        method: request.method,
        path,
        body,
        if_match: request.headers.get('If-Match'),
      })
    }
    const found = replies[key]
    const count = used.get(key) ?? 0
    used.set(key, count + 1)
    const reply = Array.isArray(found) ? found[Math.min(count, found.length - 1)] : found
    const status = reply ? (reply.status ?? 200) : 404
    const body = reply ? reply.body : { code: 'no_such_thing' }
    return new Response(status === 204 ? null : JSON.stringify(body ?? {}), {
      status,
      headers: { 'Content-Type': 'application/json', ...(reply?.etag && { ETag: reply.etag }) },
    })
  })
  return sent
}

export const kAmal: Session = {
  user_id: 'u-amal',
  name: 'Amal Khan',
  agency_id: 'a-council',
  agency_name: 'Scarborough Council',
  partnership_name: 'North Yorkshire',
  is_demo: true,
  permissions: ['read_cases', 'work_on_cases', 'run_cases', 'see_map', 'see_hub_picture'],
  area_ids: ['h-sca'],
  sees_partnership: false,
  second_factor: 'off',
  csrf_token: 'one',
  today: '2026-03-10',
}

function Address() {
  const { pathname, search } = useLocation()
  return <p data-testid="address">{pathname + search}</p>
}

export function draw(Page: ComponentType, path: string, at: string, session: Session = kAmal) {
  const router = createMemoryRouter(
    [
      {
        path,
        element: (
          <>
            <Page />
            <Address />
          </>
        ),
      },
      { path: '*', element: <Address /> },
    ],
    { initialEntries: [at] },
  )
  render(
    <SessionContext value={{ session, sign_out: () => Promise.resolve() }}>
      <RouterProvider router={router} />
    </SessionContext>,
  )
  return router
}
