// What radios and checkboxes have in common. Private to this folder.

import type { ReactNode } from 'react'

import { classes, described_by } from './classes'
import { ErrorMessage, Fieldset, FormGroup, Hint, type FieldProps, type LegendProps } from './field'
import { useEnhanced } from './use-enhanced'

export type Option = {
  value: string
  label: ReactNode
  hint?: ReactNode
  conditional?: ReactNode // more questions, shown while this option is chosen
  disabled?: boolean
  exclusive?: boolean // checkboxes only: choosing it clears the others
}

export type Divider = { divider: string }

export type ChoicesProps = FieldProps &
  LegendProps & {
    options: (Option | Divider)[]
    small?: boolean
    inline?: boolean
  }

type AllProps = ChoicesProps & {
  kind: 'radios' | 'checkboxes'
  chosen: string[]
  onChoose: (option: Option, checked: boolean) => void
}

export function Choices(props: AllProps) {
  const { kind, name, id = name, hint, error, options, chosen, onChoose } = props
  return (
    <FormGroup error={error} className={props.form_group_class}>
      <Fieldset
        {...props}
        described_by={described_by(hint && `${id}-hint`, error && `${id}-error`)}
      >
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        <div
          className={classes(
            `govuk-${kind}`,
            props.small && `govuk-${kind}--small`,
            props.inline && `govuk-${kind}--inline`,
          )}
          data-module={`govuk-${kind}`}
        >
          {options.map((option, index) => {
            const item_id = index === 0 ? id : `${id}-${index + 1}`
            if ('divider' in option) {
              return (
                <div key={item_id} className={`govuk-${kind}__divider`}>
                  {option.divider}
                </div>
              )
            }
            return (
              <Choice
                key={item_id}
                kind={kind}
                name={name}
                id={item_id}
                option={option}
                checked={chosen.includes(option.value)}
                onChoose={onChoose}
              />
            )
          })}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

type ChoiceProps = {
  kind: 'radios' | 'checkboxes'
  name: string
  id: string
  option: Option
  checked: boolean
  onChoose: (option: Option, checked: boolean) => void
}

function Choice({ kind, name, id, option, checked, onChoose }: ChoiceProps) {
  const enhanced = useEnhanced()
  const conditional_id = option.conditional ? `conditional-${id}` : undefined
  // ARIA lets a checkbox say whether it is expanded, but not a radio.
  const expanded = conditional_id && kind === 'checkboxes' ? checked : undefined
  const controls = enhanced
    ? { 'aria-controls': conditional_id, 'aria-expanded': expanded }
    : { 'data-aria-controls': conditional_id }
  return (
    <>
      <div className={`govuk-${kind}__item`}>
        <input
          className={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={option.value}
          checked={checked}
          disabled={option.disabled}
          data-behaviour={option.exclusive ? 'exclusive' : undefined}
          aria-describedby={option.hint ? `${id}-item-hint` : undefined}
          {...controls}
          onChange={(event) => onChoose(option, event.currentTarget.checked)}
        />
        <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
          {option.label}
        </label>
        {option.hint && (
          <Hint id={`${id}-item-hint`} className={`govuk-${kind}__hint`}>
            {option.hint}
          </Hint>
        )}
      </div>
      {option.conditional && (
        <div
          className={classes(
            `govuk-${kind}__conditional`,
            !checked && `govuk-${kind}__conditional--hidden`,
          )}
          id={conditional_id}
        >
          {option.conditional}
        </div>
      )}
    </>
  )
}
