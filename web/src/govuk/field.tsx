// The parts that every question shares: label, legend, hint, error message, and the group.

import type { ReactNode } from 'react'

import { classes } from './classes'

export type Size = 's' | 'm' | 'l' | 'xl'

// What every question takes. `name` is the API's name for the field, so that a refusal's field
// finds it; the id is the same unless the page has two of them.
export type FieldProps = {
  name: string
  id?: string
  hint?: ReactNode
  error?: string
  form_group_class?: string
}

export type LabelProps = {
  label: ReactNode
  label_size?: Size
  label_class?: string
  label_is_heading?: boolean
}

export function Label(props: LabelProps & { html_for?: string }): ReactNode {
  const { label, label_size, label_class, label_is_heading, html_for } = props
  const size = label_size && `govuk-label--${label_size}`
  const element = (
    <label className={classes('govuk-label', size, label_class)} htmlFor={html_for}>
      {label}
    </label>
  )
  return label_is_heading ? <h1 className="govuk-label-wrapper">{element}</h1> : element
}

export function Hint({ id, className, children }: HintProps) {
  return (
    <div id={id} className={classes('govuk-hint', className)}>
      {children}
    </div>
  )
}
type HintProps = { id?: string; className?: string; children: ReactNode }

export function ErrorMessage({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {children}
    </p>
  )
}

type GroupProps = { error?: unknown; className?: string; children: ReactNode }

export function FormGroup({ error, className, children, ...data }: GroupProps) {
  const name = classes('govuk-form-group', Boolean(error) && 'govuk-form-group--error', className)
  return (
    <div className={name} {...data}>
      {children}
    </div>
  )
}

export type LegendProps = {
  legend: ReactNode
  legend_size?: Size
  legend_is_heading?: boolean
}

type FieldsetProps = LegendProps & { role?: 'group'; described_by?: string; children: ReactNode }

export function Fieldset(props: FieldsetProps) {
  const { legend, legend_size, legend_is_heading, role, described_by, children } = props
  const name = classes(
    'govuk-fieldset__legend',
    legend_size && `govuk-fieldset__legend--${legend_size}`,
  )
  return (
    <fieldset className="govuk-fieldset" role={role} aria-describedby={described_by}>
      <legend className={name}>
        {legend_is_heading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  )
}
