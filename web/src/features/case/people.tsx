// The people, places and partner agencies of the case: those who are in it, and those who were.

import { ButtonGroup, Table, Tag } from '@/govuk'
import { format_date } from '@/lib/dates'
import { label_of } from '@/lib/programmes'

import { AddButton, case_path, CasePart } from './case-frame'
import { place_roles } from './case-words'
import type { Case, SectionProps } from './types'

function Since({ from_on, to_on }: { from_on: string; to_on: string | null }) {
  return to_on === null
    ? `Since ${format_date(from_on)}`
    : `${format_date(from_on)} to ${format_date(to_on)}`
}

type EndProps = { the_case: Case; may: boolean; id: string; name: string; to_on: string | null }

function EndLink({ the_case, may, id, name, to_on }: EndProps) {
  if (!may || to_on !== null) return null
  return (
    <a className="govuk-link" href={case_path(the_case, `people/end/${id}`)}>
      End<span className="govuk-visually-hidden"> the part of {name}</span>
    </a>
  )
}

function Role({ role, is_subject }: { role: string; is_subject: boolean }) {
  if (!is_subject) return role
  return (
    <>
      {role}
      <span className="app-tags">
        <Tag colour="blue">Subject of the case</Tag>
      </span>
    </>
  )
}

export function People({ the_case, programme }: SectionProps) {
  const may_work = the_case.may_work && the_case.is_open
  const may_run = the_case.may_run && the_case.is_open
  return (
    <CasePart the_case={the_case} programme={programme} section="people">
      <Table
        caption="People"
        first_cell_is_header
        stacked
        columns={[
          { label: 'Name' },
          { label: 'Role' },
          { label: 'Date of birth' },
          { label: 'In the case' },
          { label: <span className="govuk-visually-hidden">What to do</span> },
        ]}
        rows={the_case.people.map((one) => ({
          key: one.id,
          cells: [
            <a key="name" className="govuk-link" href={`/people/${one.person_id}`}>
              {one.name}
            </a>,
            <Role
              key="role"
              role={label_of(programme.person_roles, one.role)}
              is_subject={one.is_subject}
            />,
            one.date_of_birth ? format_date(one.date_of_birth) : 'Not recorded',
            <Since key="since" from_on={one.from_on} to_on={one.to_on} />,
            <EndLink key="end" the_case={the_case} may={may_work} {...one} />,
          ],
        }))}
        empty="No people have been added. A case about a place or a theme needs none."
      />
      <AddButton may={may_work} href={case_path(the_case, 'people/add-person')}>
        Add a person
      </AddButton>
      <Table
        caption="Places"
        first_cell_is_header
        stacked
        columns={[
          { label: 'Place' },
          { label: 'Role' },
          { label: 'In the case' },
          { label: <span className="govuk-visually-hidden">What to do</span> },
        ]}
        rows={the_case.places.map((one) => ({
          key: one.id,
          cells: [
            <a key="name" className="govuk-link" href={`/places/${one.place_id}`}>
              {one.label}
            </a>,
            <Role key="role" role={label_of(place_roles, one.role)} is_subject={one.is_subject} />,
            <Since key="since" from_on={one.from_on} to_on={one.to_on} />,
            <EndLink
              key="end"
              the_case={the_case}
              may={may_work}
              id={one.id}
              name={one.label}
              to_on={one.to_on}
            />,
          ],
        }))}
        empty="No places have been added."
      />
      <AddButton may={may_work} href={case_path(the_case, 'people/add-place')}>
        Add a place
      </AddButton>
      <Table
        caption="Partner agencies"
        first_cell_is_header
        stacked
        columns={[
          { label: 'Agency' },
          { label: 'Why they were brought in' },
          { label: 'In the case' },
          { label: <span className="govuk-visually-hidden">What to do</span> },
        ]}
        rows={the_case.partners.map((one) => ({
          key: one.id,
          cells: [
            one.team_name ? `${one.agency_name}: ${one.team_name}` : one.agency_name,
            one.reason,
            <Since key="since" from_on={one.from_on} to_on={one.to_on} />,
            <EndLink
              key="end"
              the_case={the_case}
              may={may_run}
              id={one.id}
              name={one.agency_name}
              to_on={one.to_on}
            />,
          ],
        }))}
        empty="No other agency has been brought in."
      />
      <ButtonGroup>
        <AddButton may={may_run} href={case_path(the_case, 'people/add-partner')}>
          Bring in a partner agency
        </AddButton>
      </ButtonGroup>
    </CasePart>
  )
}
