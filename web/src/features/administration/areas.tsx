// The hubs' areas. Councils merge: an area is given a last day, never deleted.

import { useNavigate } from 'react-router'

import type { components } from '@/api-types'
import { Button, Form, Input, Table, type Outcome } from '@/govuk'
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

type Area = components['schemas']['Area']

function useAreas() {
  return useLoaded('/administration/areas', (signal) => get('/administration/areas', { signal }))
}

export function AreasPage() {
  return (
    <ListPage section="areas" add="Add an area">
      <PartLoaded of={useAreas()}>
        {({ areas }) => (
          <Table
            caption="Areas"
            stacked
            caption_hidden
            first_cell_is_header
            columns={[
              { label: 'Name' },
              { label: 'Code' },
              { label: 'GSS code' },
              { label: 'In force' },
            ]}
            rows={areas.map((area) => ({
              key: area.id,
              cells: [
                <a key="name" className="govuk-link" href={`/administration/areas/${area.id}`}>
                  {area.name}
                </a>,
                area.code,
                area.gss_code || 'None',
                say_validity(area),
              ],
            }))}
            empty="There are no areas."
          />
        )}
      </PartLoaded>
    </ListPage>
  )
}

export function AreaPage({ id }: { id: string | null }) {
  const areas = useAreas()
  return (
    <WhenLoaded of={areas}>
      {({ areas: all }) => {
        const found = all.find((one) => one.id === id) ?? null
        if (id !== null && !found) return <Missing />
        return <AreaForm area={found} reload={areas.reload} />
      }}
    </WhenLoaded>
  )
}

function AreaForm({ area, reload }: { area: Area | null; reload: () => void }) {
  const { today } = useSession().session
  const saving = useSaving(words)
  const navigate = useNavigate()

  async function save(answers: FormData): Promise<Outcome> {
    const body = {
      code: text(answers, 'code'),
      name: text(answers, 'name'),
      gss_code: text(answers, 'gss_code'),
      ...read_validity(answers),
    }
    const answer = await saving.send((): Promise<Answer<unknown>> => {
      if (!area) return post('/administration/areas', { body })
      const if_match = saving.match(etag_of(area.revision))
      return put('/administration/areas/{id}', { path: { id: area.id }, body, if_match })
    })
    if (!answer.ok) return
    void navigate('/administration/areas', { state: { done: 'area' } })
    return 'saved'
  }

  const { by_field } = saving.errors
  return (
    <FormPage
      title={area ? `Change ${area.name}` : 'Add an area'}
      section="areas"
      saving={saving}
      onSeeLatest={reload}
      latest={area && <p className="govuk-body">{`${area.name}, ${say_validity(area)}`}</p>}
    >
      <Form id={kFormId} onSubmit={save} busy={saving.busy}>
        <Input name="name" label="Name" value={area?.name} error={by_field.name} />
        <Input
          name="code"
          label="Code"
          hint="Three capital letters. It begins the references that people say on the phone"
          width={3}
          value={area?.code}
          error={by_field.code}
        />
        <Input
          name="gss_code"
          label="GSS code, if it has one"
          hint="From the Office for National Statistics, like E07000168"
          width={10}
          value={area?.gss_code}
          error={by_field.gss_code}
        />
        <ValidityFields
          value={area ?? { valid_from: today }}
          errors={by_field}
          of_what="the area"
        />
        <Button busy={saving.busy}>Save the area</Button>
      </Form>
    </FormPage>
  )
}
