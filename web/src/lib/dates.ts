// Dates and times as people here write them. Instants come in UTC and are shown in London's time;
// plain dates (YYYY-MM-DD) have no time zone and are never moved by one.

const kZone = 'Europe/London'

const day_format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: kZone,
})
const month_format = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const month_name_format = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const clock_format = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: kZone,
})
const iso_format = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: kZone,
})

const kPlainDate = /^\d{4}-\d{2}-\d{2}$/

function as_date(text: string): Date | null {
  const is_plain = kPlainDate.test(text)
  // Noon, so that no zone's offset can move a plain date to its neighbour.
  const date = new Date(is_plain ? `${text}T12:00:00Z` : text)
  if (Number.isNaN(date.getTime())) return null
  // The 31st of February would be shown as the 3rd of March, which nobody said.
  return is_plain && date.toISOString().slice(0, 10) !== text ? null : date
}

// '2026-07-01' or an instant: '1 July 2026'. What is not a date is given back as it is.
export function format_date(text: string): string {
  const date = as_date(text)
  return date ? day_format.format(date) : text
}

// '5:30pm', 'midday', 'midnight', as the GOV.UK style guide has it.
export function format_time(instant: string): string {
  const date = as_date(instant)
  if (!date) return instant
  const parts = clock_format.formatToParts(date)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const [hour, minute, half] = [part('hour'), part('minute'), part('dayPeriod').toLowerCase()]
  if (/^(0|12)$/.test(hour) && minute === '00') return half === 'am' ? 'midnight' : 'midday'
  const spoken_hour = hour === '0' ? '12' : hour
  return minute === '00' ? `${spoken_hour}${half}` : `${spoken_hour}:${minute}${half}`
}

// '1 July 2026 at 5:30pm'.
export function format_date_time(instant: string): string {
  return as_date(instant) ? `${format_date(instant)} at ${format_time(instant)}` : instant
}

// The same, but only the day for its first moment, which is what a time that nobody knows is kept as.
export function format_day_and_known_time(instant: string): string {
  return format_time(instant) === 'midnight' ? format_date(instant) : format_date_time(instant)
}

// '2026-07': 'July 2026'.
export function format_month(month: string): string {
  const date = as_date(`${month.slice(0, 7)}-01`)
  return date ? month_format.format(date) : month
}

// '2026-07': 'Jul', where there is no room for more and the year stands near.
export function format_month_name(month: string): string {
  const date = as_date(`${month.slice(0, 7)}-01`)
  return date ? month_name_format.format(date).slice(0, 3) : month
}

// The day it is in London, as YYYY-MM-DD.
export function today(now: Date = new Date()): string {
  return iso_format.format(now)
}

// Whole days from one plain date to another; negative when the second is earlier.
export function days_between(from: string, to: string): number {
  const kDayMs = 86_400_000
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / kDayMs)
}
