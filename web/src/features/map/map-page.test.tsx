// The map without WebGL, which is how a test and many a locked-down desk see it: the lists hold
// everything, and an outline stands where the moving map would.

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { draw, pretend_server, type Replies } from '@/lib/pretend-server'

import { every_month, MapPage } from './map-page'
import { place_name } from './map-words'
import { number_or_null, OpenCasePage } from './open-case-page'
import { box_of, circle_around, projection } from './shapes'

const square = [
  [-0.5, 54.2],
  [-0.3, 54.2],
  [-0.3, 54.3],
  [-0.5, 54.2],
]
const location = {
  location_id: 5,
  name: 'On or near Cliff Street',
  longitude: -0.4,
  latitude: 54.25,
  area_id: 'h-sca',
  count: 14,
  months_active: 6,
  rate: 2.1,
  lower: 1.4,
  upper: 3.2,
  by_month: [],
}
const replies: Replies = {
  'GET /directory': { body: { areas: [{ id: 'h-sca', name: 'Scarborough' }], agencies: [] } },
  'GET /map/boundaries': {
    body: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Polygon', coordinates: [square] },
          properties: { code: 'E1', name: 'Scarborough', kind: 'district', area_id: 'h-sca' },
        },
      ],
    },
  },
  'GET /map/months': {
    body: {
      first_month: '2025-12',
      last_month: '2026-02',
      months: [
        { month: '2025-12', area_id: 'h-sca', count: 40 },
        { month: '2026-02', area_id: null, count: 2 },
      ],
    },
  },
  'GET /map/hot-spots': {
    body: {
      method: 'getis_ord_gi_star',
      cell_metres: 500,
      cells: [{ longitude: -0.4, latitude: 54.25, count: 30, z: 4.2, p: 0.001 }],
    },
  },
  'GET /map/repeat-locations': {
    body: {
      method: 'gamma_poisson_lower_bound',
      from_month: '2025-12',
      to_month: '2026-02',
      locations: [location],
    },
  },
}

describe('MapPage', () => {
  it('ranks the locations beside an outline, and names its methods', async () => {
    pretend_server(replies)
    draw(MapPage, '/map', '/map')
    const row = await screen.findByRole('row', { name: /Cliff Street/ })
    expect(within(row).getByText('14 in 6 months')).toBeTruthy()
    expect(await screen.findByRole('img', { name: /Outline of the areas/ })).toBeTruthy()
    expect(await screen.findByText('Method: Getis-Ord Gi*')).toBeTruthy()
    expect(screen.getByText(/do(es)? not\s+outrank/)).toBeTruthy()
  })

  it('counts the incidents that lie in no area, and months without any', async () => {
    pretend_server(replies)
    draw(MapPage, '/map', '/map')
    expect(await screen.findByText(/2 of these lie in no area/)).toBeTruthy()
    expect(await screen.findByRole('row', { name: 'January 2026 0' })).toBeTruthy()
  })

  it('leads from a location to a place case, carrying where it is', async () => {
    pretend_server(replies)
    draw(MapPage, '/map', '/map')
    const link = await screen.findByRole('link', { name: /Open a place case here/ })
    expect(link.getAttribute('href')).toBe(
      '/map/open-case?name=Cliff+Street&longitude=-0.4&latitude=54.25&area_id=h-sca',
    )
  })
})

describe('OpenCasePage', () => {
  const at = '/map/open-case?name=Cliff+Street&longitude=-0.4&latitude=54.25&area_id=h-sca'

  it('puts a new place on record when none is like it, and goes on to the case', async () => {
    const sent = pretend_server({
      'POST /places/matches': { body: { matches: [] } },
      'POST /places': { status: 201, body: { id: 'pl1' } },
    })
    draw(OpenCasePage, '/map/open-case', at)
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByText('/cases/new?place_id=pl1&area_id=h-sca')).toBeTruthy()
    expect(sent[1]?.body).toMatchObject({ line: 'Cliff Street', longitude: -0.4, kind: 'street' })
    expect(sent[1]?.body).not.toHaveProperty('name')
  })

  it('knows a park by its name, and leads from a missing one to its field', async () => {
    const fields = [{ field: 'name', code: 'required' }]
    const sent = pretend_server({
      'POST /places/matches': { body: { matches: [] } },
      'POST /places': { status: 400, body: { code: 'check_answers', fields } },
    })
    draw(OpenCasePage, '/map/open-case', at)
    await userEvent.click(screen.getByLabelText('Open space, such as a park'))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    const link = await screen.findByRole('link', { name: 'Enter what the place is called' })
    await userEvent.click(link)
    expect(document.activeElement).toBe(screen.getByLabelText('What is it called?'))
    expect(sent[1]?.body).toMatchObject({ name: 'Cliff Street', kind: 'open_space' })
    expect(sent[1]?.body).not.toHaveProperty('line')
  })

  it('asks first when a place is like it, and makes no second one', async () => {
    const place = { id: 'pl7', name: 'Cliff Street', line: '', town: 'Scarborough', postcode: '' }
    const sent = pretend_server({
      'POST /places/matches': { body: { matches: [{ place, band: 'likely', reasons: [] }] } },
    })
    draw(OpenCasePage, '/map/open-case', at)
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await userEvent.click(await screen.findByLabelText('Cliff Street, Scarborough'))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByText('/cases/new?place_id=pl7&area_id=h-sca')).toBeTruthy()
    expect(sent.map(({ path }) => path)).toEqual(['/places/matches'])
  })
})

describe('the geometry', () => {
  it('keeps a box whole and the right way up', () => {
    const box = box_of([
      [-0.5, 54.2],
      [-0.3, 54.3],
    ])
    expect(box).toEqual({ west: -0.5, south: 54.2, east: -0.3, north: 54.3 })
    const { place } = projection(box ?? { west: 0, south: 0, east: 1, north: 1 }, 600)
    const [west, top] = place([-0.5, 54.3])
    const [east, bottom] = place([-0.3, 54.2])
    expect(west).toBeCloseTo(8)
    expect(east).toBeCloseTo(592)
    expect(top).toBeLessThan(bottom)
  })

  it('draws a cell as wide as it is', () => {
    const ring = circle_around(-0.4, 54.25, 500)
    const north = Math.max(...ring.map(([, latitude]) => latitude))
    expect((north - 54.25) * 111_320).toBeCloseTo(250, 0)
    expect(ring[0]?.[0]).toBeCloseTo(ring.at(-1)?.[0] ?? 0)
  })

  it('runs through the turn of the year', () => {
    expect(every_month('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(every_month(null, null)).toEqual([])
  })

  it('takes nothing from the address that is not a number', () => {
    expect(number_or_null('-0.4')).toBe(-0.4)
    for (const text of [null, '', 'NaN', 'here']) expect(number_or_null(text)).toBeNull()
    expect(place_name('On or near Cliff Street')).toBe('Cliff Street')
  })
})
