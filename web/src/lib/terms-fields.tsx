// On what ground something is shared, and until when: the agreement, what it is for, the law that
// allows it, and the last day.

import { useState } from 'react'

import { DateInput, InsetText, read_date, Select } from '@/govuk'

import { get, type DataOf } from './api'
import { useSession } from './session-context'
import { PartLoaded } from './part-loaded'
import { useLoaded } from './use-loaded'

type Agreements = DataOf<'/agreements', 'get'>
type Agreement = Agreements['agreements'][number]

type Props = {
  agency_id: string // with whom; empty until chosen
  by_field: Record<string, string>
}

export function useAgreements() {
  return useLoaded('agreements', (signal) => get('/agreements', { signal }))
}

export function read_terms(answers: FormData) {
  const agreement_id = String(answers.get('agreement_id') ?? '')
  return {
    purpose: String(answers.get('purpose') ?? ''),
    gateway: String(answers.get('gateway') ?? ''),
    ends_on: read_date(answers, 'ends_on') ?? '',
    ...(agreement_id && { agreement_id }),
  }
}

function between(agreements: Agreement[], mine: string, theirs: string): Agreement[] {
  return agreements.filter(
    ({ in_force, parties }) =>
      in_force && [mine, theirs].every((agency) => parties.some(({ id }) => id === agency)),
  )
}

export function TermsFields({ agency_id, by_field }: Props) {
  const loaded = useAgreements()
  const { session } = useSession()
  return (
    <PartLoaded of={loaded}>
      {(all) => (
        <Fields
          key={agency_id}
          all={all}
          offered={between(all.agreements, session.agency_id, agency_id)}
          nobody_chosen={agency_id === ''}
          within_agency={agency_id === session.agency_id}
          by_field={by_field}
        />
      )}
    </PartLoaded>
  )
}

type FieldsProps = {
  all: Agreements
  offered: Agreement[]
  nobody_chosen: boolean
  within_agency: boolean
  by_field: Record<string, string>
}

function Fields({ all, offered, nobody_chosen, within_agency, by_field }: FieldsProps) {
  const [agreement_id, choose] = useState(offered.length === 1 ? (offered[0]?.id ?? '') : '')
  const agreement = offered.find(({ id }) => id === agreement_id)
  const among = (list: Agreements['purposes'], allowed: string[] | undefined) => [
    { value: '', label: 'Choose one' },
    ...list
      .filter(({ code }) => allowed?.includes(code) ?? within_agency)
      .map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    <>
      {offered.length === 0 && !within_agency && !nobody_chosen && (
        <InsetText>
          No agreement in force covers your agency and the one you choose here. Ask your data
          protection officer for one before you share anything.
        </InsetText>
      )}
      <Select
        name="agreement_id"
        label="Information sharing agreement"
        hint={within_agency ? 'Not needed within your own agency' : undefined}
        options={[
          { value: '', label: within_agency ? 'None' : 'Choose an agreement' },
          ...offered.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={agreement_id}
        error={by_field.agreement_id}
        onChange={choose}
      />
      <Select
        key={`purpose ${agreement_id}`}
        name="purpose"
        label="What is it for?"
        options={among(all.purposes, agreement?.purposes)}
        error={by_field.purpose}
      />
      <Select
        key={`gateway ${agreement_id}`}
        name="gateway"
        label="Which law allows it?"
        options={among(all.gateways, agreement?.gateways)}
        error={by_field.gateway}
      />
      <DateInput
        name="ends_on"
        legend="Last day they will see it"
        hint={`Within the agreement, and at most ${all.longest_grant_days} days away`}
        error={by_field.ends_on}
      />
    </>
  )
}
