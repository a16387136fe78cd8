// The questions about a person.

import { useState } from 'react'

import { Button, DateInput, Input, Radios, Select, Textarea, type Answers } from '@/govuk'
import type { Explained } from '@/lib/explain'

import type { Person } from './person-page'
import { words } from './person-words'

const said = words.editing
const kPlain = { autoComplete: 'off', spellCheck: false } as const

function choices(labels: Record<string, string>) {
  return Object.entries(labels)
    .filter(([value]) => value !== '')
    .map(([value, label]) => ({ value, label }))
}

type Props = { person: Person; errors: Explained; kept: Answers | null }

export function PersonFields({ person, errors, kept }: Props) {
  const { by_field } = errors
  return (
    <>
      <Input
        name="given_names"
        {...kPlain}
        label={words.fields.given_names}
        value={person.given_names}
        error={by_field.given_names}
      />
      <Input
        name="family_name"
        {...kPlain}
        label={words.fields.family_name}
        value={person.family_name}
        error={by_field.family_name}
      />
      <DateInput
        name="date_of_birth"
        legend={words.fields.date_of_birth}
        hint={said.date_hint}
        value={person.date_of_birth ?? undefined}
        error={by_field.date_of_birth}
      />
      <Select
        name="date_of_birth_note"
        label={said.date_note}
        value={person.date_of_birth_note}
        error={by_field.date_of_birth_note}
        options={choices(words.date_of_birth_notes)}
      />
      <Select
        name="gender"
        label={words.fields.gender ?? ''}
        value={person.gender}
        error={by_field.gender}
        options={choices(words.genders)}
      />
      <ContactFields person={person} errors={errors} />
      <Textarea
        name="needs"
        label={said.needs}
        hint={said.needs_hint}
        rows={3}
        value={person.needs}
        error={by_field.needs}
      />
      <AliasRows person={person} errors={errors} kept={kept} />
      <AddressRows person={person} errors={errors} kept={kept} />
    </>
  )
}

function ContactFields({ person, errors: { by_field } }: Omit<Props, 'kept'>) {
  return (
    <>
      <Input
        name="phone"
        {...kPlain}
        label={words.fields.phone}
        inputMode="tel"
        width={20}
        value={person.phone}
        error={by_field.phone}
      />
      <Radios
        name="phone_is_safe"
        legend={said.phone_safe}
        small
        value={person.phone_is_safe}
        error={by_field.phone_is_safe}
        options={choices(words.safe)}
      />
      <Input
        name="email"
        {...kPlain}
        label={words.fields.email}
        inputMode="email"
        value={person.email}
        error={by_field.email}
      />
      <Radios
        name="email_is_safe"
        legend={said.email_safe}
        small
        value={person.email_is_safe}
        error={by_field.email_is_safe}
        options={choices(words.safe)}
      />
      <Textarea
        name="safe_contact"
        label={said.safe_contact}
        hint={said.safe_contact_hint}
        rows={3}
        max_length={2000}
        value={person.safe_contact}
        error={by_field.safe_contact}
      />
    </>
  )
}

// Numbers of the rows to draw: those on record, and those that were added before a reload.
function useRows(list: string, count: number, kept: Answers | null) {
  const [rows, set_rows] = useState(() => {
    if (!kept) return Array.from({ length: count }, (_, index) => index)
    const numbers = Object.keys(kept).flatMap((name) => {
      const found = new RegExp(`^${list}\\[(\\d+)\\]`).exec(name)
      return found ? [Number(found[1])] : []
    })
    return [...new Set(numbers)].sort((a, b) => a - b)
  })
  const add = () => set_rows((now) => [...now, Math.max(count - 1, -1, ...now) + 1])
  const remove = (row: number) => set_rows((now) => now.filter((one) => one !== row))
  return { rows, add, remove }
}

function Row({ title, onRemove, children }: RowProps) {
  return (
    <fieldset className="govuk-fieldset app-row">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{title}</legend>
      {children}
      <Button type="button" variant="secondary" onClick={onRemove}>
        {said.remove} <span className="govuk-visually-hidden">{title}</span>
      </Button>
    </fieldset>
  )
}
type RowProps = { title: string; onRemove: () => void; children: React.ReactNode }

function AliasRows({ person, errors: { by_field }, kept }: Props) {
  const { rows, add, remove } = useRows('aliases', person.aliases.length, kept)
  return (
    <>
      {rows.map((row, index) => {
        const one = person.aliases[row]
        // What was typed stands under the row's number; mistakes under its place in the list.
        const error = (name: string) => by_field[`aliases[${index}].${name}`]
        const named = (name: string) => ({
          name: `aliases[${row}].${name}`,
          id: `aliases[${index}].${name}`,
          error: error(name),
        })
        return (
          <Row key={row} title={said.alias(index + 1)} onRemove={() => remove(row)}>
            <Input
              {...named('given_names')}
              {...kPlain}
              label={words.fields.given_names}
              value={one?.given_names}
            />
            <Input
              {...named('family_name')}
              {...kPlain}
              label={words.fields.family_name}
              value={one?.family_name}
            />
            <Select
              {...named('kind')}
              label={said.alias_kind}
              value={one?.kind ?? 'also_known_as'}
              options={choices(words.alias_kinds)}
            />
          </Row>
        )
      })}
      <Button type="button" variant="secondary" onClick={add}>
        {said.add_alias}
      </Button>
    </>
  )
}

function AddressRows({ person, errors: { by_field }, kept }: Props) {
  const { rows, add, remove } = useRows('addresses', person.addresses.length, kept)
  return (
    <>
      {rows.map((row, index) => {
        const one = person.addresses[row]
        const named = (name: string) => ({
          name: `addresses[${row}].${name}`,
          id: `addresses[${index}].${name}`,
          error: by_field[`addresses[${index}].${name}`],
        })
        return (
          <Row key={row} title={said.address(index + 1)} onRemove={() => remove(row)}>
            <Input
              {...named('line')}
              {...kPlain}
              label={said.line}
              hint={said.refuge}
              value={one?.line}
            />
            <Input {...named('town')} {...kPlain} label={said.town} width={20} value={one?.town} />
            <Input
              {...named('postcode')}
              {...kPlain}
              label={said.postcode}
              width={10}
              value={one?.postcode}
            />
            <DateInput
              {...named('from_on')}
              legend={said.from_on}
              value={one?.from_on ?? undefined}
            />
            <DateInput
              {...named('to_on')}
              legend={said.to_on}
              hint={said.to_hint}
              value={one?.to_on ?? undefined}
            />
          </Row>
        )
      })}
      <Button type="button" variant="secondary" onClick={add}>
        {said.add_address}
      </Button>
    </>
  )
}
