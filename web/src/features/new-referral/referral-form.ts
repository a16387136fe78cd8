// The form of a referral while it is being written: kept on the server as it is typed, and turned
// into what the API takes when it is sent.

import type { components } from '@/api-types'

type Schemas = components['schemas']
export type ReferralBody = Schemas['ReferralBody']
type PersonBody = Schemas['ReferralPersonBody']

// A date is kept as it was typed, year-month-day, also when it is half typed.
export type FormPerson = Partial<Omit<PersonBody, 'choice'>> & {
  choice?: '' | 'known' | 'new' | 'none_shown' | 'not_sure'
}

export type ReferralForm = {
  [Field in Exclude<keyof ReferralBody, 'people'>]?: ReferralBody[Field] | ''
} & {
  people?: FormPerson[]
  place_choice?: '' | 'known' | 'new' | 'not_sure'
  safe_contact_ticks?: string[]
}

// A form that somebody kept long ago, or another version wrote: only what can be read of it.
export function read_form(form: unknown): ReferralForm {
  if (typeof form !== 'object' || form === null) return {}
  const { people, safe_contact_ticks, ...rest } = form as ReferralForm
  return {
    ...rest,
    people: Array.isArray(people) ? people : [],
    safe_contact_ticks: Array.isArray(safe_contact_ticks) ? safe_contact_ticks : [],
  }
}

export function text_of(answers: FormData, name: string): string {
  const value = answers.get(name)
  return typeof value === 'string' ? value : ''
}

// The three boxes of a date as they stand: '1990-4-', '' when all are empty.
export function typed_date(answers: FormData, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    text_of(answers, `${name}-${part}`).trim(),
  )
  return day || month || year ? `${year}-${month}-${day}` : ''
}

// As the API writes a date. What is no date goes in the same shape: the server says what is wrong.
export function sent_date(typed: string | null | undefined): string | null {
  if (!typed) return null
  const [year = '', month = '', day = ''] = typed.split('-')
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export function is_whole_date(typed: string | null | undefined): boolean {
  const date = sent_date(typed)
  return date !== null && /^[12]\d{3}-/.test(date) && !Number.isNaN(Date.parse(date))
}

export function person_name(person: FormPerson): string {
  return [person.given_names, person.family_name].filter(Boolean).join(' ').trim()
}

function person_body(person: FormPerson): PersonBody {
  const choice = person.choice === 'not_sure' ? '' : (person.choice ?? '')
  return {
    role: person.role ?? '',
    given_names: person.given_names ?? '',
    family_name: person.family_name ?? '',
    date_of_birth: sent_date(person.date_of_birth),
    phone: person.phone ?? '',
    email: person.email ?? '',
    address_line: person.address_line ?? '',
    town: person.town ?? '',
    postcode: person.postcode ?? '',
    choice,
    person_id: choice === 'known' ? (person.person_id ?? null) : null,
    shown: person.shown ?? [],
  }
}

// `tick_words` says what each tick about safe contact means, in the words that will be read later.
export function to_body(form: ReferralForm, tick_words: (code: string) => string): ReferralBody {
  const from_public = form.source_kind === 'public'
  const safe_contact = [...(form.safe_contact_ticks ?? []).map(tick_words), form.safe_contact ?? '']
  // A question that was not answered goes as an empty answer: the server says that it is needed.
  const body = {
    area_id: form.area_id ?? '',
    source_kind: form.source_kind ?? '',
    source: form.source ?? '',
    channel: from_public ? (form.channel ?? '') : 'in_waymark',
    referrer_name: form.referrer_name ?? '',
    referrer_contact: form.referrer_contact ?? '',
    referrer_agency_id: from_public ? null : form.referrer_agency_id || null,
    how_known: form.how_known ?? '',
    programme_code: form.programme_code ?? '',
    subject_kind: form.subject_kind ?? '',
    class: form.class ?? '',
    what_happened: form.what_happened ?? '',
    where_happened: form.where_happened ?? '',
    place_id: form.place_choice === 'known' ? form.place_id || null : null,
    happened_on: sent_date(form.happened_on),
    happened_note: form.happened_note ?? '',
    how_often: form.how_often ?? '',
    risk_now: form.risk_now ?? '',
    risk_now_note: form.risk_now === 'yes' ? (form.risk_now_note ?? '') : '',
    consent: form.consent ?? '',
    safe_contact: safe_contact.filter(Boolean).join('. '),
    people: (form.people ?? []).map(person_body),
  }
  return body as ReferralBody
}

// What is typed about a place in one line, as far as its parts can be told apart.
export function place_of(where: string): Schemas['PlaceBody'] | null {
  const found = /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/i.exec(where)
  const postcode = found?.[0] ?? ''
  const parts = where
    .replace(postcode, '')
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const [first = '', ...others] = parts
  if (first.length < 3 && !postcode) return null
  const numbered = /^\d/.test(first)
  return {
    kind: numbered ? 'address' : 'premises',
    name: numbered ? '' : first.slice(0, 200),
    line: (numbered ? first : (others.find((part) => /^\d/.test(part)) ?? first)).slice(0, 200),
    town: (others.at(-1) ?? '').slice(0, 120),
    postcode,
  }
}
