// A day and a time as people here read them off a clock, as an instant.

// Stands for a time that nobody knows.
export const kStartOfDay = '00:00'

const kHourMs = 3_600_000

const wall_clock = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

function on_the_wall(instant: number): string {
  return wall_clock.format(new Date(instant)).replace(', ', 'T')
}

// '2026-07-01' and '14:30': '2026-07-01T13:30:00Z'. An hour that the clocks skip in spring is taken
// as winter time; of an hour that comes twice in autumn, the first. Null when it is no date or time.
export function london_instant(date: string, time: string): string | null {
  const given = `${date}T${time.padStart(5, '0')}`
  const as_utc = Date.parse(`${given}:00Z`)
  if (Number.isNaN(as_utc)) return null
  const summer = as_utc - kHourMs
  const instant = on_the_wall(summer) === given ? summer : as_utc
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}
