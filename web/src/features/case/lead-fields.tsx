// Which agency, and who in it: the second list follows the first.

import { useState } from 'react'

import { Select, useFirstValue } from '@/govuk'
import { get } from '@/lib/api'
import { useLoaded } from '@/lib/use-loaded'

type Props = {
  agency_name: string // of the field
  user_name: string
  agency_label: string
  user_label: string
  agency_id: string // chosen at first
  user_id: string
  user_none: string // what choosing nobody is called
  only_agencies?: string[] // ids; any agency when absent
  errors: Record<string, string>
}

export function LeadFields(props: Props) {
  const { agency_name, user_name, only_agencies, errors } = props
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  const first = useFirstValue(agency_name, props.agency_id) ?? ''
  const [agency_id, set_agency_id] = useState(first)
  const agencies = (directory.data?.agencies ?? []).filter(
    ({ id }) => only_agencies === undefined || only_agencies.includes(id),
  )
  if (!directory.data) {
    return (
      <p className="govuk-body" role="status">
        {directory.refusal ? 'The list of agencies could not be loaded' : 'Loading'}
      </p>
    )
  }
  return (
    <>
      <Select
        name={agency_name}
        label={props.agency_label}
        value={props.agency_id}
        options={[
          { value: '', label: 'Choose an agency' },
          ...agencies.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        error={errors[agency_name]}
        onChange={set_agency_id}
      />
      {agency_id !== '' && (
        <People
          key={agency_id}
          name={user_name}
          label={props.user_label}
          agency_id={agency_id}
          value={agency_id === props.agency_id ? props.user_id : ''}
          none={props.user_none}
          error={errors[user_name]}
        />
      )}
    </>
  )
}

type PeopleProps = {
  name: string
  label: string
  agency_id: string
  value: string
  none: string
  error: string | undefined
}

function People({ name, label, agency_id, value, none, error }: PeopleProps) {
  const colleagues = useLoaded(`/colleagues ${agency_id}`, (signal) =>
    get('/colleagues', { query: { agency_id }, signal }),
  )
  if (!colleagues.data) {
    return (
      <p className="govuk-body" role="status">
        {colleagues.refusal ? 'The list of people could not be loaded' : 'Loading'}
      </p>
    )
  }
  return (
    <Select
      name={name}
      label={label}
      value={value}
      options={[
        { value: '', label: none },
        ...colleagues.data.colleagues.map((one) => ({
          value: one.id,
          label: one.job_title ? `${one.name}, ${one.job_title}` : one.name,
        })),
      ]}
      error={error}
    />
  )
}

export function chosen_or_null(answers: FormData, name: string): string | null {
  return String(answers.get(name) ?? '') || null
}
