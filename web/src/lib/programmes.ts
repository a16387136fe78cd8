// The programmes: what their codes are called. A case's own version says what its codes mean; lists
// of many cases use the versions on offer today.

import type { components } from '@/api-types'

import { get, type Answer } from './api'

export type Programme = components['schemas']['Programme']
export type CodeLabel = components['schemas']['Option']

// 'alleged_perpetrator' as 'Alleged perpetrator': for a code that nobody has a label for.
export function say_code(code: string): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function label_of(options: readonly CodeLabel[], code: string): string {
  return options.find((one) => one.code === code)?.label ?? say_code(code)
}

// For a choice: the label without what follows its colon, which explains it.
export function short_label_of(options: readonly CodeLabel[], code: string): string {
  return label_of(options, code).split(':')[0] ?? code
}

export function select_options(options: readonly CodeLabel[], none?: string) {
  const all = options.map(({ code, label }) => ({ value: code, label }))
  return none === undefined ? all : [{ value: '', label: none }, ...all]
}

export function radio_options(options: readonly CodeLabel[]) {
  return options.map(({ code, label }) => ({ value: code, label }))
}

// Every programme on offer today, whole. There are a handful.
export async function get_programmes(signal: AbortSignal): Promise<Answer<Programme[]>> {
  const listed = await get('/programmes', { signal })
  if (!listed.ok) return listed
  const answers = await Promise.all(
    listed.data.programmes.map(({ code }) =>
      get('/programmes/{code}', { path: { code }, query: {}, signal }),
    ),
  )
  const programmes: Programme[] = []
  for (const answer of answers) {
    if (!answer.ok) return answer
    programmes.push(answer.data)
  }
  return { ok: true, status: 200, data: programmes, etag: null }
}

export function stage_label(programmes: readonly Programme[], code: string, stage: string): string {
  const programme = programmes.find((one) => one.code === code)
  return label_of(programme?.stages ?? [], stage)
}

export function band_label(programme: Programme | undefined, band: string): string {
  if (band === '' || band === 'not_recorded') return 'Not assessed'
  return label_of(programme?.questionnaire.bands ?? [], band)
}

// Colour beside the words, never instead of them.
export function band_colour(band: string) {
  const colours = { high: 'red', medium: 'yellow', standard: 'green' } as const
  return band in colours ? colours[band as keyof typeof colours] : 'grey'
}
