// What the system wrote about a change, in codes, ids and plain dates: put in words.

import { format_date } from '@/lib/dates'
import { band_label, label_of, type Programme } from '@/lib/programmes'
import type { Directory } from '@/lib/reference'
import { depths, type Depth } from '@/lib/sharing-words'

import { letter_done, place_roles, points, sharing_done, told, update_results } from './case-words'
import type { Entry } from './types'

const kId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const kDate = /^\d{4}-\d{2}-\d{2}$/
const kNumber = /^\d+$/

function say_date(kind: string, date: string): string {
  if (kind === 'review') return `next review ${format_date(date)}`
  if (kind.startsWith('action')) return `due ${format_date(date)}`
  return format_date(date)
}

function say_number(kind: string, number: string): string {
  if (kind === 'risk') return `score ${number}`
  if (kind === 'update_agreed') return number === '1' ? 'every day' : `every ${number} days`
  return number
}

// An agency, a team or a hub that is no longer listed has no name to show, and an id says nothing.
function say_id(directory: Directory | null, wanted: string): string {
  if (!directory) return ''
  const { agencies, teams, areas } = directory
  return [...agencies, ...teams, ...areas].find(({ id }) => id === wanted)?.name ?? ''
}

function say_known(programme: Programme, code: string): string {
  const known = [
    ...programme.person_roles,
    ...place_roles,
    ...programme.tools,
    ...programme.update_channels,
    ...programme.action_results,
    ...programme.questionnaire.override_reasons,
    ...update_results,
    ...points,
  ]
  const is_band = programme.questionnaire.bands.some((band) => band.code === code)
  return is_band ? band_label(programme, code) : label_of(known, code)
}

// 'stage' of 'opened,assessing', 'person' of 'changed,victim,witness': what it was, then what it is.
const kFromTo: Record<string, RegExp> = { stage: /^/, person: /^changed$/, place: /^changed$/ }

function say_from_to(kind: string, codes: string[], said: string[]): string | null {
  const is_move = kFromTo[kind]?.test(codes[0] ?? '') && said.length >= 2
  return is_move ? `From ${said.at(-2)} to ${said.at(-1)}` : null
}

const kIntroduced = /^(added|ended|brought_in|given|tried|declined)$/

// A closing: why, then whether the victim was told, or why not.
function say_closing(programme: Programme, [reason = '', victim_told]: string[]): string {
  const why = label_of(programme.closing_reasons, reason)
  if (!victim_told) return why
  const answer = label_of([told, ...programme.not_told_reasons], victim_told)
  return `${why}. Was the victim told? ${answer}`
}

// What was shared, and how deep: whom is the entry's own to say.
function say_sharing([what = '', , depth]: string[]): string {
  const said = sharing_done[what] ?? ''
  return depth ? `${said}: ${depths[depth as Depth]}` : said
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Written = Pick<Entry, 'kind' | 'detail'>

export function say_detail(
  { kind, detail }: Written,
  programme: Programme,
  directory: Directory | null,
): string {
  const codes = detail.split(',').filter((code) => code !== '')
  if (kind === 'stage' || kind === 'opened' || kind === 'reopened') {
    // An opened case also names its programme, which stands in the summary.
    const stages = codes.filter((code) => programme.stages.some((stage) => stage.code === code))
    const said = stages.map((code) => label_of(programme.stages, code))
    return say_from_to(kind, stages, said) ?? said.join(', then ')
  }
  if (kind === 'closed') return say_closing(programme, codes)
  if (kind === 'sharing') return say_sharing(codes)
  if (kind === 'letter') return letter_done[codes[0] ?? ''] ?? ''
  if (kind === 'answers') {
    return codes.map((code) => label_of(programme.fields, code)).join('; ')
  }
  const said = codes.map((code) => {
    if (kId.test(code)) return say_id(directory, code)
    if (kDate.test(code)) return say_date(kind, code)
    if (kNumber.test(code)) return say_number(kind, code)
    return say_known(programme, code)
  })
  const from_to = say_from_to(kind, codes, said)
  if (from_to) return from_to
  // A risk whose band was not overridden names it twice.
  const [first, ...rest] = [...new Set(said)].filter((one) => one !== '')
  if (first === undefined) return ''
  const joint = kIntroduced.test(codes[0] ?? '') ? ': ' : ', '
  return sentence(rest.length === 0 ? first : `${first}${joint}${rest.join(', ')}`)
}
