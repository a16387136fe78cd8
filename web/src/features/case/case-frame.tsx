// What stands around each part of a case, and around each form about it.

import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'

import {
  BackLink,
  Breadcrumbs,
  Button,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Page,
  SubNavigation,
  Tag,
} from '@/govuk'
import { band_colour, band_label, label_of, type Programme } from '@/lib/programmes'
import { RefusalNotice } from '@/lib/refusal-notice'
import type { Saving } from '@/lib/use-saving'

import { done, sections } from './case-words'
import type { Case, DoneState } from './types'

export function case_path(the_case: Case, part = ''): string {
  return `/cases/${the_case.id}${part && `/${part}`}`
}

export function RiskTag({ programme, band }: { programme: Programme; band: string }) {
  return <Tag colour={band_colour(band)}>{`Risk: ${band_label(programme, band)}`}</Tag>
}

type PartProps = {
  the_case: Case
  programme: Programme
  section: string
  children: ReactNode
}

// One part of the case, with the way to the others.
export function CasePart({ the_case, programme, section, children }: PartProps) {
  const state = useLocation().state as DoneState
  const saved = state?.done && done[state.done]
  const label = sections.find(({ code }) => code === section)?.label ?? ''
  return (
    <Page
      title={`${label}: ${the_case.reference}`}
      width="full"
      before={
        <Breadcrumbs
          items={[{ label: 'Cases', href: '/cases' }, { label: the_case.reference }]}
          collapse_on_mobile
        />
      }
    >
      {saved && <NotificationBanner key={state.done} kind="success" text={saved} />}
      <span className="govuk-caption-l">{the_case.reference}</span>
      <h1 className="govuk-heading-l govuk-!-margin-bottom-3">{the_case.title}</h1>
      <p className="govuk-body app-case-tags">
        <Tag colour={the_case.is_open ? 'blue' : 'grey'}>
          {`Stage: ${label_of(programme.stages, the_case.stage)}`}
        </Tag>{' '}
        <RiskTag programme={programme} band={the_case.risk_band} />
      </p>
      <SubNavigation
        label="Parts of this case"
        items={sections.map(({ code, label: text }) => ({
          label: text,
          href: case_path(the_case, code),
          current: code === section,
        }))}
      />
      {section !== '' && <h2 className="govuk-heading-m">{label}</h2>}
      {children}
    </Page>
  )
}

export const kFormId = 'case-form'

function send_again() {
  const form = document.getElementById(kFormId)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}

type FormPageProps = {
  the_case: Case
  title: string
  back: string // the part of the case to go back to
  saving: Saving
  reload?: () => void
  latest?: ReactNode // what is there now, shown when asked for after a refusal
  field_label?: (field: string) => string
  children: ReactNode
}

// One form about the case, on a page of its own.
export function CaseFormPage(props: FormPageProps) {
  const { the_case, title, saving, reload, latest, children } = props
  const [shows_latest, set_shows_latest] = useState(false)
  const has_errors = saving.errors.summary.length > 0
  return (
    <Page
      title={`${title}: ${the_case.reference}`}
      hasErrors={has_errors}
      before={<BackLink href={case_path(the_case, props.back)} />}
    >
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice
        refusal={saving.refusal}
        field_label={props.field_label}
        onRetry={send_again}
        onSeeLatest={
          latest === undefined
            ? undefined
            : () => {
                reload?.()
                set_shows_latest(true)
              }
        }
      />
      {shows_latest && latest !== undefined && (
        <InsetText>
          <h2 className="govuk-heading-s">What is there now</h2>
          {latest}
          <p className="govuk-body govuk-!-margin-bottom-0">
            If you save, what you typed replaces it.
          </p>
        </InsetText>
      )}
      <span className="govuk-caption-l">{the_case.reference}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

// For somebody who may see the part but not do this.
export function NotForYou({ the_case, title }: { the_case: Case; title: string }) {
  const text = the_case.is_open
    ? 'Only people of the hub and of the agency that leads may do this.'
    : 'The case is closed. Open it again first.'
  return (
    <Page
      title={`${title}: ${the_case.reference}`}
      before={<BackLink href={case_path(the_case)} />}
    >
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{text}</p>
    </Page>
  )
}

// A link that adds something, as a button, for those who may.
export function AddButton({ may, href, children }: AddProps) {
  if (!may) return null
  return (
    <Button href={href} variant="secondary">
      {children}
    </Button>
  )
}
type AddProps = { may: boolean; href: string; children: ReactNode }
