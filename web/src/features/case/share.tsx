// Sharing the case: with whom and how much, sharing less, renewing a partner's time, and stopping.

import { useState, type ReactNode } from 'react'

import {
  Button,
  Combobox,
  DateInput,
  Form,
  Radios,
  read_date,
  Select,
  Textarea,
  WarningText,
  type Outcome,
  type Suggestion,
} from '@/govuk'
import { get, post, put } from '@/lib/api'
import { find_colleagues } from '@/lib/colleagues'
import { depth_options, depths, type Depth } from '@/lib/sharing-words'
import { read_terms, TermsFields } from '@/lib/terms-fields'
import { etag_of, useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { words } from './case-words'
import { useGrants, type Grant } from './sharing'
import type { SectionProps } from './types'
import { useDone } from './use-done'

type Kind = 'agency' | 'team' | 'user'

const kinds = [
  { value: 'agency', label: 'An agency', hint: 'Everybody there whose role opens cases' },
  { value: 'team', label: 'One team of an agency' },
  { value: 'user', label: 'One person' },
]

function Why({ error }: { error: string | undefined }) {
  return (
    <Textarea
      name="reason"
      label="Why do they need it?"
      hint="This is kept, with who shared it and when. They can read it"
      max_length={2000}
      rows={3}
      error={error}
    />
  )
}

export function Share({ the_case, reload }: SectionProps) {
  const title = 'Share this case'
  const [kind, set_kind] = useState<Kind>('agency')
  const [to_id, set_to_id] = useState('')
  const [their_agency, set_their_agency] = useState('')
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  const colleagues = useLoaded('colleagues', (signal) => get('/colleagues', { signal }))
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  if (!the_case.may_run) return <NotForYou the_case={the_case} title={title} />

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      to_kind: kind,
      to_id: String(answers.get('to_id') ?? ''),
      depth: String(answers.get('depth') ?? '') as Depth,
      reason: String(answers.get('reason') ?? ''),
      ...read_terms(answers),
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/sharing', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('sharing', 'shared')
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <WhenLoaded of={directory}>
      {({ agencies, teams }) => {
        const of_team = teams.find(({ id }) => id === to_id)?.agency_id ?? ''
        const of_person =
          colleagues.data?.colleagues.find(({ id }) => id === to_id)?.agency_id ?? their_agency
        const agency_id = { agency: to_id, team: of_team, user: of_person }[kind]
        return (
          <CaseFormPage the_case={the_case} title={title} back="sharing" saving={saving}>
            <Form id={kFormId} onSubmit={save} busy={saving.busy}>
              <Radios
                name="to_kind"
                legend="Who will see it?"
                options={kinds}
                value={kind}
                onChange={(value: string) => {
                  set_kind(value as Kind)
                  set_to_id('')
                  set_their_agency('')
                }}
                error={by_field.to_kind}
              />
              {kind === 'agency' && (
                <Select
                  name="to_id"
                  label="Which agency?"
                  options={[
                    { value: '', label: 'Choose an agency' },
                    ...agencies.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  error={by_field.to_id}
                  onChange={set_to_id}
                />
              )}
              {kind === 'team' && (
                <Select
                  key="team"
                  name="to_id"
                  label="Which team?"
                  options={[
                    { value: '', label: 'Choose a team' },
                    ...teams.map(({ id, name, agency_id: of }) => ({
                      value: id,
                      label: `${agencies.find((one) => one.id === of)?.name ?? ''}: ${name}`,
                    })),
                  ]}
                  error={by_field.to_id}
                  onChange={set_to_id}
                />
              )}
              {kind === 'user' && (
                <Combobox
                  name="to_id"
                  label="Which person?"
                  hint="Type part of their name"
                  search={find_colleagues}
                  error={by_field.to_id}
                  onChoose={(suggestion: Suggestion | null) => set_to_id(suggestion?.value ?? '')}
                />
              )}
              <Radios
                name="depth"
                legend="How much will they see?"
                options={depth_options}
                error={by_field.depth}
              />
              <WarningText>
                Share as little as they need. Addresses and safe ways of contact are part of the
                whole case.
              </WarningText>
              <TermsFields agency_id={agency_id} by_field={by_field} />
              <Why error={by_field.reason} />
              <Button busy={saving.busy}>Share this case</Button>
            </Form>
          </CaseFormPage>
        )
      }}
    </WhenLoaded>
  )
}

// The grant that the address names, while it holds.
function WithGrant(props: SectionProps & { title: string; form: (grant: Grant) => ReactNode }) {
  const { the_case, link, title, form } = props
  const loaded = useGrants(the_case.id)
  if (!the_case.may_run) return <NotForYou the_case={the_case} title={title} />
  return (
    <WhenLoaded of={loaded}>
      {({ grants }) => {
        const grant = grants.find(({ id, ended_at }) => id === link && ended_at === null)
        return grant ? form(grant) : <NotForYou the_case={the_case} title={title} />
      }}
    </WhenLoaded>
  )
}

export function ShareLess(props: SectionProps) {
  return (
    <WithGrant
      {...props}
      title="Share less"
      form={(grant) => <ShareLessForm {...props} grant={grant} />}
    />
  )
}

const order = Object.keys(depths)

function ShareLessForm({ the_case, reload, grant }: SectionProps & { grant: Grant }) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const { by_field } = saving.errors

  async function save(answers: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      put('/cases/{id}/sharing/{link}', {
        path: { id: the_case.id, link: grant.id },
        body: {
          depth: String(answers.get('depth') ?? '') as Depth,
          ends_on: read_date(answers, 'ends_on') ?? '',
        },
        if_match: saving.match(etag_of(grant.revision)),
      }),
    )
    if (!answer.ok) return
    done('sharing', 'shared_less')
    return 'saved'
  }

  const title = `Share less with ${grant.to_name}`
  return (
    <CaseFormPage the_case={the_case} title={title} back="sharing" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Radios
          name="depth"
          legend="How much will they see?"
          options={depth_options.filter(
            ({ value }) => order.indexOf(value) <= order.indexOf(grant.depth),
          )}
          value={grant.depth}
          error={by_field.depth}
        />
        <DateInput
          name="ends_on"
          legend="Last day they will see it"
          value={grant.ends_on ?? undefined}
          error={by_field.ends_on}
        />
        <Button busy={saving.busy}>Save</Button>
      </Form>
    </CaseFormPage>
  )
}

export function StopSharing(props: SectionProps) {
  return (
    <WithGrant
      {...props}
      title="Stop sharing"
      form={(grant) => <StopSharingForm {...props} grant={grant} />}
    />
  )
}

function StopSharingForm({ the_case, reload, grant }: SectionProps & { grant: Grant }) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)

  async function save(answers: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      put('/cases/{id}/sharing/{link}/ending', {
        path: { id: the_case.id, link: grant.id },
        body: { reason: String(answers.get('reason') ?? '') },
        if_match: saving.match(etag_of(grant.revision)),
      }),
    )
    if (!answer.ok) return
    done('sharing', 'sharing_stopped')
    return 'saved'
  }

  const title = `Stop sharing with ${grant.to_name}`
  return (
    <CaseFormPage the_case={the_case} title={title} back="sharing" saving={saving}>
      <p className="govuk-body">From now on this case does not exist for them.</p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Textarea
          name="reason"
          label="Why?"
          max_length={2000}
          rows={3}
          error={saving.errors.by_field.reason}
        />
        <Button variant="warning" busy={saving.busy}>
          Stop sharing
        </Button>
      </Form>
    </CaseFormPage>
  )
}

export function RenewPartner({ the_case, reload, link }: SectionProps) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const partner = the_case.partners.find(({ id, to_on }) => id === link && to_on === null)
  const title = partner ? `Renew the part of ${partner.agency_name}` : 'Renew a part in this case'
  if (!partner || !the_case.may_run) return <NotForYou the_case={the_case} title={title} />
  const { by_field } = saving.errors
  const { revision, agency_id } = partner

  async function save(answers: FormData): Promise<Outcome> {
    const answer = await saving.send(() =>
      put('/cases/{id}/partners/{link}/terms', {
        path: { id: the_case.id, link },
        body: { reason: String(answers.get('reason') ?? ''), ...read_terms(answers) },
        if_match: saving.match(etag_of(revision)),
      }),
    )
    if (!answer.ok) return
    done('sharing', 'partner_renewed')
    return 'saved'
  }

  return (
    <CaseFormPage the_case={the_case} title={title} back="sharing" saving={saving}>
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <TermsFields agency_id={agency_id} by_field={by_field} />
        <Why error={by_field.reason} />
        <Button busy={saving.busy}>Renew</Button>
      </Form>
    </CaseFormPage>
  )
}
