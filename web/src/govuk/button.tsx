// Buttons, and links that look like them.

import type { MouseEvent, ReactNode } from 'react'

import { classes } from './classes'

export type ButtonProps = {
  children: ReactNode
  variant?: 'secondary' | 'warning' | 'inverse'
  type?: 'submit' | 'button' | 'reset'
  href?: string // makes it a link
  busy?: boolean // the answer is on its way: says so, keeps the focus, does nothing
  disabled?: boolean
  prevent_double_click?: boolean
  id?: string
  name?: string
  value?: string
  className?: string
  onClick?: () => void
}

export function Button(props: ButtonProps) {
  const { children, variant, href, busy, prevent_double_click = true } = props
  const name = classes('govuk-button', variant && `govuk-button--${variant}`, props.className)

  function click(event: MouseEvent) {
    // `detail` counts clicks in quick succession: the second of a double click is not an answer.
    if (busy || (prevent_double_click && event.detail > 1)) event.preventDefault()
    else props.onClick?.()
  }

  if (href !== undefined) {
    return (
      <a
        href={href}
        role="button"
        draggable="false"
        className={name}
        data-module="govuk-button"
        id={props.id}
        onClick={() => props.onClick?.()}
      >
        {children}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      className={name}
      data-module="govuk-button"
      data-prevent-double-click={prevent_double_click}
      id={props.id}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      aria-disabled={props.disabled || busy || undefined}
      aria-busy={busy || undefined}
      onClick={click}
    >
      {children}
    </button>
  )
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>
}
