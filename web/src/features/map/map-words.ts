// Every word of the map.

import { say_code } from '@/lib/programmes'

const methods: Record<string, { name: string; explanation: string }> = {
  getis_ord_gi_star: {
    name: 'Getis-Ord Gi*',
    explanation:
      'The map is divided into equal cells. A cell is a hot spot when more was recorded in it and ' +
      'in its neighbours than chance would have it. So many cells are tested that some would ' +
      'stand out by chance alone, so the test is made stricter: of the cells shown, about 1 in ' +
      '20 is expected to be there by chance.',
  },
  gamma_poisson_lower_bound: {
    name: 'Gamma-Poisson, ranked by its lower bound',
    explanation:
      'Locations are ranked by the monthly rate that we can be confident of, not by a simple ' +
      'count. A location with a handful of incidents, or with a single bad month, does not ' +
      'outrank one that is busy month after month.',
  },
}

export function say_method(code: string): { name: string; explanation: string } {
  return methods[code] ?? { name: say_code(code), explanation: '' }
}

export const words = {
  title: 'Map of recorded incidents',
  area: 'Area',
  all_areas: 'All areas',
  month: 'Month',
  all_months: 'All months on record',
  slider: 'Move through the months',
  none: 'No incidents have been imported yet.',
  map_label: 'Map of areas, hot spots and repeat locations. The lists on this page say the same.',
  outline_label:
    'Outline of the areas with hot spots and repeat locations. The lists on this page say the same.',
  no_webgl: 'This browser cannot draw the moving map, so an outline is shown.',
  zoom_in: 'Zoom in',
  zoom_out: 'Zoom out',
  everything: 'Show everything',
  show_on_map: 'Show on the map',
  open_here: 'Open a place case here',
  what_to_do: 'What to do',
  repeat_title: 'Repeat locations',
  repeat_none: 'No location stands out in this time.',
  hot_title: 'Hot spots',
  hot_none: 'No cell stands out from chance in this time.',
  by_month: 'Incidents by month',
  by_month_picture: 'Incidents by month, as columns. The table below says the same.',
  by_month_table: 'Incidents by month as a table',
  approximate:
    'Police records give an approximate point near where something happened, never an address.',
  open_title: 'Open a place case here',
  field: (name: string, code: string) => {
    if (name === 'match') return 'Choose whether the place is already on record'
    if (name === 'kind' && code === 'required') return 'Choose what kind of place it is'
    if (name === 'name' || name === 'line') return 'Enter what the place is called'
    return 'Check this answer'
  },
  refusal: () => undefined,
}

// Police extracts name a point by what is near it.
export function place_name(location: string): string {
  return location.replace(/^on or near /i, '')
}
