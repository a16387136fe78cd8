// What every step of the referral has in common: its frame, its form, and what saving says.

import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'

import { BackLink, Button, ButtonGroup, ErrorSummary, NotificationBanner, Page } from '@/govuk'
import { format_time } from '@/lib/dates'
import type { Explained } from '@/lib/explain'
import type { Programme } from '@/lib/programmes'
import type { Directory } from '@/lib/reference'

import { words } from './new-referral-words'
import type { ReferralForm } from './referral-form'
import type { Autosave } from './use-autosave'

export const kSteps = ['referrer', 'about', 'people', 'what', 'risk', 'check'] as const
export type StepName = (typeof kSteps)[number]

// What a step is given to work with.
export type StepProps = {
  id: string
  autosave: Autosave
  errors: Explained
  programmes: Programme[]
  directory: Directory
  on_use_theirs: () => void
}

export function step_href(id: string, step: string): string {
  return `/new-referral/${id}/${step}`
}

// The page of a field that could not be accepted.
export function href_of_field(id: string, name: string): string {
  const person = /^people\[(\d+)\]/.exec(name)
  if (person) return `${step_href(id, 'person')}?person=${Number(person[1]) + 1}#${name}`
  const step = kFieldSteps[name] ?? 'what'
  return `${step_href(id, step)}#${name}`
}

const kFieldSteps: Record<string, StepName> = {
  source_kind: 'referrer',
  source: 'referrer',
  channel: 'referrer',
  referrer_name: 'referrer',
  referrer_contact: 'referrer',
  referrer_agency_id: 'referrer',
  how_known: 'referrer',
  area_id: 'about',
  programme_code: 'about',
  subject_kind: 'about',
  class: 'about',
  people: 'people',
  risk_now: 'risk',
  risk_now_note: 'risk',
  consent: 'risk',
  safe_contact: 'risk',
}

type FrameProps = {
  props: StepProps
  step: StepName
  title?: string
  back_href: string
  children: ReactNode
}

export function StepFrame({
  props,
  step,
  title = words.steps[step],
  back_href,
  children,
}: FrameProps) {
  const { id, errors, autosave } = props
  const summary = errors.summary.map((one) =>
    one.href ? { ...one, href: href_of_field(id, one.href.slice(1)) } : one,
  )
  return (
    <Page
      title={title}
      hasErrors={summary.length > 0}
      before={<BackLink href={back_href}>{words.back}</BackLink>}
    >
      <ErrorSummary errors={summary} />
      <SaveTrouble autosave={autosave} on_use_theirs={props.on_use_theirs} />
      <span className="govuk-caption-l">
        {words.step_of(kSteps.indexOf(step) + 1, kSteps.length)}
      </span>
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
      <SaveLine autosave={autosave} />
    </Page>
  )
}

// Quiet: somebody who is typing is not to be talked over every few seconds.
function SaveLine({ autosave: { state } }: { autosave: Autosave }) {
  const said = words.saving
  const line = {
    saved: () =>
      state.kind === 'saved' && state.at ? said.saved_at(format_time(state.at)) : said.not_yet,
    typing: () => said.typing,
    saving: () => said.saving,
    failed: () => said.typing,
  }[state.kind]()
  return <p className="govuk-body-s app-save-line">{line}</p>
}

type TroubleProps = { autosave: Autosave; on_use_theirs: () => void }

function SaveTrouble({ autosave, on_use_theirs }: TroubleProps) {
  const { state } = autosave
  if (state.kind !== 'failed') return <div role="status" />
  const { refusal } = state
  const said = words.saving
  const text =
    refusal.status === 412
      ? said.changed
      : refusal.status === 404 || refusal.status === 409
        ? said.gone
        : refusal.status === 0 || refusal.status >= 500
          ? said.failed
          : said.refused
  return (
    <div role="status">
      <NotificationBanner title_id="saving-title">
        <p className="govuk-notification-banner__heading">{text}</p>
        <ButtonGroup>
          {refusal.status === 412 ? (
            <>
              <Button type="button" onClick={() => void autosave.save_over(refusal)}>
                {said.keep_mine}
              </Button>
              <Button type="button" variant="secondary" onClick={on_use_theirs}>
                {said.use_theirs}
              </Button>
            </>
          ) : (
            <Button type="button" onClick={() => void autosave.save()}>
              {said.try_now}
            </Button>
          )}
        </ButtonGroup>
      </NotificationBanner>
    </div>
  )
}

type FormProps = {
  read: (answers: FormData) => ReferralForm // what the fields of this step now say
  autosave: Autosave
  on_next: () => void
  button?: string
  children: ReactNode
}

// Every change goes into the draft at once. Going on does not wait for the server: the draft is
// saved behind it, and what is wrong is said before it is sent.
export function StepForm({ read, autosave, on_next, button, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useFocusFromAddress()

  function note() {
    if (form.current) autosave.edit(read(new FormData(form.current)))
  }
  function next(event: FormEvent) {
    event.preventDefault()
    note()
    void autosave.save()
    on_next()
  }
  return (
    <form ref={form} noValidate onChange={note} onSubmit={next}>
      {children}
      <ButtonGroup>
        <Button>{button ?? words.continue}</Button>
        <a className="govuk-link" href="/">
          {words.later}
        </a>
      </ButtonGroup>
    </form>
  )
}

// A link from the list of mistakes on another page leads to its question.
function useFocusFromAddress() {
  useEffect(() => {
    const name = decodeURIComponent(location.hash.slice(1))
    const target = name ? document.getElementById(name) : null
    const control = target?.matches('input, select, textarea')
      ? target
      : target?.querySelector<HTMLElement>('input, select, textarea')
    if (!control) return
    // After the shell has put the keyboard at the start of the new page.
    const timer = setTimeout(() => control.focus())
    return () => clearTimeout(timer)
  }, [])
}
