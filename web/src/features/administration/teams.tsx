// People of one agency who share work, perhaps in one hub.

import { useNavigate } from 'react-router'

import type { components } from '@/api-types'
import { Button, Form, Input, Select, Table, type Outcome } from '@/govuk'
import { get, post, put, type Answer } from '@/lib/api'
import { PartLoaded } from '@/lib/part-loaded'
import { useSession } from '@/lib/session-context'
import { etag_of, useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { words } from './administration-words'
import {
  FormPage,
  kFormId,
  ListPage,
  Missing,
  read_validity,
  say_validity,
  text,
  ValidityFields,
} from './frame'

type Team = components['schemas']['Team']
type All = {
  teams: Team[]
  agencies: components['schemas']['Agency'][]
  areas: components['schemas']['Area'][]
}

async function get_all(signal: AbortSignal): Promise<Answer<All>> {
  const [teams, agencies, areas] = await Promise.all([
    get('/administration/teams', { signal }),
    get('/administration/agencies', { signal }),
    get('/administration/areas', { signal }),
  ])
  if (!teams.ok) return teams
  if (!agencies.ok) return agencies
  if (!areas.ok) return areas
  const data = { ...teams.data, ...agencies.data, ...areas.data }
  return { ok: true, status: 200, data, etag: null }
}

export function TeamsPage() {
  return (
    <ListPage section="teams" add="Add a team">
      <PartLoaded of={useLoaded('teams', get_all)}>
        {({ teams, agencies, areas }) => (
          <Table
            caption="Teams"
            stacked
            caption_hidden
            first_cell_is_header
            columns={[
              { label: 'Name' },
              { label: 'Agency' },
              { label: 'Area' },
              { label: 'In force' },
            ]}
            rows={teams.map((team) => ({
              key: team.id,
              cells: [
                <a key="name" className="govuk-link" href={`/administration/teams/${team.id}`}>
                  {team.name}
                </a>,
                agencies.find(({ id }) => id === team.agency_id)?.name ?? '',
                areas.find(({ id }) => id === team.area_id)?.name ?? 'None',
                say_validity(team),
              ],
            }))}
            empty="There are no teams."
          />
        )}
      </PartLoaded>
    </ListPage>
  )
}

export function TeamPage({ id }: { id: string | null }) {
  const loaded = useLoaded('teams', get_all)
  return (
    <WhenLoaded of={loaded}>
      {(all) => {
        const found = all.teams.find((one) => one.id === id) ?? null
        if (id !== null && !found) return <Missing />
        return <TeamForm all={all} team={found} reload={loaded.reload} />
      }}
    </WhenLoaded>
  )
}

type FormProps = { all: All; team: Team | null; reload: () => void }

function TeamForm({ all, team, reload }: FormProps) {
  const { today } = useSession().session
  const saving = useSaving(words)
  const navigate = useNavigate()

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      agency_id: text(answers, 'agency_id'),
      area_id: text(answers, 'area_id') || null,
      name: text(answers, 'name'),
      ...read_validity(answers),
    }
    const answer = await saving.send((): Promise<Answer<unknown>> => {
      if (!team) return post('/administration/teams', { body })
      const if_match = saving.match(etag_of(team.revision))
      return put('/administration/teams/{id}', { path: { id: team.id }, body, if_match })
    })
    if (!answer.ok) return
    void navigate('/administration/teams', { state: { done: 'team' } })
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <FormPage
      title={team ? `Change ${team.name}` : 'Add a team'}
      section="teams"
      saving={saving}
      onSeeLatest={reload}
      latest={team && <p className="govuk-body">{`${team.name}, ${say_validity(team)}`}</p>}
    >
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Input name="name" label="Name" value={team?.name} error={by_field.name} />
        <Select
          name="agency_id"
          label="Agency"
          value={team?.agency_id ?? ''}
          options={[
            { value: '', label: 'Choose an agency' },
            ...all.agencies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={by_field.agency_id}
        />
        <Select
          name="area_id"
          label="Area, if it works in one only"
          value={team?.area_id ?? ''}
          options={[
            { value: '', label: 'None' },
            ...all.areas.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={by_field.area_id}
        />
        <ValidityFields
          value={team ?? { valid_from: today }}
          errors={by_field}
          of_what="the team"
        />
        <Button busy={saving.busy}>Save the team</Button>
      </Form>
    </FormPage>
  )
}
