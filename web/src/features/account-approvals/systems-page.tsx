// Partners' own systems: which there are, and the tokens by which they ask.

import { useState } from 'react'
import { useParams } from 'react-router'

import type { operations } from '@/api-types'
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  InsetText,
  Page,
  read_date,
  SummaryList,
} from '@/govuk'
import { del, get, put } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { say_role } from './say-role'
import { permissions, systems_words as words } from './systems-words'

type Systems = operations['list_system_accounts']['responses']['200']['content']['application/json']
type Account = Systems['accounts'][number]

function load(signal: AbortSignal) {
  return get('/system-accounts', { signal })
}

function say_permissions(codes: string[]): string {
  return codes.map((code) => permissions[code] ?? code).join(', ')
}

export function SystemsPage() {
  const loaded = useLoaded('system accounts', load)
  return (
    <WhenLoaded of={loaded}>
      {({ accounts }) => (
        <Page title={words.title}>
          <h1 className="govuk-heading-l">{words.title}</h1>
          <p className="govuk-body">{words.what}</p>
          {accounts.length === 0 && <p className="govuk-body">{words.none}</p>}
          {accounts.map((one) => (
            <System key={one.user.id} one={one} />
          ))}
        </Page>
      )}
    </WhenLoaded>
  )
}

function System({ one }: { one: Account }) {
  const { token } = one
  return (
    <SummaryList
      card_title={one.user.name}
      card_actions={[{ label: words.change, href: `/system-accounts/${one.user.id}` }]}
      rows={[
        { key: words.agency, value: one.user.agency_name },
        { key: words.roles, value: one.roles.map(say_role).join('; ') || words.no_roles },
        {
          key: words.token,
          value: token ? words.until(format_date(token.ends_on)) : words.no_token,
        },
        ...(token
          ? [
              { key: words.may, value: say_permissions(token.permissions) },
              {
                key: words.used,
                value: token.last_used_on ? format_date(token.last_used_on) : words.never,
              },
            ]
          : []),
      ]}
    />
  )
}

export function SystemPage() {
  const { id = '' } = useParams()
  const loaded = useLoaded('system accounts', load)
  return (
    <WhenLoaded of={loaded}>
      {({ accounts, permissions: offered }) => {
        const one = accounts.find(({ user }) => user.id === id)
        if (!one) return <Missing />
        return <TokenForm one={one} offered={offered} onEnded={loaded.reload} />
      }}
    </WhenLoaded>
  )
}

function Missing() {
  return (
    <Page title={words.missing} before={<BackLink href="/system-accounts" />}>
      <h1 className="govuk-heading-l">{words.missing}</h1>
    </Page>
  )
}

type FormProps = { one: Account; offered: string[]; onEnded: () => void }

function TokenForm({ one, offered, onEnded }: FormProps) {
  const saving = useSaving(words)
  const [made, set_made] = useState('')
  const path = { id: one.user.id }

  async function make(answers: FormData) {
    const body = {
      permissions: answers.getAll('permissions').map(String),
      ends_on: read_date(answers, 'ends_on') ?? '',
    }
    const answer = await saving.send(() => put('/system-accounts/{id}/token', { path, body }))
    if (answer.ok) set_made(answer.data.token)
  }

  async function end() {
    const answer = await saving.send(() => del('/system-accounts/{id}/token', { path }))
    if (answer.ok) onEnded()
  }

  if (made) return <Made token={made} name={one.user.name} />
  const { by_field, summary } = saving.errors
  const title = words.token_of(one.user.name)
  return (
    <Page
      title={title}
      hasErrors={summary.length > 0}
      before={<BackLink href="/system-accounts" />}
    >
      <ErrorSummary errors={summary} />
      <h1 className="govuk-heading-l">{title}</h1>
      {one.token && (
        <InsetText>
          <p className="govuk-body">{words.has_one(format_date(one.token.ends_on))}</p>
          <Button type="button" variant="warning" busy={saving.busy} onClick={() => void end()}>
            {words.end}
          </Button>
        </InsetText>
      )}
      <Form onSubmit={make} busy={saving.busy}>
        <Checkboxes
          name="permissions"
          legend={words.which}
          hint={words.which_hint}
          options={offered.map((code) => ({ value: code, label: permissions[code] ?? code }))}
          error={by_field.permissions}
        />
        <DateInput name="ends_on" legend={words.ends_on} error={by_field.ends_on} />
        <Button busy={saving.busy}>{words.make}</Button>
      </Form>
    </Page>
  )
}

function Made({ token, name }: { token: string; name: string }) {
  const title = words.made(name)
  return (
    <Page title={title}>
      <h1 className="govuk-heading-l">{title}</h1>
      <InsetText>
        <strong className="app-typed">{token}</strong>
      </InsetText>
      <p className="govuk-body">{words.made_body}</p>
      <Button href="/system-accounts">{words.back}</Button>
    </Page>
  )
}
