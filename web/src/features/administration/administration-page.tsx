// Users, teams, agencies and areas: lists, and a form for each.

import type { ComponentType } from 'react'
import { useParams } from 'react-router'

import { AgencyPage, AgenciesPage } from './agencies'
import { AreaPage, AreasPage } from './areas'
import { Missing } from './frame'
import { InvitationPage } from './invitation'
import { SecondFactorResetPage, SignOnResetPage } from './second-factor'
import { TeamPage, TeamsPage } from './teams'
import { UserPage, UsersPage } from './users'

export type EntryProps = { id: string | null } // null: a new one

type Part = { List: ComponentType; Entry: ComponentType<EntryProps> }

const parts: Record<string, Part> = {
  users: { List: UsersPage, Entry: UserPage },
  teams: { List: TeamsPage, Entry: TeamPage },
  agencies: { List: AgenciesPage, Entry: AgencyPage },
  areas: { List: AreasPage, Entry: AreaPage },
}

// What else can be done with a user.
const of_a_user: Record<string, ComponentType<{ id: string }>> = {
  invitation: InvitationPage,
  'second-factor': SecondFactorResetPage,
  'sign-on': SignOnResetPage,
}

export function AdministrationPage() {
  const [section = '', id, what] = (useParams()['*'] ?? '').split('/')
  const part = parts[section || 'users']
  if (!part) return <Missing />
  if (id && what) {
    const Page = section === 'users' ? of_a_user[what] : undefined
    return Page ? <Page key={id} id={id} /> : <Missing />
  }
  if (!id) return <part.List key={section} />
  return <part.Entry key={section + id} id={id === 'add' ? null : id} />
}
