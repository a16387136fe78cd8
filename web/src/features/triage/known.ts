// What the records may already know about a referral: people and places like those it names, and
// the open cases that they are in.

import type { components } from '@/api-types'
import { get, post, type Answer } from '@/lib/api'
import { person_label, place_label, type PersonMatch } from '@/lib/match-comparison'
import { useLoaded } from '@/lib/use-loaded'

type Schemas = components['schemas']
export type Referral = Schemas['Referral']
export type ReferralPerson = Referral['people'][number]

// What a part of the page does with the answer to what it sent. `typed` is what must not be lost.
export type Report = (answer: Answer<Referral>, done: string, typed?: string) => void

export type LikelyCase = Schemas['CaseOfRecord'] & { through: string[] }

export type Known = {
  matches: Record<string, PersonMatch[] | null> // by entry of the referral; null: could not ask
  cases: LikelyCase[]
}

type Source = { label: string; cases: Schemas['CaseOfRecord'][] }

export function is_settled(person: ReferralPerson): boolean {
  return person.person_id !== null || person.choice === 'new'
}

async function person_source(id: string, signal: AbortSignal): Promise<Source[]> {
  const answer = await get('/people/{id}', { path: { id }, signal })
  return answer.ok ? [{ label: person_label(answer.data), cases: answer.data.cases }] : []
}

async function place_sources(referral: Referral, signal: AbortSignal): Promise<Source[]> {
  if (!referral.place_id) return []
  const answer = await get('/places/{id}', { path: { id: referral.place_id }, signal })
  return answer.ok ? [{ label: place_label(answer.data), cases: answer.data.cases }] : []
}

async function matches_of(one: ReferralPerson, signal: AbortSignal) {
  const line = one.address_line ?? ''
  const answer = await post('/people/matches', {
    body: {
      given_names: one.given_names ?? '',
      family_name: one.family_name ?? '',
      date_of_birth: one.date_of_birth,
      phone: one.phone ?? '',
      email: one.email ?? '',
      addresses: line ? [{ line, town: one.town ?? '', postcode: one.postcode ?? '' }] : [],
    },
    signal,
  })
  return answer.ok ? answer.data.matches : null
}

// Open cases, once each, those that most speak for first.
function likely_cases(sources: Source[]): LikelyCase[] {
  const found = new Map<string, LikelyCase>()
  for (const { label, cases } of sources) {
    for (const one of cases.filter(({ is_open }) => is_open)) {
      const before = found.get(one.case_id) ?? { ...one, through: [] }
      if (!before.through.includes(label)) before.through.push(label)
      found.set(one.case_id, before)
    }
  }
  return [...found.values()].sort((a, b) => b.through.length - a.through.length)
}

async function load_known(referral: Referral, signal: AbortSignal): Promise<Known> {
  const open = referral.people.filter((one) => !is_settled(one))
  const known_ids = referral.people.flatMap(({ person_id }) => (person_id ? [person_id] : []))
  const [places, people, asked] = await Promise.all([
    place_sources(referral, signal),
    Promise.all(known_ids.map((id) => person_source(id, signal))),
    Promise.all(open.map(async (one) => [one.id, await matches_of(one, signal)] as const)),
  ])
  const matches = Object.fromEntries(asked)
  const through_matches = asked.flatMap(([, list]) =>
    (list ?? []).map(({ person }) => ({ label: person_label(person), cases: person.cases })),
  )
  return { matches, cases: likely_cases([...people.flat(), ...places, ...through_matches]) }
}

export function useKnown(referral: Referral): Known | null {
  const wanted = referral.may_triage && referral.state === 'waiting'
  return useLoaded(
    `known ${referral.id} ${referral.revision} ${String(wanted)}`,
    async (signal) => {
      const data = wanted ? await load_known(referral, signal) : { matches: {}, cases: [] }
      return { ok: true, status: 200, data, etag: null }
    },
  ).data
}
