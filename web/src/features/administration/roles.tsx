// One role that a user holds: which, where, and from when until when.

import type { components } from '@/api-types'
import { Details, Select } from '@/govuk'
import { get, type Answer } from '@/lib/api'
import { role_names } from '@/lib/role-words'

import { permissions } from './administration-words'
import { read_validity, ValidityFields } from './frame'

type Schemas = components['schemas']
type RoleHeld = Schemas['RoleHeld']
type HeldAt = RoleHeld['held_at']
type Role = { code: string; permissions: string[]; held_at: HeldAt[] }

export type Reference = {
  partnership_id: string
  roles: Role[]
  areas: Schemas['Area'][]
  agencies: Schemas['Agency'][]
  teams: Schemas['Team'][]
}

// An administrator holds that role in the partnership, which is how its id is known.
export async function get_reference(
  user_id: string,
  signal: AbortSignal,
): Promise<Answer<Reference>> {
  const [me, roles, areas, agencies, teams] = await Promise.all([
    get('/administration/users/{id}', { path: { id: user_id }, signal }),
    get('/administration/roles', { signal }),
    get('/administration/areas', { signal }),
    get('/administration/agencies', { signal }),
    get('/administration/teams', { signal }),
  ])
  if (!me.ok) return me
  if (!roles.ok) return roles
  if (!areas.ok) return areas
  if (!agencies.ok) return agencies
  if (!teams.ok) return teams
  const mine = me.data.roles.find(({ held_at }) => held_at === 'partnership')
  const data = {
    partnership_id: mine?.held_at_id ?? '',
    roles: roles.data.roles,
    areas: areas.data.areas,
    agencies: agencies.data.agencies,
    teams: teams.data.teams,
  }
  return { ok: true, status: 200, data, etag: null }
}

function team_label(team: Schemas['Team'], { agencies }: Reference): string {
  const agency = agencies.find(({ id }) => id === team.agency_id)?.name
  return agency ? `${team.name}, ${agency}` : team.name
}

export function say_where({ held_at, held_at_id }: RoleHeld, reference: Reference): string {
  if (held_at === 'partnership') return 'the whole partnership'
  if (held_at === 'area') {
    return reference.areas.find(({ id }) => id === held_at_id)?.name ?? 'a former area'
  }
  const team = reference.teams.find(({ id }) => id === held_at_id)
  return team ? team_label(team, reference) : 'a former team'
}

// Where a role is held goes through the form as one answer: 'area:ID'.
function places(reference: Reference) {
  return [
    { value: '', label: 'Choose where' },
    { value: `partnership:${reference.partnership_id}`, label: 'The whole partnership' },
    ...reference.areas.map(({ id, name }) => ({ value: `area:${id}`, label: `Hub: ${name}` })),
    ...reference.teams.map((team) => ({
      value: `team:${team.id}`,
      label: `Team: ${team_label(team, reference)}`,
    })),
  ]
}

type Props = {
  index: number
  value: RoleHeld | null
  reference: Reference
  errors: Record<string, string>
  today: string
  onRemove: () => void
}

export function RoleFields({ index, value, reference, errors, today, onRemove }: Props) {
  const prefix = `roles[${index}].`
  const number = index + 1
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{`Role ${number}`}</legend>
      <Select
        name={`${prefix}role`}
        label="What?"
        value={value?.role ?? ''}
        options={[
          { value: '', label: 'Choose a role' },
          ...reference.roles.map(({ code }) => ({ value: code, label: role_names[code] ?? code })),
        ]}
        error={errors[`${prefix}role`]}
      />
      <Select
        name={`${prefix}held_at`}
        label="Where?"
        value={value ? `${value.held_at}:${value.held_at_id}` : ''}
        options={places(reference)}
        error={errors[`${prefix}held_at`] ?? errors[`${prefix}held_at_id`]}
      />
      <ValidityFields
        prefix={prefix}
        value={value ?? { valid_from: today }}
        errors={errors}
        of_what="the role"
      />
      <p className="govuk-body">
        <button type="button" className="app-link-button govuk-link" onClick={onRemove}>
          {`Remove role ${number}`}
        </button>
      </p>
      {value && 'waits' in value && value.waits === true && (
        <p className="govuk-hint">Waiting for somebody to approve it</p>
      )}
      {index === 0 && <WhatRolesMayDo reference={reference} />}
    </fieldset>
  )
}

function WhatRolesMayDo({ reference }: { reference: Reference }) {
  return (
    <Details summary="What each role may do">
      <ul className="govuk-list govuk-list--bullet">
        {reference.roles.map((role) => (
          <li key={role.code}>
            <strong>{role_names[role.code] ?? role.code}</strong>
            {': '}
            {role.permissions.flatMap((code) => permissions[code] ?? []).join(', ')}
          </li>
        ))}
      </ul>
    </Details>
  )
}

export function read_role(answers: FormData, index: number): RoleHeld {
  const prefix = `roles[${index}].`
  const [held_at = '', held_at_id = ''] = String(answers.get(`${prefix}held_at`) ?? '').split(':')
  return {
    role: String(answers.get(`${prefix}role`) ?? ''),
    held_at: (held_at || 'area') as HeldAt,
    held_at_id,
    ...read_validity(answers, prefix),
  }
}
