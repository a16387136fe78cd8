// A role and where it is held, in words.

import type { components } from '@/api-types'
import { role_names } from '@/lib/role-words'

import { words } from './approvals-words'

export type Role = components['schemas']['RoleWithPlace']

export function say_role(role: Role): string {
  const name = role_names[role.role] ?? role.role
  const held = `${name}, ${role.place_name ?? words.whole_partnership}`
  return role.waits ? `${held} (${words.waits})` : held
}
