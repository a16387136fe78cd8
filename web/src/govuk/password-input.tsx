// A password, with a button to look at what was typed. Hidden again when the form is sent.

import { useEffect, useRef, useState } from 'react'

import { classes, described_by } from './classes'
import { ErrorMessage, FormGroup, Hint, Label, type FieldProps, type LabelProps } from './field'
import { useEnhanced } from './use-enhanced'

export type PasswordInputProps = FieldProps &
  LabelProps & { autoComplete?: 'current-password' | 'new-password'; disabled?: boolean }

export function PasswordInput(props: PasswordInputProps) {
  const { name, id = name, hint, error, form_group_class } = props
  const enhanced = useEnhanced()
  const input = useRef<HTMLInputElement>(null)
  const [shown, set_shown] = useState(false)
  const [status, set_status] = useState('')

  // A browser may offer to remember a shown password as ordinary text.
  useEffect(() => {
    const form = input.current?.form
    const hide = () => set_shown(false)
    form?.addEventListener('submit', hide)
    return () => form?.removeEventListener('submit', hide)
  }, [])

  function toggle() {
    set_shown(!shown)
    set_status(shown ? 'Your password is hidden' : 'Your password is visible')
  }

  return (
    <FormGroup
      error={error}
      className={classes('govuk-password-input', form_group_class)}
      {...{ 'data-module': 'govuk-password-input' }}
    >
      <Label {...props} html_for={id} />
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <div className="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          ref={input}
          className={classes(
            'govuk-input govuk-password-input__input govuk-js-password-input-input',
            error && 'govuk-input--error',
          )}
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          disabled={props.disabled}
          autoComplete={props.autoComplete ?? 'current-password'}
          autoCapitalize="none"
          aria-describedby={described_by(hint && `${id}-hint`, error && `${id}-error`)}
        />
        {enhanced && (
          <div className="govuk-password-input__sr-status govuk-visually-hidden" role="status">
            {status}
          </div>
        )}
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
          data-module="govuk-button"
          aria-controls={id}
          aria-label={shown ? 'Hide password' : 'Show password'}
          hidden={!enhanced}
          onClick={toggle}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </FormGroup>
  )
}
