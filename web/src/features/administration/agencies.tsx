// The bodies that take part. One that is renamed or merged is given a last day, never deleted.

import { useNavigate } from 'react-router'

import type { components } from '@/api-types'
import { Button, Form, Input, Select, Table, type Outcome } from '@/govuk'
import { get, post, put, type Answer } from '@/lib/api'
import { PartLoaded } from '@/lib/part-loaded'
import { useSession } from '@/lib/session-context'
import { etag_of, useSaving } from '@/lib/use-saving'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { agency_kinds, words } from './administration-words'
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

type Agency = components['schemas']['Agency']

function useAgencies() {
  return useLoaded('/administration/agencies', (signal) =>
    get('/administration/agencies', { signal }),
  )
}

export function AgenciesPage() {
  return (
    <ListPage section="agencies" add="Add an agency">
      <PartLoaded of={useAgencies()}>
        {({ agencies }) => (
          <Table
            caption="Agencies"
            stacked
            caption_hidden
            first_cell_is_header
            columns={[
              { label: 'Name' },
              { label: 'Kind' },
              { label: 'Code' },
              { label: 'In force' },
            ]}
            rows={agencies.map((agency) => ({
              key: agency.id,
              cells: [
                <a key="name" className="govuk-link" href={`/administration/agencies/${agency.id}`}>
                  {agency.name}
                </a>,
                agency_kinds.find(({ code }) => code === agency.kind)?.label ?? agency.kind,
                agency.code,
                say_validity(agency),
              ],
            }))}
            empty="There are no agencies."
          />
        )}
      </PartLoaded>
    </ListPage>
  )
}

export function AgencyPage({ id }: { id: string | null }) {
  const agencies = useAgencies()
  return (
    <WhenLoaded of={agencies}>
      {({ agencies: all }) => {
        const found = all.find((one) => one.id === id) ?? null
        if (id !== null && !found) return <Missing />
        return <AgencyForm agency={found} reload={agencies.reload} />
      }}
    </WhenLoaded>
  )
}

function AgencyForm({ agency, reload }: { agency: Agency | null; reload: () => void }) {
  const { today } = useSession().session
  const saving = useSaving(words)
  const navigate = useNavigate()

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      code: text(answers, 'code'),
      name: text(answers, 'name'),
      kind: text(answers, 'kind'),
      ...read_validity(answers),
    }
    const answer = await saving.send((): Promise<Answer<unknown>> => {
      if (!agency) return post('/administration/agencies', { body })
      const if_match = saving.match(etag_of(agency.revision))
      return put('/administration/agencies/{id}', { path: { id: agency.id }, body, if_match })
    })
    if (!answer.ok) return
    void navigate('/administration/agencies', { state: { done: 'agency' } })
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <FormPage
      title={agency ? `Change ${agency.name}` : 'Add an agency'}
      section="agencies"
      saving={saving}
      onSeeLatest={reload}
      latest={agency && <p className="govuk-body">{`${agency.name}, ${say_validity(agency)}`}</p>}
    >
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Input name="name" label="Name" value={agency?.name} error={by_field.name} />
        <Select
          name="kind"
          label="Kind"
          value={agency?.kind ?? ''}
          options={[
            { value: '', label: 'Choose a kind' },
            ...agency_kinds.map(({ code, label }) => ({ value: code, label })),
          ]}
          error={by_field.kind}
        />
        <Input
          name="code"
          label="Code"
          hint="Short, for files that are brought in, like nyp"
          width={20}
          value={agency?.code}
          error={by_field.code}
        />
        <ValidityFields
          value={agency ?? { valid_from: today }}
          errors={by_field}
          of_what="the agency"
        />
        <Button busy={saving.busy}>Save the agency</Button>
      </Form>
    </FormPage>
  )
}
