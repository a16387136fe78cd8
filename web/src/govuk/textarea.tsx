// Several lines of text, with a count of what is left when the answer has a limit.

import { useEffect, useState } from 'react'

import { classes, described_by } from './classes'
import { ErrorMessage, FormGroup, Hint, Label, type FieldProps, type LabelProps } from './field'
import { useFirstValue } from './form-context'
import { useEnhanced } from './use-enhanced'

export type TextareaProps = FieldProps &
  LabelProps & {
    value?: string
    rows?: number
    max_length?: number // characters
    spellCheck?: boolean
    disabled?: boolean
    autoComplete?: string
    described_by?: string
    onChange?: (value: string) => void
  }

export function Textarea(props: TextareaProps) {
  const { name, id = name, hint, error, max_length, form_group_class } = props
  const first = useFirstValue(name, props.value)
  const [length, set_length] = useState(first?.length ?? 0)
  const counted = max_length !== undefined

  const group = counted
    ? { 'data-module': 'govuk-character-count', 'data-maxlength': max_length }
    : {}
  return (
    <FormGroup
      error={error}
      className={classes(counted && 'govuk-character-count', form_group_class)}
      {...group}
    >
      <Label {...props} html_for={id} />
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <textarea
        className={classes(
          'govuk-textarea',
          error && 'govuk-textarea--error',
          counted && 'govuk-js-character-count',
        )}
        id={id}
        name={name}
        rows={props.rows ?? 5}
        spellCheck={props.spellCheck}
        disabled={props.disabled}
        autoComplete={props.autoComplete}
        defaultValue={first}
        aria-describedby={described_by(
          counted && `${id}-info`,
          props.described_by,
          hint && `${id}-hint`,
          error && `${id}-error`,
        )}
        onChange={(event) => {
          set_length(event.currentTarget.value.length)
          props.onChange?.(event.currentTarget.value)
        }}
      />
      {counted && <Count id={`${id}-info`} limit={max_length} length={length} />}
    </FormGroup>
  )
}

function say_what_is_left(left: number): string {
  const count = Math.abs(left).toLocaleString('en-GB')
  const noun = Math.abs(left) === 1 ? 'character' : 'characters'
  return left < 0 ? `You have ${count} ${noun} too many` : `You have ${count} ${noun} remaining`
}

// The number is for eyes at once and for ears after a pause, so that typing is not talked over.
function Count({ id, limit, length }: { id: string; limit: number; length: number }) {
  const enhanced = useEnhanced()
  const message = say_what_is_left(limit - length)
  const [spoken, set_spoken] = useState('')

  useEffect(() => {
    const timer = setTimeout(() => set_spoken(message), 1000)
    return () => clearTimeout(timer)
  }, [message])

  return (
    <>
      <Hint
        id={id}
        className={classes('govuk-character-count__message', enhanced && 'govuk-visually-hidden')}
      >
        {`You can enter up to ${limit} characters`}
      </Hint>
      {enhanced && (
        <>
          <div
            className={classes(
              'govuk-character-count__message govuk-character-count__status',
              length > limit ? 'govuk-error-message' : 'govuk-hint',
            )}
            aria-hidden="true"
          >
            {message}
          </div>
          <div className="govuk-character-count__sr-status govuk-visually-hidden" role="status">
            {spoken}
          </div>
        </>
      )}
    </>
  )
}
