// What a search finds, as lines that can be shown in a list.

import { format_date } from '@/lib/dates'
import type { DataOf } from '@/lib/api'

import { words } from './search-words'

export type Found = DataOf<'/search', 'get'>
export type Line = { key: string; href: string; label: string; detail: string }

function joined(...parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(', ')
}

export function person_lines({ people }: Found): Line[] {
  return people.map((one) => ({
    key: one.id,
    href: `/people/${one.id}`,
    label: [one.given_names, one.family_name].filter(Boolean).join(' '),
    detail: joined(
      one.date_of_birth && words.born(format_date(one.date_of_birth)),
      one.address,
      words.open_cases(one.open_cases),
    ),
  }))
}

export function place_lines({ places }: Found): Line[] {
  return places.map((one) => ({
    key: one.id,
    href: `/places/${one.id}`,
    label: one.name || one.line || one.postcode,
    detail: joined(one.name && one.line, one.town, one.postcode, words.open_cases(one.open_cases)),
  }))
}

export function case_lines({ cases }: Found): Line[] {
  return cases.map((one) => ({
    key: one.id,
    href: `/cases/${one.id}`,
    label: `${one.reference} ${one.title}`,
    detail: joined(one.is_open ? words.open : words.closed, one.lead_user_name),
  }))
}
