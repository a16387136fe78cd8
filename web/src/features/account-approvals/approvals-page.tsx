// What waits for the second person: roles, invitations, and accounts that are due.

import { useState, type ReactNode } from 'react'

import type { operations } from '@/api-types'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Page,
  SummaryList,
  WarningText,
} from '@/govuk'
import { get, put } from '@/lib/api'
import { format_date, format_date_time } from '@/lib/dates'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving, type Saving } from '@/lib/use-saving'

import { words } from './approvals-words'
import { say_role, type Role } from './say-role'

type Waiting =
  operations['list_account_approvals']['responses']['200']['content']['application/json']
type Person = Waiting['roles'][number]['user']
type Code = { name: string; code: string }

// What was done is said at the top, and the rest is read again.
type Decide = { saving: Saving; onDone: (said: string) => void; onCode: (code: Code) => void }

export function ApprovalsPage() {
  const loaded = useLoaded('account approvals', (signal) => get('/account-approvals', { signal }))
  const saving = useSaving(words)
  const [said, set_said] = useState<{ text: string; round: number } | null>(null)
  const [code, set_code] = useState<Code | null>(null)
  const decide: Decide = {
    saving,
    onDone: (text) => {
      set_said((before) => ({ text, round: (before?.round ?? 0) + 1 }))
      loaded.reload()
    },
    onCode: set_code,
  }
  if (code) return <CodePage code={code} onBack={() => set_code(null)} />
  return (
    <WhenLoaded of={loaded}>
      {({ roles, invitations, accounts }) => (
        <Page title={words.title} hasErrors={saving.refusal !== null}>
          <ErrorSummary errors={saving.errors.summary} />
          {said && <NotificationBanner key={said.round} kind="success" text={said.text} />}
          <h1 className="govuk-heading-l">{words.title}</h1>
          <p className="govuk-body">{words.what}</p>
          <p className="govuk-body">
            <a className="govuk-link" href="/system-accounts">
              {words.systems}
            </a>
          </p>
          <Part title={words.roles} empty={words.no_roles}>
            {roles.map((one) => (
              <RoleCard key={one.id} one={one} decide={decide} />
            ))}
          </Part>
          <Part title={words.invitations} empty={words.no_invitations}>
            {invitations.map((one) => (
              <InvitationCard key={one.user.id} one={one} decide={decide} />
            ))}
          </Part>
          <Part title={words.accounts} empty={words.no_accounts}>
            {accounts.map((one) => (
              <AccountCard key={one.user.id} one={one} decide={decide} />
            ))}
          </Part>
        </Page>
      )}
    </WhenLoaded>
  )
}

function Part({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {children.length > 0 ? children : <p className="govuk-body">{empty}</p>}
    </section>
  )
}

function say_days({ valid_from, valid_to }: Pick<Role, 'valid_from' | 'valid_to'>): string {
  const from = format_date(valid_from)
  return valid_to ? `${from} to ${format_date(valid_to)}` : `From ${from}`
}

function about(person: Person) {
  return [
    ...(person.job_title ? [{ key: words.job, value: person.job_title }] : []),
    { key: words.agency, value: person.agency_name },
    { key: words.email, value: person.email },
    ...(person.phone ? [{ key: words.phone, value: person.phone }] : []),
  ]
}

// Of several that read alike, which one this is.
function Whose({ name }: { name: string }) {
  return <span className="govuk-visually-hidden">: {name}</span>
}

function RoleCard({ one, decide }: { one: Waiting['roles'][number]; decide: Decide }) {
  const { saving, onDone } = decide
  const { name } = one.user

  async function send(decision: 'approve' | 'refuse') {
    const answer = await saving.send(() =>
      put('/account-approvals/roles/{id}', { path: { id: one.id }, body: { decision } }),
    )
    if (answer.ok) onDone(decision === 'approve' ? words.approved(name) : words.refused(name))
  }

  return (
    <>
      <SummaryList
        card_title={name}
        card_heading_level={3}
        rows={[
          { key: words.role, value: say_role({ ...one.role, waits: false }) },
          { key: words.days, value: say_days(one.role) },
          ...about(one.user),
          { key: words.proposed_by, value: one.proposed_by_name },
        ]}
      />
      <ButtonGroup>
        <Button type="button" busy={saving.busy} onClick={() => void send('approve')}>
          {words.approve}
          <Whose name={name} />
        </Button>
        <Button
          type="button"
          variant="secondary"
          busy={saving.busy}
          onClick={() => void send('refuse')}
        >
          {words.refuse}
          <Whose name={name} />
        </Button>
      </ButtonGroup>
    </>
  )
}

function InvitationCard({ one, decide }: { one: Waiting['invitations'][number]; decide: Decide }) {
  const { saving, onCode } = decide
  const { id, name } = one.user

  async function approve() {
    const answer = await saving.send(() =>
      put('/account-approvals/invitations/{id}', { path: { id } }),
    )
    if (answer.ok) onCode({ name, code: answer.data.code })
  }

  return (
    <>
      <SummaryList
        card_title={name}
        card_heading_level={3}
        rows={[
          ...about(one.user),
          { key: words.invited_by, value: one.invited_by_name },
          { key: words.good_until, value: format_date_time(one.expires_at) },
          ...(one.approved_by_name ? [{ key: words.code_with, value: one.approved_by_name }] : []),
        ]}
      />
      <Button type="button" busy={saving.busy} onClick={() => void approve()}>
        {one.approved_by_name ? words.another_code : words.give_code}
        <Whose name={name} />
      </Button>
    </>
  )
}

function AccountCard({ one, decide }: { one: Waiting['accounts'][number]; decide: Decide }) {
  const { saving, onDone } = decide
  const [is_ending, set_ending] = useState(false)
  const { id, name } = one.user

  async function send(decision: 'needed' | 'ended') {
    const answer = await saving.send(() =>
      put('/account-approvals/accounts/{id}', { path: { id }, body: { decision } }),
    )
    if (answer.ok) onDone(decision === 'needed' ? words.confirmed_done(name) : words.ended(name))
  }

  return (
    <>
      <SummaryList
        card_title={name}
        card_heading_level={3}
        rows={[
          ...about(one.user),
          {
            key: words.roles_held,
            value: one.roles.map((role) => say_role(role)).join('; ') || words.none,
          },
          {
            key: words.confirmed,
            value: one.confirmed_on ? format_date(one.confirmed_on) : words.never,
          },
          {
            key: words.seen,
            value: one.last_seen_on ? format_date(one.last_seen_on) : words.never,
          },
          { key: words.due, value: format_date(one.due_on) },
        ]}
      />
      {is_ending ? (
        <>
          <WarningText>{words.end_sure(name)}</WarningText>
          <ButtonGroup>
            <Button
              type="button"
              variant="warning"
              busy={saving.busy}
              onClick={() => void send('ended')}
            >
              {words.end_yes}
              <Whose name={name} />
            </Button>
            <Button type="button" variant="secondary" onClick={() => set_ending(false)}>
              {words.end_no}
              <Whose name={name} />
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <ButtonGroup>
          <Button type="button" busy={saving.busy} onClick={() => void send('needed')}>
            {words.needed}
            <Whose name={name} />
          </Button>
          <Button type="button" variant="secondary" onClick={() => set_ending(true)}>
            {words.end}
            <Whose name={name} />
          </Button>
        </ButtonGroup>
      )}
    </>
  )
}

function CodePage({ code, onBack }: { code: Code; onBack: () => void }) {
  const title = words.code_title(code.name)
  return (
    <Page title={title}>
      <h1 className="govuk-heading-l">{title}</h1>
      <InsetText>
        <p className="govuk-heading-l govuk-!-margin-bottom-0">{code.code}</p>
      </InsetText>
      <p className="govuk-body">{words.code_body}</p>
      <Button type="button" onClick={onBack}>
        {`Back to ${words.title.toLowerCase()}`}
      </Button>
    </Page>
  )
}
