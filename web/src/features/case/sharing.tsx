// Who can see the case besides its hub: with whom it is and was shared, how much of it, on what
// ground and until when.

import { Details, InsetText, Table } from '@/govuk'
import { get, type DataOf } from '@/lib/api'
import { format_date, format_date_time } from '@/lib/dates'
import { depths, say_listed } from '@/lib/sharing-words'
import { useAgreements } from '@/lib/terms-fields'
import { PartLoaded } from '@/lib/part-loaded'
import { useLoaded } from '@/lib/use-loaded'

import { AddButton, case_path, CasePart } from './case-frame'
import { grant_endings, grant_origins } from './case-words'
import type { Case, SectionProps } from './types'

export type Grant = DataOf<'/cases/{id}/sharing', 'get'>['grants'][number]

export function useGrants(id: string) {
  return useLoaded(`sharing ${id}`, (signal) =>
    get('/cases/{id}/sharing', { path: { id }, signal }),
  )
}

// The agency, and its team or the person in it when only that one sees the case.
function Receiver({ grant }: { grant: Grant }) {
  if (grant.to_kind === 'agency') return grant.to_name
  return (
    <>
      {grant.to_name}
      <br />
      {grant.to_agency_name}
    </>
  )
}

function Ground({ grant }: { grant: Grant }) {
  const { purposes, gateways } = useAgreements().data ?? {}
  if (grant.origin === 'emergency') return 'Opened in an emergency'
  return (
    <>
      {say_listed(purposes, grant.purpose)}
      <br />
      {say_listed(gateways, grant.gateway)}
      {grant.agreement_title && (
        <>
          <br />
          {grant.agreement_title}
        </>
      )}
    </>
  )
}

function until(grant: Grant): string {
  if (grant.origin === 'emergency') return format_date_time(grant.until)
  return grant.ends_on ? format_date(grant.ends_on) : 'No end recorded'
}

function WhatToDo({ the_case, grant }: { the_case: Case; grant: Grant }) {
  if (!the_case.may_run) return null
  const whom = <span className="govuk-visually-hidden">: {grant.to_name}</span>
  const partner = the_case.partners.find(
    ({ agency_id, team_id, to_on }) => to_on === null && (team_id ?? agency_id) === grant.to_id,
  )
  return (
    <>
      <a className="govuk-link" href={case_path(the_case, `sharing/less/${grant.id}`)}>
        Share less{whom}
      </a>
      <br />
      {grant.origin === 'partner' && partner ? (
        <>
          <a className="govuk-link" href={case_path(the_case, `sharing/renew/${partner.id}`)}>
            Renew{whom}
          </a>
          <br />
          <a className="govuk-link" href={case_path(the_case, `people/end/${partner.id}`)}>
            End their part{whom}
          </a>
        </>
      ) : (
        <a className="govuk-link" href={case_path(the_case, `sharing/stop/${grant.id}`)}>
          Stop sharing{whom}
        </a>
      )}
    </>
  )
}

export function Sharing({ the_case, programme }: SectionProps) {
  const loaded = useGrants(the_case.id)
  return (
    <CasePart the_case={the_case} programme={programme} section="sharing">
      <InsetText>
        The hub of {the_case.area_name}, the lead worker and those who look after the whole
        partnership always see this case. A colleague who knows somebody in it outside their work
        never does.
      </InsetText>
      <PartLoaded of={loaded}>
        {({ grants }) => {
          const live = grants.filter(({ ended_at }) => ended_at === null)
          const former = grants.filter(({ ended_at }) => ended_at !== null)
          return (
            <>
              <Table
                caption="Shared with"
                first_cell_is_header
                stacked
                columns={[
                  { label: 'Who' },
                  { label: 'What they see' },
                  { label: 'On what ground' },
                  { label: 'Until' },
                  { label: <span className="govuk-visually-hidden">What to do</span> },
                ]}
                rows={live.map((grant) => ({
                  key: grant.id,
                  cells: [
                    <Receiver key="who" grant={grant} />,
                    depths[grant.depth],
                    <Ground key="ground" grant={grant} />,
                    until(grant),
                    <WhatToDo key="do" the_case={the_case} grant={grant} />,
                  ],
                }))}
                empty="Nobody besides those above."
              />
              <AddButton may={the_case.may_run} href={case_path(the_case, 'sharing/add')}>
                Share this case
              </AddButton>
              {the_case.may_run && (
                <p className="govuk-body">
                  <a className="govuk-link" href={case_path(the_case, 'sharing/correct')}>
                    Tell everybody who opened it that something was wrong
                  </a>
                </p>
              )}
              {former.length > 0 && (
                <Details summary="With whom it was shared before">
                  <Table
                    caption="No longer shared with"
                    first_cell_is_header
                    stacked
                    columns={[
                      { label: 'Who' },
                      { label: 'What they saw' },
                      { label: 'From and to' },
                      { label: 'How it ended' },
                    ]}
                    rows={former.map((grant) => ({
                      key: grant.id,
                      cells: [
                        <Receiver key="who" grant={grant} />,
                        depths[grant.depth],
                        `${format_date(grant.given_at)} to ${format_date(grant.ended_at ?? '')}`,
                        `${grant_endings[grant.ending ?? ''] ?? ''}${grant.end_reason && `: ${grant.end_reason}`}`,
                      ],
                    }))}
                  />
                </Details>
              )}
              <Details summary="Who shared it, and why">
                <Table
                  caption="Each time the case was shared"
                  caption_hidden
                  first_cell_is_header
                  stacked
                  columns={[
                    { label: 'When' },
                    { label: 'With' },
                    { label: 'By' },
                    { label: 'Why' },
                  ]}
                  rows={grants.map((grant) => ({
                    key: grant.id,
                    cells: [
                      format_date_time(grant.given_at),
                      grant.to_name,
                      `${grant.given_by_name}, ${grant_origins[grant.origin]}`,
                      <span key="why" className="app-typed">
                        {grant.reason || 'Not recorded'}
                      </span>,
                    ],
                  }))}
                  empty="It has not been shared."
                />
              </Details>
            </>
          )
        }}
      </PartLoaded>
    </CasePart>
  )
}
