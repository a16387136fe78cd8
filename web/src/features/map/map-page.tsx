// Recorded incidents by month and area, hot spots, and repeat locations in an order that is fair.
// The lists hold everything; the map is another way to look at them.

import { useMemo, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import { Details, Page, Select, Table } from '@/govuk'
import { get } from '@/lib/api'
import { MonthColumns } from '@/lib/chart'
import { format_month } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { may, useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { has_webgl, MapCanvas } from './map-canvas'
import { MapOutline } from './map-outline'
import { place_name, say_method, words } from './map-words'
import './map.scss'
import {
  box_for,
  type Area,
  type Boundaries,
  type HotSpots,
  type Location,
  type Months,
  type Repeats,
} from './shapes'

export function MapPage() {
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  const boundaries = useLoaded('/map/boundaries', (signal) =>
    get('/map/boundaries', { query: { kind: 'district' }, signal }),
  )
  return (
    <WhenLoaded of={directory}>
      {({ areas }) => (
        <WhenLoaded of={boundaries}>
          {(outlines) => <WholeMap areas={areas} boundaries={outlines} />}
        </WhenLoaded>
      )}
    </WhenLoaded>
  )
}

// The months from the first to the last on record, also those without an incident.
export function every_month(first: string | null, last: string | null): string[] {
  if (!first || !last) return []
  const months: string[] = []
  let [year = 0, month = 1] = first.split('-').map(Number)
  while (months.length < 1200) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > last) break
    months.push(name)
    if (month === 12) year += 1
    month = month === 12 ? 1 : month + 1
  }
  return months
}

type WholeProps = { areas: Area[]; boundaries: Boundaries }

function WholeMap({ areas, boundaries }: WholeProps) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { session } = useSession()
  const mine = areas.filter(({ id }) => session.sees_partnership || session.area_ids.includes(id))
  const only = mine.length === 1 ? (mine[0]?.id ?? '') : ''
  const area_id = search.get('area_id') ?? only
  const month = search.get('month') ?? ''
  const months = useLoaded(`/map/months ${area_id}`, (signal) =>
    get('/map/months', { query: { area_id: area_id || undefined }, signal }),
  )

  function show(next: { area_id?: string; month?: string }) {
    const query = new URLSearchParams()
    const chosen = { area_id, month, ...next }
    if (chosen.area_id) query.set('area_id', chosen.area_id)
    if (chosen.month) query.set('month', chosen.month)
    void navigate(query.size > 0 ? `/map?${query}` : '/map', { replace: true })
  }

  const area_choice = (
    <Select
      name="area_id"
      label={words.area}
      value={area_id}
      options={[
        ...(session.sees_partnership ? [{ value: '', label: words.all_areas }] : []),
        ...mine.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(chosen) => show({ area_id: chosen })}
    />
  )
  return (
    <Page title={words.title} width="full">
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.approximate}</p>
      <PartLoaded of={months}>
        {(counts) =>
          counts.first_month === null ? (
            <>
              {mine.length > 1 && area_choice}
              <p className="govuk-body">{words.none}</p>
            </>
          ) : (
            <>
              <div className="app-choose">
                {mine.length > 1 && area_choice}
                <MonthChoice
                  counts={counts}
                  month={month}
                  onChoose={(one) => show({ month: one })}
                />
              </div>
              <Drawn boundaries={boundaries} area_id={area_id} month={month} />
              <ByMonth counts={counts} />
            </>
          )
        }
      </PartLoaded>
    </Page>
  )
}

type ChoiceProps = { counts: Months; month: string; onChoose: (month: string) => void }

function MonthChoice({ counts, month, onChoose }: ChoiceProps) {
  const months = every_month(counts.first_month, counts.last_month)
  const at = months.indexOf(month)
  return (
    <>
      <Select
        key={month}
        name="month"
        label={words.month}
        value={month}
        options={[
          { value: '', label: words.all_months },
          ...months.map((one) => ({ value: one, label: format_month(one) })),
        ]}
        onChange={onChoose}
      />
      {months.length > 1 && (
        <div className="govuk-form-group app-map__months">
          <label className="govuk-label" htmlFor="month-slider">
            {words.slider}
          </label>
          <input
            id="month-slider"
            className="app-map__slider"
            type="range"
            min={-1}
            max={months.length - 1}
            step={1}
            value={at}
            aria-valuetext={at < 0 ? words.all_months : format_month(months[at] ?? '')}
            onChange={(event) => onChoose(months[Number(event.currentTarget.value)] ?? '')}
          />
        </div>
      )}
    </>
  )
}

type DrawnProps = { boundaries: Boundaries; area_id: string; month: string }

function Drawn({ boundaries, area_id, month }: DrawnProps) {
  const query = {
    area_id: area_id || undefined,
    from_month: month || undefined,
    to_month: month || undefined,
  }
  const key = `${area_id} ${month}`
  const hot_spots = useLoaded(`hot-spots ${key}`, (signal) =>
    get('/map/hot-spots', { query, signal }),
  )
  const repeats = useLoaded(`repeats ${key}`, (signal) =>
    get('/map/repeat-locations', { query: { ...query, limit: 25 }, signal }),
  )
  const [chosen, set_chosen] = useState<number | null>(null)
  const locations = useMemo(() => repeats.data?.locations ?? [], [repeats.data])
  const picture = useRef<HTMLDivElement>(null)
  function choose(location: number) {
    set_chosen(location)
    // The map is above the list.
    picture.current?.scrollIntoView?.({ block: 'nearest' })
  }
  return (
    <>
      <div ref={picture}>
        <Picture
          boundaries={boundaries}
          area_id={area_id}
          hot_spots={hot_spots.data}
          locations={locations}
          chosen={chosen}
        />
      </div>
      <h2 className="govuk-heading-m">{words.repeat_title}</h2>
      <PartLoaded of={repeats}>
        {(found) => <RepeatList found={found} chosen={chosen} onChoose={choose} />}
      </PartLoaded>
      <PartLoaded of={hot_spots}>{(found) => <HotSpotList found={found} />}</PartLoaded>
    </>
  )
}

type PictureProps = {
  boundaries: Boundaries
  area_id: string
  hot_spots: HotSpots | null
  locations: Location[]
  chosen: number | null
}

function Picture(props: PictureProps) {
  const { boundaries, area_id, locations } = props
  const [drawable, set_drawable] = useState(has_webgl)
  const without_outlines = boundaries.features.length === 0
  const box = useMemo(
    () => box_for(boundaries, area_id, without_outlines ? locations : []),
    [boundaries, area_id, locations, without_outlines],
  )
  if (!box) return null
  if (drawable) return <MapCanvas {...props} box={box} onFail={() => set_drawable(false)} />
  return (
    <>
      <MapOutline {...props} box={box} />
      <p className="govuk-body-s">{words.no_webgl}</p>
    </>
  )
}

function Method({ code }: { code: string }) {
  const { name, explanation } = say_method(code)
  return (
    <Details summary={`Method: ${name}`}>
      <p className="govuk-body">{explanation}</p>
    </Details>
  )
}

function HotSpotList({ found }: { found: HotSpots }) {
  return (
    <>
      <h2 className="govuk-heading-m">{words.hot_title}</h2>
      <Method code={found.method} />
      <Details summary={`List of ${found.cells.length} hot spots`}>
        <Table
          caption={words.hot_title}
          caption_hidden
          small_text
          columns={[
            { label: 'Centre (latitude, longitude)' },
            { label: 'Incidents', numeric: true },
            { label: 'Strength (z)', numeric: true },
          ]}
          rows={found.cells.map((cell) => ({
            key: `${cell.longitude} ${cell.latitude}`,
            cells: [
              `${cell.latitude.toFixed(4)}, ${cell.longitude.toFixed(4)}`,
              cell.count,
              cell.z.toFixed(1),
            ],
          }))}
          empty={words.hot_none}
        />
      </Details>
    </>
  )
}

function open_href({ name, longitude, latitude, area_id }: Location): string {
  const query = new URLSearchParams({
    name: place_name(name),
    longitude: String(longitude),
    latitude: String(latitude),
  })
  if (area_id) query.set('area_id', area_id)
  return `/map/open-case?${query}`
}

const kWhatToDo = { label: <span className="govuk-visually-hidden">{words.what_to_do}</span> }

type RepeatProps = {
  found: Repeats
  chosen: number | null
  onChoose: (location: number) => void
}

function RepeatList({ found, chosen, onChoose }: RepeatProps) {
  const may_open = may(useSession().session, 'run_cases')
  const of_it = (name: string) => <span className="govuk-visually-hidden">: {name}</span>
  return (
    <>
      <Method code={found.method} />
      <Table
        caption={words.repeat_title}
        caption_hidden
        stacked
        first_cell_is_header
        columns={[
          { label: 'Location, by rank' },
          { label: 'Incidents' },
          { label: 'Likely each month' },
          ...(may_open ? [kWhatToDo, kWhatToDo] : [kWhatToDo]),
        ]}
        rows={found.locations.map((one, index) => ({
          key: String(one.location_id),
          cells: [
            `${index + 1}. ${one.name}`,
            one.months_active === 1
              ? `${one.count} in 1 month`
              : `${one.count} in ${one.months_active} months`,
            `${one.lower.toFixed(1)} to ${one.upper.toFixed(1)}`,
            <button
              key="show"
              type="button"
              className="app-link-button govuk-link app-one-line"
              aria-pressed={one.location_id === chosen}
              onClick={() => onChoose(one.location_id)}
            >
              {words.show_on_map}
              {of_it(one.name)}
            </button>,
            ...(may_open
              ? [
                  <a key="open" className="govuk-link app-one-line" href={open_href(one)}>
                    {words.open_here}
                    {of_it(one.name)}
                  </a>,
                ]
              : []),
          ],
        }))}
        empty={words.repeat_none}
      />
    </>
  )
}

function ByMonth({ counts }: { counts: Months }) {
  const months = every_month(counts.first_month, counts.last_month)
  const total = (month: string) =>
    counts.months.filter((one) => one.month === month).reduce((sum, { count }) => sum + count, 0)
  const totals = months.map((month) => ({ month, value: total(month) }))
  const outside = counts.months
    .filter(({ area_id }) => area_id === null)
    .reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <h2 className="govuk-heading-m">{words.by_month}</h2>
      <MonthColumns label={words.by_month_picture} months={totals} value_label="Incidents" />
      <Details summary={words.by_month_table}>
        <Table
          caption={words.by_month}
          caption_hidden
          columns={[{ label: 'Month' }, { label: 'Incidents', numeric: true }]}
          rows={totals.map(({ month, value }) => ({
            key: month,
            cells: [format_month(month), value.toLocaleString('en-GB')],
          }))}
        />
      </Details>
      {outside > 0 && (
        <p className="govuk-body-s">
          {`${outside.toLocaleString('en-GB')} of these lie in no area. They are counted, not dropped.`}
        </p>
      )}
    </>
  )
}
