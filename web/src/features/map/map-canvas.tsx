// The moving map. The library is loaded by this page alone, draws from our own outlines, asks no
// other server for anything, and writes no text itself: labels are HTML.

import { useEffect, useRef, useState } from 'react'
import type { GeoJSONSource, Map as MapLibreMap, Marker, StyleSpecification } from 'maplibre-gl'
import type * as MapLibre from 'maplibre-gl'
import worker_url from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

import { Button, ButtonGroup } from '@/govuk'

import {
  box_of,
  circle_around,
  rings_of,
  type Boundaries,
  type Box,
  type HotSpots,
  type Location,
} from './shapes'
import { words } from './map-words'

type Props = {
  boundaries: Boundaries
  box: Box
  hot_spots: HotSpots | null
  locations: Location[]
  chosen: number | null
  onFail: () => void // it cannot be drawn here
}

type Library = Pick<typeof MapLibre, 'Marker'>
type Shapes = Exclude<Parameters<GeoJSONSource['setData']>[0], string>
type Drawn = { map: MapLibreMap; library: Library }

export function has_webgl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}

const kNothing = { type: 'FeatureCollection' as const, features: [] }

// GOV.UK colours; a cell is told from a point by shape, and both by the lists.
function style_for(boundaries: Boundaries): StyleSpecification {
  return {
    version: 8,
    sources: {
      boundaries: { type: 'geojson', data: boundaries as unknown as Shapes },
      cells: { type: 'geojson', data: kNothing },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f3f2f1' } },
      { id: 'areas', type: 'fill', source: 'boundaries', paint: { 'fill-color': '#ffffff' } },
      {
        id: 'borders',
        type: 'line',
        source: 'boundaries',
        paint: { 'line-color': '#0b0c0c', 'line-width': 1.5 },
      },
      {
        id: 'cells',
        type: 'fill',
        source: 'cells',
        paint: { 'fill-color': '#d4351c', 'fill-opacity': 0.45 },
      },
      {
        id: 'cell-edges',
        type: 'line',
        source: 'cells',
        paint: { 'line-color': '#d4351c', 'line-width': 2 },
      },
    ],
  }
}

function cells_as_shapes(hot_spots: HotSpots | null): Shapes {
  const cells = hot_spots?.cells ?? []
  return {
    type: 'FeatureCollection',
    features: cells.map(({ longitude, latitude }) => ({
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'Polygon',
        coordinates: [circle_around(longitude, latitude, hot_spots?.cell_metres ?? 0)],
      },
    })),
  }
}

function bounds_of({ west, south, east, north }: Box): [number, number, number, number] {
  return [west, south, east, north]
}

function label(text: string, class_name: string): HTMLElement {
  const element = document.createElement('div')
  element.className = class_name
  element.textContent = text
  element.setAttribute('aria-hidden', 'true')
  return element
}

function area_labels({ library, map }: Drawn, boundaries: Boundaries) {
  for (const { geometry, properties } of boundaries.features) {
    const box = box_of(rings_of(geometry).flat())
    if (!box) continue
    new library.Marker({ element: label(properties.name, 'app-map__label') })
      .setLngLat([(box.west + box.east) / 2, (box.south + box.north) / 2])
      .addTo(map)
  }
}

function useMap(props: Props) {
  const { boundaries, box, onFail } = props
  const holder = useRef<HTMLDivElement>(null)
  const [drawn, set_drawn] = useState<Drawn | null>(null)
  const first_box = useRef(box)
  const fail = useRef(onFail)

  useEffect(() => {
    let map: MapLibreMap | null = null
    let gone = false
    async function draw() {
      const library = await import('maplibre-gl')
      if (gone || !holder.current) return
      library.setWorkerUrl(worker_url)
      map = new library.Map({
        container: holder.current,
        style: style_for(boundaries),
        bounds: bounds_of(first_box.current),
        fitBoundsOptions: { padding: 20 },
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        cooperativeGestures: false,
        locale: { 'Map.Title': words.map_label },
      })
      const made = { map, library }
      map.once('load', () => {
        area_labels(made, boundaries)
        set_drawn(made)
      })
    }
    draw().catch(() => fail.current())
    return () => {
      gone = true
      map?.remove()
      set_drawn(null)
    }
  }, [boundaries])

  return { holder, drawn }
}

function useContents(drawn: Drawn | null, { hot_spots, locations, chosen }: Props) {
  useEffect(() => {
    const source = drawn?.map.getSource<GeoJSONSource>('cells')
    void source?.setData(cells_as_shapes(hot_spots))
  }, [drawn, hot_spots])

  useEffect(() => {
    if (!drawn) return
    // The last to be drawn lies on top: that is the first in rank.
    const markers = [...locations.entries()].reverse().map(([index, one]): Marker => {
      const is_chosen = one.location_id === chosen
      const name = is_chosen ? 'app-map__pin app-map__pin--chosen' : 'app-map__pin'
      return new drawn.library.Marker({ element: label(String(index + 1), name) })
        .setLngLat([one.longitude, one.latitude])
        .addTo(drawn.map)
    })
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [drawn, locations, chosen])

  useEffect(() => {
    const one = locations.find(({ location_id }) => location_id === chosen)
    if (one) drawn?.map.easeTo({ center: [one.longitude, one.latitude], zoom: 13 })
  }, [drawn, locations, chosen])
}

export function MapCanvas(props: Props) {
  const { box } = props
  const { holder, drawn } = useMap(props)
  useContents(drawn, props)

  useEffect(() => {
    drawn?.map.fitBounds(bounds_of(box), { padding: 20 })
  }, [drawn, box])

  return (
    <>
      <div ref={holder} className="app-map__canvas" />
      <ButtonGroup>
        <Button type="button" variant="secondary" onClick={() => drawn?.map.zoomIn()}>
          {words.zoom_in}
        </Button>
        <Button type="button" variant="secondary" onClick={() => drawn?.map.zoomOut()}>
          {words.zoom_out}
        </Button>
        <Button
          type="button"
          variant="secondary"
          onClick={() => drawn?.map.fitBounds(bounds_of(box), { padding: 20 })}
        >
          {words.everything}
        </Button>
      </ButtonGroup>
    </>
  )
}
