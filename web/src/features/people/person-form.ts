// A person's details from the form and in words.

import type { components } from '@/api-types'
import { read_date } from '@/govuk'
import { format_date } from '@/lib/dates'

import type { Person } from './person-page'
import { words } from './person-words'

type PersonBody = components['schemas']['PersonBody']
type Alias = NonNullable<PersonBody['aliases']>[number]
type Address = NonNullable<PersonBody['addresses']>[number]

function text(answers: FormData, name: string): string {
  return String(answers.get(name) ?? '').trim()
}

// The rows that are on the page, in order: rows that were removed leave gaps in the numbers.
function rows_of(answers: FormData, list: string): number[] {
  const numbers = [...answers.keys()].flatMap((name) => {
    const found = new RegExp(`^${list}\\[(\\d+)\\]`).exec(name)
    return found ? [Number(found[1])] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function read_alias(answers: FormData, index: number): Alias {
  const at = `aliases[${index}]`
  return {
    given_names: text(answers, `${at}.given_names`),
    family_name: text(answers, `${at}.family_name`),
    kind: text(answers, `${at}.kind`) as Alias['kind'],
  }
}

// An address that was changed is no longer the place on record that it was.
function read_address(answers: FormData, index: number, before: Person): Address {
  const at = `addresses[${index}]`
  const line = text(answers, `${at}.line`)
  const postcode = text(answers, `${at}.postcode`)
  const was = before.addresses[index]
  const same_place = was?.line === line && (was.postcode ?? '') === postcode
  return {
    line,
    town: text(answers, `${at}.town`),
    postcode,
    place_id: same_place ? (was.place_id ?? null) : null,
    from_on: read_date(answers, `${at}.from_on`),
    to_on: read_date(answers, `${at}.to_on`),
  }
}

export function read_person(answers: FormData, before: Person): PersonBody {
  return {
    given_names: text(answers, 'given_names'),
    family_name: text(answers, 'family_name'),
    date_of_birth: read_date(answers, 'date_of_birth'),
    date_of_birth_note: text(answers, 'date_of_birth_note') as PersonBody['date_of_birth_note'],
    gender: text(answers, 'gender') as PersonBody['gender'],
    phone: text(answers, 'phone'),
    phone_is_safe: text(answers, 'phone_is_safe') as PersonBody['phone_is_safe'],
    email: text(answers, 'email'),
    email_is_safe: text(answers, 'email_is_safe') as PersonBody['email_is_safe'],
    safe_contact: text(answers, 'safe_contact'),
    needs: text(answers, 'needs'),
    aliases: rows_of(answers, 'aliases').map((index) => read_alias(answers, index)),
    addresses: rows_of(answers, 'addresses').map((index) => read_address(answers, index, before)),
  }
}

// Each detail in words, by field, so that two versions can be compared by eye.
export function say_person(person: Person): Record<string, string> {
  return {
    given_names: person.given_names,
    family_name: person.family_name,
    date_of_birth: person.date_of_birth ? format_date(person.date_of_birth) : '',
    date_of_birth_note: words.date_of_birth_notes[person.date_of_birth_note],
    gender: words.genders[person.gender],
    phone: person.phone,
    phone_is_safe: words.safe[person.phone_is_safe],
    email: person.email,
    email_is_safe: words.safe[person.email_is_safe],
    safe_contact: person.safe_contact,
    needs: person.needs,
    aliases: person.aliases
      .map((one) => [one.given_names, one.family_name].filter(Boolean).join(' '))
      .join('; '),
    addresses: person.addresses
      .map(({ line, town, postcode }) => [line, town, postcode].filter(Boolean).join(', '))
      .join('; '),
  }
}
