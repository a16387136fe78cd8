// One line of text.

import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react'

import { classes, described_by } from './classes'
import { ErrorMessage, FormGroup, Hint, Label, type FieldProps, type LabelProps } from './field'
import { useFirstValue } from './form-context'

export type InputProps = FieldProps &
  LabelProps & {
    value?: string // what it holds at first; what is typed afterwards belongs to the person
    type?: HTMLInputTypeAttribute
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
    prefix?: string
    suffix?: string
    autoComplete?: HTMLInputAutoCompleteAttribute
    autoCapitalize?: string
    inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
    spellCheck?: boolean
    disabled?: boolean
    described_by?: string
    className?: string
    onChange?: (value: string) => void
  }

export function Input(props: InputProps) {
  const { name, id = name, hint, error, prefix, suffix, form_group_class } = props
  const first = useFirstValue(name, props.value)
  const input = (
    <input
      className={classes(
        'govuk-input',
        props.width && `govuk-input--width-${props.width}`,
        props.className,
        error && 'govuk-input--error',
      )}
      id={id}
      name={name}
      type={props.type ?? 'text'}
      defaultValue={first}
      spellCheck={props.spellCheck}
      disabled={props.disabled}
      autoComplete={props.autoComplete}
      autoCapitalize={props.autoCapitalize}
      inputMode={props.inputMode}
      aria-describedby={described_by(
        props.described_by,
        hint && `${id}-hint`,
        error && `${id}-error`,
      )}
      onChange={(event) => props.onChange?.(event.currentTarget.value)}
    />
  )
  return (
    <FormGroup error={error} className={form_group_class}>
      <Label {...props} html_for={id} />
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && <Affix kind="prefix">{prefix}</Affix>}
          {input}
          {suffix && <Affix kind="suffix">{suffix}</Affix>}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}

function Affix({ kind, children }: { kind: 'prefix' | 'suffix'; children: ReactNode }) {
  return (
    <div className={`govuk-input__${kind}`} aria-hidden="true">
      {children}
    </div>
  )
}
