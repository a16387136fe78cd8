// Questions drawn from the programme's definition: one a field, under its sections.

import { Checkboxes, DateInput, Input, Radios, read_date, Textarea } from '@/govuk'

import { label_of, radio_options, type Programme } from './programmes'

type Field = Programme['fields'][number]
export type AnswerValues = Record<string, string[]>

const kPrefix = 'answers.'

export const yes_no_unknown = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
  { code: 'not_known', label: 'Not known' },
]

export function sections_of(programme: Programme): { section: string; fields: Field[] }[] {
  const all = new Map<string, Field[]>()
  for (const field of programme.fields) {
    all.set(field.section, [...(all.get(field.section) ?? []), field])
  }
  return [...all].map(([section, fields]) => ({ section, fields }))
}

function hint_of(field: Field): string | undefined {
  const local = field.core ? '' : 'Asked by this hub.'
  return [field.hint, local].filter(Boolean).join(' ') || undefined
}

type FieldProps = { field: Field; values: string[]; error: string | undefined }

function OneField({ field, values, error }: FieldProps) {
  const name = kPrefix + field.code
  const hint = hint_of(field)
  const value = values[0]
  switch (field.type) {
    case 'text':
      return <Input name={name} label={field.label} hint={hint} value={value} error={error} />
    case 'number':
      return (
        <Input
          name={name}
          label={field.label}
          hint={hint}
          value={value}
          error={error}
          inputMode="numeric"
          width={5}
        />
      )
    case 'long_text':
      return <Textarea name={name} label={field.label} hint={hint} value={value} error={error} />
    case 'date':
      return <DateInput name={name} legend={field.label} hint={hint} value={value} error={error} />
    case 'choices':
      return (
        <Checkboxes
          name={name}
          legend={field.label}
          hint={hint}
          values={values}
          options={radio_options(field.options)}
          error={error}
        />
      )
    default:
      return (
        <Radios
          name={name}
          legend={field.label}
          hint={hint}
          value={value}
          options={radio_options(field.type === 'choice' ? field.options : yes_no_unknown)}
          error={error}
        />
      )
  }
}

type Props = {
  programme: Programme
  values: AnswerValues
  by_field: Record<string, string>
  only?: (field: Field) => boolean
}

export function AnswerFields({ programme, values, by_field, only = () => true }: Props) {
  return sections_of(programme).map(({ section, fields }) => {
    const shown = fields.filter(only)
    if (shown.length === 0) return null
    return (
      <section key={section}>
        <h2 className="govuk-heading-m">{label_of(programme.sections, section)}</h2>
        {shown.map((field) => (
          <OneField
            key={field.code}
            field={field}
            values={values[field.code] ?? []}
            error={by_field[kPrefix + field.code]}
          />
        ))}
      </section>
    )
  })
}

// What the programme needs to know before a case can be opened, reviewed or closed.
function needed_at(point: Field['required_at'][number]) {
  return ({ required_at }: Field): boolean => required_at.includes(point)
}
export const needed_at_opening = needed_at('opening')
export const needed_at_review = needed_at('review')
export const needed_at_closing = needed_at('closing')

// Every field that was shown, so that an emptied one is cleared.
export function read_answers(
  answers: FormData,
  programme: Programme,
  only: (field: Field) => boolean = () => true,
): AnswerValues {
  const read: AnswerValues = {}
  for (const field of programme.fields.filter(only)) {
    const name = kPrefix + field.code
    const given =
      field.type === 'date' ? [read_date(answers, name) ?? ''] : answers.getAll(name).map(String)
    read[field.code] = given.filter((value) => value.trim() !== '')
  }
  return read
}
