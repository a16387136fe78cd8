// One answer out of many. Prefer radios when there are few enough to show.

import { classes, described_by } from './classes'
import { ErrorMessage, FormGroup, Hint, Label, type FieldProps, type LabelProps } from './field'
import { useFirstValue } from './form-context'

export type SelectProps = FieldProps &
  LabelProps & {
    options: { value: string; label: string; disabled?: boolean }[]
    value?: string
    disabled?: boolean
    described_by?: string
    className?: string
    onChange?: (value: string) => void
  }

export function Select(props: SelectProps) {
  const { name, id = name, hint, error, options, form_group_class } = props
  const first = useFirstValue(name, props.value)
  return (
    <FormGroup error={error} className={form_group_class}>
      <Label {...props} html_for={id} />
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <select
        className={classes('govuk-select', props.className, error && 'govuk-select--error')}
        id={id}
        name={name}
        defaultValue={first}
        disabled={props.disabled}
        aria-describedby={described_by(
          props.described_by,
          hint && `${id}-hint`,
          error && `${id}-error`,
        )}
        onChange={(event) => props.onChange?.(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
