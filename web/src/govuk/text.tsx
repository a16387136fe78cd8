// Words set apart: tag, details, banner, warning, inset, panel, progress.

import { useEffect, useId, useRef, type ReactNode } from 'react'

import { classes } from './classes'

export type TagColour =
  | 'grey'
  | 'green'
  | 'turquoise'
  | 'blue'
  | 'light-blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow'

type TagProps = { colour?: TagColour; className?: string; children: ReactNode }

// Colour is never the only sign: the words say the same.
export function Tag({ colour, className, children }: TagProps) {
  return (
    <strong className={classes('govuk-tag', colour && `govuk-tag--${colour}`, className)}>
      {children}
    </strong>
  )
}

type DetailsProps = { summary: ReactNode; open?: boolean; id?: string; children: ReactNode }

export function Details({ summary, open, id, children }: DetailsProps) {
  return (
    <details id={id} className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}

type BannerProps = {
  kind?: 'important' | 'success'
  title?: string
  text?: string // one line, set large; otherwise children
  title_id?: string
  children?: ReactNode
}

// A success takes the focus when it appears, so that it is read out.
export function NotificationBanner(props: BannerProps) {
  const { kind = 'important', title, text, children } = props
  const title_id = props.title_id ?? 'govuk-notification-banner-title'
  const banner = useRef<HTMLDivElement>(null)
  const success = kind === 'success'

  useEffect(() => {
    const element = banner.current
    if (!success || !element) return
    element.setAttribute('tabindex', '-1')
    element.focus()
    const forget = () => element.removeAttribute('tabindex')
    element.addEventListener('blur', forget, { once: true })
    return () => element.removeEventListener('blur', forget)
  }, [success])

  return (
    <div
      ref={banner}
      className={classes(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
      )}
      role={success ? 'alert' : 'region'}
      aria-labelledby={title_id}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={title_id}>
          {title ?? (success ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {text ? <p className="govuk-notification-banner__heading">{text}</p> : children}
      </div>
    </div>
  )
}

export function WarningText({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span>
        {children}
      </strong>
    </div>
  )
}

export function InsetText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} className="govuk-inset-text">
      {children}
    </div>
  )
}

export function Panel({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">{title}</h1>
      {children && <div className="govuk-panel__body">{children}</div>}
    </div>
  )
}

type ProgressProps = { label: string; value: number; max: number }

export function ProgressBar({ label, value, max }: ProgressProps) {
  const id = useId()
  return (
    <div className="app-progress">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <progress id={id} className="app-progress__bar" value={value} max={max}>
        {`${value} of ${max}`}
      </progress>
      <span className="govuk-body-s" aria-hidden="true">{`${value} of ${max}`}</span>
    </div>
  )
}
