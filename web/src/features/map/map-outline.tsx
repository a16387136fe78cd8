// The map as plain SVG, for a browser without WebGL. It cannot be moved; the lists say the same.

import {
  projection,
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
}

const kWidth = 600
const kMetresPerDegree = 111_320

export function MapOutline({ boundaries, box, hot_spots, locations, chosen }: Props) {
  const { place, height, scale } = projection(box, kWidth)
  const cell_radius = Math.max(3, ((hot_spots?.cell_metres ?? 0) / 2 / kMetresPerDegree) * scale)
  const path = (geometry: object) =>
    rings_of(geometry)
      .map((ring) => {
        const points = ring.map((point) =>
          place(point)
            .map((one) => one.toFixed(1))
            .join(','),
        )
        return `M${points.join('L')}Z`
      })
      .join('')
  return (
    <svg
      className="app-map__outline"
      viewBox={`0 0 ${kWidth} ${height}`}
      role="img"
      aria-label={words.outline_label}
    >
      {boundaries.features.map(({ geometry, properties }) => (
        <path key={properties.code} d={path(geometry)} className="app-map__area" />
      ))}
      {hot_spots?.cells.map(({ longitude, latitude }) => {
        const [x, y] = place([longitude, latitude])
        return (
          <circle
            key={`${longitude} ${latitude}`}
            cx={x}
            cy={y}
            r={cell_radius}
            className="app-map__cell"
          />
        )
      })}
      {/* The last to be drawn lies on top: that is the first in rank. */}
      {[...locations.entries()].reverse().map(([index, one]) => {
        const { location_id, longitude, latitude } = one
        const [x, y] = place([longitude, latitude])
        const is_chosen = location_id === chosen
        return (
          <g key={location_id}>
            <circle
              cx={x}
              cy={y}
              r={is_chosen ? 11 : 8}
              className={is_chosen ? 'app-map__point app-map__point--chosen' : 'app-map__point'}
            />
            <text x={x} y={y + 4} className="app-map__rank">
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
