// Who may sign in, and what they may do where.

import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import type { components } from '@/api-types'
import { Button, Form, Input, Pagination, Radios, Select, Table, type Outcome } from '@/govuk'
import { get, post, put, type Answer } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { role_names } from '@/lib/role-words'
import { useSession } from '@/lib/session-context'
import { useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './administration-words'
import {
  FormPage,
  kFormId,
  ListPage,
  read_validity,
  say_validity,
  text,
  ValidityFields,
} from './frame'
import { get_reference, read_role, RoleFields, say_where, type Reference } from './roles'

type User = components['schemas']['User']

function Roles({ user, reference }: { user: User; reference: Reference }) {
  if (user.roles.length === 0) return 'None'
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {user.roles.map((one) => (
        <li key={`${one.role} ${one.held_at_id} ${one.valid_from} ${one.waits}`}>
          {`${role_names[one.role] ?? one.role}, ${say_where(one, reference)}. ${say_validity(one)}`}
          {one.waits && ' (waiting for approval)'}
        </li>
      ))}
    </ul>
  )
}

export function UsersPage() {
  const [search] = useSearchParams()
  const { session } = useSession()
  const after = search.get('after') ?? ''
  const reference = useLoaded('administration', (signal) => get_reference(session.user_id, signal))
  const users = useLoaded(`users ${after}`, (signal) =>
    get('/administration/users', { query: { after: after || undefined }, signal }),
  )
  return (
    <ListPage section="users" add="Add a user">
      <PartLoaded of={reference}>
        {(known) => (
          <PartLoaded of={users}>
            {({ users: all, next }) => (
              <>
                <Table
                  caption="Users"
                  stacked
                  caption_hidden
                  first_cell_is_header
                  columns={[
                    { label: 'Name' },
                    { label: 'Agency' },
                    { label: 'Roles' },
                    { label: 'May sign in' },
                  ]}
                  rows={all.map((user) => ({
                    key: user.id,
                    cells: [
                      <span key="name">
                        <a className="govuk-link" href={`/administration/users/${user.id}`}>
                          {user.name}
                        </a>
                        <br />
                        <span className="govuk-!-font-weight-regular">{user.email}</span>
                      </span>,
                      known.agencies.find(({ id }) => id === user.agency_id)?.name ?? '',
                      <Roles key="roles" user={user} reference={known} />,
                      say_validity(user),
                    ],
                  }))}
                  empty="There are no users."
                />
                <Pagination
                  label="Pages of users"
                  previous_href={after ? '/administration/users' : undefined}
                  next_href={
                    next ? `/administration/users?after=${encodeURIComponent(next)}` : undefined
                  }
                />
              </>
            )}
          </PartLoaded>
        )}
      </PartLoaded>
    </ListPage>
  )
}

export function UserPage({ id }: { id: string | null }) {
  const { session } = useSession()
  const reference = useLoaded('administration', (signal) => get_reference(session.user_id, signal))
  const user = useLoaded(`user ${id}`, async (signal): Promise<Answer<User | 'new'>> => {
    if (id === null) return { ok: true, status: 200, data: 'new', etag: null }
    return get('/administration/users/{id}', { path: { id }, signal })
  })
  return (
    <WhenLoaded of={reference}>
      {(known) => (
        <WhenLoaded of={user}>
          {(data, etag) => (
            <UserForm
              user={data === 'new' ? null : data}
              etag={etag}
              reference={known}
              reload={user.reload}
            />
          )}
        </WhenLoaded>
      )}
    </WhenLoaded>
  )
}

type FormProps = {
  user: User | null
  etag: string | null
  reference: Reference
  reload: () => void
}

function UserForm({ user, etag, reference, reload }: FormProps) {
  const { today } = useSession().session
  const navigate = useNavigate()
  const saving = useSaving(words)
  const [rows, set_rows] = useState(() => user?.roles.map((_, index) => index) ?? [0])
  const title = user ? `Change ${user.name}` : 'Add a user'

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      agency_id: text(answers, 'agency_id'),
      name: text(answers, 'name'),
      job_title: text(answers, 'job_title'),
      phone: text(answers, 'phone'),
      ...read_validity(answers),
      roles: rows.map((_, index) => read_role(answers, index)),
    }
    const answer = await saving.send((): Promise<Answer<User>> => {
      if (user) {
        const if_match = saving.match(etag)
        return put('/administration/users/{id}', { path: { id: user.id }, body, if_match })
      }
      const kind = text(answers, 'kind') === 'system' ? 'system' : 'person'
      const email = text(answers, 'email')
      return post('/administration/users', { body: { ...body, email, kind } })
    })
    if (!answer.ok) return
    // Nobody can sign in before they are invited, and a system does not sign in.
    const { id, kind } = answer.data
    if (user) void navigate('/administration/users', { state: { done: 'user_changed' } })
    else if (kind === 'system') {
      void navigate('/administration/users', { state: { done: 'system_added' } })
    } else void navigate(`/administration/users/${id}/invitation`)
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <FormPage
      title={title}
      section="users"
      saving={saving}
      onSeeLatest={reload}
      latest={user && <Roles user={user} reference={reference} />}
    >
      {user && (
        <>
          <p className="govuk-body">
            {user.kind === 'system' ? 'A system of its agency.' : `Signs in as ${user.email}.`}
            {user.lapses_on && ` Needs to be confirmed before ${format_date(user.lapses_on)}.`}
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={`/administration/users/${user.id}/invitation`}>
              Invite them to choose a password
            </a>
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={`/administration/users/${user.id}/second-factor`}>
              Take away their two-step sign-in
            </a>
          </p>
          <UnlinkLink id={user.id} />
        </>
      )}
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        {!user && (
          <Radios
            name="kind"
            legend="Who is it for?"
            value="person"
            options={[
              { value: 'person', label: 'A person' },
              {
                value: 'system',
                label: 'Another computer system',
                hint: 'It asks by a token that whoever approves accounts in its agency makes',
              },
            ]}
          />
        )}
        {!user && (
          <Input
            name="email"
            label="Email address"
            hint="They sign in with this. For a system: of whoever looks after it"
            type="email"
            autoComplete="off"
            spellCheck={false}
            error={by_field.email}
          />
        )}
        <Input name="name" label="Name" value={user?.name} error={by_field.name} />
        <Input
          name="job_title"
          label="Job title (optional)"
          value={user?.job_title}
          error={by_field.job_title}
        />
        <Input
          name="phone"
          label="Phone (optional)"
          type="tel"
          width={20}
          value={user?.phone}
          error={by_field.phone}
        />
        <Select
          name="agency_id"
          label="Agency"
          value={user?.agency_id ?? ''}
          options={[
            { value: '', label: 'Choose an agency' },
            ...reference.agencies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={by_field.agency_id}
        />
        <ValidityFields
          value={user ?? { valid_from: today }}
          errors={by_field}
          of_what="their access"
        />
        <h2 className="govuk-heading-m" id="roles">
          Roles
        </h2>
        <p className="govuk-body">
          A role that you add, or make longer, counts once somebody else has approved it. One that
          you remove or shorten counts at once.
        </p>
        {by_field.roles && <p className="govuk-error-message">{by_field.roles}</p>}
        {rows.map((row, index) => (
          <RoleFields
            key={row}
            index={index}
            value={user?.roles[row] ?? null}
            reference={reference}
            errors={by_field}
            today={today}
            onRemove={() => set_rows(rows.filter((one) => one !== row))}
          />
        ))}
        {rows.length < 12 && (
          <Button
            type="button"
            variant="secondary"
            onClick={() => set_rows([...rows, Math.max(user?.roles.length ?? 0, ...rows) + 1])}
          >
            Add another role
          </Button>
        )}
        <p>
          <Button busy={saving.busy}>{user ? 'Save the user' : 'Add the user'}</Button>
        </p>
      </Form>
    </FormPage>
  )
}

// Only where anybody can sign on by a provider.
function UnlinkLink({ id }: { id: string }) {
  const offered = useLoaded('sign-on', (signal) => get('/sign-on', { signal }))
  if (!offered.data || offered.data.providers.length === 0) return null
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={`/administration/users/${id}/sign-on`}>
        Unlink them from their agency’s account
      </a>
    </p>
  )
}
