// What stands around each list and each form of administration.

import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'

import {
  BackLink,
  Button,
  DateInput,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Page,
  read_date,
  SubNavigation,
} from '@/govuk'
import { format_date } from '@/lib/dates'
import { RefusalNotice } from '@/lib/refusal-notice'
import type { Saving } from '@/lib/use-saving'

import { done, field_label, sections } from './administration-words'

export const kFormId = 'administration-form'

type ListProps = { section: string; add: string; children: ReactNode }

export function ListPage({ section, add, children }: ListProps) {
  const state = useLocation().state as { done?: string } | null
  const saved = state?.done && done[state.done]
  const label = sections.find(({ code }) => code === section)?.label ?? ''
  return (
    <Page title={`${label}: Administration`} width="full">
      {saved && <NotificationBanner kind="success" text={saved} />}
      <h1 className="govuk-heading-l">Administration</h1>
      <SubNavigation
        label="Parts of administration"
        items={sections.map(({ code, label: text }) => ({
          label: text,
          href: `/administration/${code}`,
          current: code === section,
        }))}
      />
      <Button href={`/administration/${section}/add`} variant="secondary">
        {add}
      </Button>
      {children}
    </Page>
  )
}

type FormProps = {
  title: string
  section: string
  saving: Saving
  onSeeLatest?: () => void
  latest?: ReactNode
  children: ReactNode
}

function send_again() {
  const form = document.getElementById(kFormId)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}

export function FormPage({ title, section, saving, onSeeLatest, latest, children }: FormProps) {
  const [shows_latest, set_shows_latest] = useState(false)
  return (
    <Page
      title={title}
      hasErrors={saving.errors.summary.length > 0}
      before={<BackLink href={`/administration/${section}`} />}
    >
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice
        refusal={saving.refusal}
        field_label={field_label}
        onRetry={send_again}
        onSeeLatest={
          onSeeLatest &&
          (() => {
            onSeeLatest()
            set_shows_latest(true)
          })
        }
      />
      {shows_latest && latest && (
        <InsetText>
          <h2 className="govuk-heading-s">What is there now</h2>
          {latest}
          <p className="govuk-body">If you save, what you typed replaces it.</p>
        </InsetText>
      )}
      <h1 className="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

export type Validity = { valid_from: string; valid_to?: string | null }

export function say_validity({ valid_from, valid_to }: Validity): string {
  const from = format_date(valid_from)
  return valid_to ? `${from} to ${format_date(valid_to)}` : `Since ${from}`
}

type DatesProps = {
  prefix?: string
  value: Validity
  errors: Record<string, string>
  of_what: string
}

// From when until when it is in force. Nothing is deleted: it is given a last day.
export function ValidityFields({ prefix = '', value, errors, of_what }: DatesProps) {
  return (
    <>
      <DateInput
        name={`${prefix}valid_from`}
        legend={`First day of ${of_what}`}
        value={value.valid_from}
        error={errors[`${prefix}valid_from`]}
      />
      <DateInput
        name={`${prefix}valid_to`}
        legend={`Last day of ${of_what}`}
        hint="Leave this empty while it goes on"
        value={value.valid_to ?? undefined}
        error={errors[`${prefix}valid_to`]}
      />
    </>
  )
}

export function read_validity(answers: FormData, prefix = '') {
  return {
    valid_from: read_date(answers, `${prefix}valid_from`) ?? '',
    valid_to: read_date(answers, `${prefix}valid_to`),
  }
}

export function text(answers: FormData, name: string): string {
  return String(answers.get(name) ?? '').trim()
}

export function Missing() {
  return (
    <Page title="Page not found">
      <h1 className="govuk-heading-l">Page not found</h1>
    </Page>
  )
}
