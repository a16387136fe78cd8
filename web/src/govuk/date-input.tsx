// A date a person remembers or can look up: day, month and year. Read it with `read_date`.

import { classes, described_by } from './classes'
import { ErrorMessage, Fieldset, FormGroup, Hint, type FieldProps, type LegendProps } from './field'
import { useFirstValue } from './form-context'

const kParts = ['day', 'month', 'year'] as const
export type DatePart = (typeof kParts)[number]

export type DateInputProps = FieldProps &
  LegendProps & {
    value?: string // YYYY-MM-DD; a date half typed leaves out what is not there yet, as in --12
    error_parts?: DatePart[] // which parts are wrong; all of them unless said
    date_of_birth?: boolean // lets the browser fill it in for the person's own
  }

function parts_of(date: string | undefined): Partial<Record<DatePart, string>> {
  const found = /^([^-]*)-([^-]*)-([^-]*)$/.exec(date ?? '')
  if (!found) return {}
  const [, year, month = '', day = ''] = found
  return { year, month: month.replace(/^0(?=\d)/, ''), day: day.replace(/^0(?=\d)/, '') }
}

export function DateInput(props: DateInputProps) {
  const { name, id = name, hint, error, value, error_parts } = props
  const given = parts_of(value)
  const wrong = error ? (error_parts ?? [...kParts]) : (error_parts ?? [])
  return (
    <FormGroup error={error} className={props.form_group_class}>
      <Fieldset
        {...props}
        role="group"
        described_by={described_by(hint && `${id}-hint`, error && `${id}-error`)}
      >
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        <div className="govuk-date-input" id={id}>
          {kParts.map((part) => (
            <Part
              key={part}
              id={`${id}-${part}`}
              name={`${name}-${part}`}
              part={part}
              value={given[part]}
              wrong={wrong.includes(part)}
              autoComplete={props.date_of_birth ? `bday-${part}` : undefined}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

type PartProps = {
  id: string
  name: string
  part: DatePart
  value: string | undefined
  wrong: boolean
  autoComplete: string | undefined
}

function Part({ id, name, part, value, wrong, autoComplete }: PartProps) {
  const first = useFirstValue(name, value)
  return (
    <div className="govuk-date-input__item">
      <div className="govuk-form-group">
        <label className="govuk-label govuk-date-input__label" htmlFor={id}>
          {part.charAt(0).toUpperCase() + part.slice(1)}
        </label>
        <input
          className={classes(
            'govuk-input govuk-date-input__input',
            wrong && 'govuk-input--error',
            `govuk-input--width-${part === 'year' ? 4 : 2}`,
          )}
          id={id}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete={autoComplete}
          defaultValue={first}
        />
      </div>
    </div>
  )
}

// The date as the API writes it (YYYY-MM-DD), null when nothing was typed. What is not a date is
// passed on in the same shape: the server decides what is wrong with it.
export function read_date(answers: FormData, name: string): string | null {
  const [day = '', month = '', year = ''] = kParts.map((part) =>
    String(answers.get(`${name}-${part}`) ?? '').trim(),
  )
  if (!day && !month && !year) return null
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
