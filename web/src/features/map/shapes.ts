// The geometry that both drawings share. Longitudes and latitudes in degrees.

import type { components, paths } from '@/api-types'

type JsonOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Data } } } }
}
  ? Data
  : never

export type Boundaries = JsonOf<'/map/boundaries'>
export type HotSpots = JsonOf<'/map/hot-spots'>
export type Repeats = JsonOf<'/map/repeat-locations'>
export type Months = JsonOf<'/map/months'>
export type Location = Repeats['locations'][number]
export type Cell = HotSpots['cells'][number]
export type Area = components['schemas']['Area']
export type Position = [number, number]
export type Box = { west: number; south: number; east: number; north: number }

// Every ring of a polygon or of several.
export function rings_of(geometry: object): Position[][] {
  const { type, coordinates } = geometry as { type?: string; coordinates?: unknown }
  if (type === 'Polygon') return coordinates as Position[][]
  if (type === 'MultiPolygon') return (coordinates as Position[][][]).flat()
  return []
}

export function box_of(points: Position[]): Box | null {
  if (points.length === 0) return null
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
}

// The outlines that are shown large: those of the chosen area, or all.
export function box_for(
  boundaries: Boundaries,
  area_id: string,
  locations: Location[],
): Box | null {
  const of_area = boundaries.features.filter(({ properties }) => properties.area_id === area_id)
  const shown = of_area.length > 0 ? of_area : boundaries.features
  const points = shown.flatMap(({ geometry }) => rings_of(geometry).flat())
  const fallback = locations.map(({ longitude, latitude }): Position => [longitude, latitude])
  return box_of(points.length > 0 ? points : fallback)
}

const kMetresPerDegree = 111_320

// A round outline for a cell: how big it is, not how the grid is laid.
export function circle_around(longitude: number, latitude: number, metres: number): Position[] {
  const radius_y = metres / 2 / kMetresPerDegree
  const radius_x = radius_y / Math.cos((latitude * Math.PI) / 180)
  return Array.from({ length: 25 }, (_, step): Position => {
    const angle = (step * 2 * Math.PI) / 24
    return [longitude + radius_x * Math.cos(angle), latitude + radius_y * Math.sin(angle)]
  })
}

// A projection good enough for a county: straight, with the degrees of longitude made narrower.
export function projection(box: Box, width: number) {
  const narrow = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180)
  const margin = 8
  const span_x = Math.max(1e-6, (box.east - box.west) * narrow)
  const scale = (width - 2 * margin) / span_x
  const height = Math.max(60, (box.north - box.south) * scale + 2 * margin)
  const place = ([longitude, latitude]: Position): Position => [
    margin + (longitude - box.west) * narrow * scale,
    margin + (box.north - latitude) * scale,
  ]
  return { place, height, scale }
}
