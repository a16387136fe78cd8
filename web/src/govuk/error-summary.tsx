// What went wrong, at the top of the page. Takes the focus when it appears and when it changes;
// each line leads to the field it is about.

import { useEffect, useRef, type MouseEvent } from 'react'

export type PageError = { text: string; href?: string }

type Props = { errors: PageError[]; title?: string; description?: string }

const kFocusable = 'input:not([type=hidden]), select, textarea, button, a[href], [tabindex]'

// A date, a group of radios or a search box is led to through its first control.
function control_for(id: string): HTMLElement | null {
  const target = document.getElementById(id) ?? document.getElementsByName(id)[0] ?? null
  if (!target || target.matches(kFocusable)) return target
  return target.querySelector<HTMLElement>(kFocusable)
}

function lead_to(event: MouseEvent<HTMLAnchorElement>) {
  const control = control_for(decodeURIComponent(event.currentTarget.hash.slice(1)))
  if (!control) return
  event.preventDefault()
  // Show the question with the field, or the person sees an empty box and no reason for it.
  const question = control.closest('fieldset')?.querySelector('legend') ?? label_of(control)
  ;(question ?? control).scrollIntoView?.()
  control.focus({ preventScroll: true })
}

function label_of(control: HTMLElement): Element | null {
  return control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement
    ? (control.labels?.[0] ?? null)
    : null
}

export function ErrorSummary({ errors, title = 'There is a problem', description }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  // The text, not the array: a page makes a new array each time it draws.
  const said = JSON.stringify(errors)

  useEffect(() => {
    const element = summary.current
    if (!element) return
    element.setAttribute('tabindex', '-1')
    element.focus()
    const forget = () => element.removeAttribute('tabindex')
    element.addEventListener('blur', forget, { once: true })
    return () => element.removeEventListener('blur', forget)
  }, [said])

  if (errors.length === 0) return null
  return (
    <div ref={summary} className="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description && <p>{description}</p>}
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ text, href }) => (
              <li key={`${href ?? ''} ${text}`}>
                {href ? (
                  <a href={href} onClick={lead_to}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
