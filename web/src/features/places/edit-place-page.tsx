// Correcting a place. When somebody else saved first, it says who changed what, shows what is on
// record now beside what was typed, and takes nothing away.

import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'

import type { components } from '@/api-types'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Input,
  InsetText,
  Page,
  Radios,
  Select,
  Table,
} from '@/govuk'
import { get, put } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useDirectory } from '@/lib/reference'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { place_name, say_place, type Place } from './place-page'
import { words } from './place-words'

type PlaceBody = components['schemas']['PlaceBody']
type Areas = readonly { id: string; name: string }[]

const said = words.editing
const kTexts = ['name', 'line', 'locality', 'town', 'postcode', 'uprn'] as const
const kWide = new Set<string>(['name', 'line'])

function text(answers: FormData, name: string): string {
  return String(answers.get(name) ?? '').trim()
}

// Null when nothing was typed. What is no number is given as it is: the server says what is wrong.
function degrees(answers: FormData, name: string): number | null {
  const typed = text(answers, name)
  if (typed === '') return null
  const number = Number(typed)
  return Number.isNaN(number) ? (typed as unknown as number) : number
}

function read_place(answers: FormData): PlaceBody {
  return {
    kind: text(answers, 'kind') as PlaceBody['kind'],
    ...Object.fromEntries(kTexts.map((name) => [name, text(answers, name)])),
    longitude: degrees(answers, 'longitude'),
    latitude: degrees(answers, 'latitude'),
    area_id: text(answers, 'area_id') || null,
  }
}

export function EditPlacePage() {
  const { id = '' } = useParams()
  const loaded = useLoaded(`place ${id}`, (signal) => get('/places/{id}', { path: { id }, signal }))
  const directory = useDirectory()
  return (
    <WhenLoaded of={loaded}>
      {(place, etag) => (
        <EditPlace key={place.id} place={place} etag={etag} areas={directory?.areas ?? []} />
      )}
    </WhenLoaded>
  )
}

type Props = { place: Place; etag: string | null; areas: Areas }

function EditPlace({ place, etag, areas }: Props) {
  const saving = useSaving(words)
  const navigate = useNavigate()
  const draft = useDraft(`place.${place.id}`)
  const [typed, set_typed] = useState<FormData | null>(null)
  const [latest, set_latest] = useState<{ theirs: Place; mine: Place } | null>(null)
  const title = said.title(place_name(place))

  async function save(answers: FormData) {
    set_typed(answers)
    const answer = await saving.send(() =>
      put('/places/{id}', {
        path: { id: place.id },
        body: read_place(answers),
        if_match: saving.match(etag),
      }),
    )
    if (!answer.ok) return
    draft.clear()
    void navigate(`/places/${place.id}`)
    return 'saved' as const
  }

  async function see_latest() {
    const answer = await get('/places/{id}', { path: { id: place.id } })
    if (!answer.ok || !typed) return
    set_latest({ theirs: answer.data, mine: { ...answer.data, ...read_place(typed) } as Place })
  }
  const { errors, refusal } = saving
  return (
    <Page
      title={title}
      hasErrors={refusal !== null}
      before={<BackLink href={`/places/${place.id}`}>{said.back}</BackLink>}
    >
      {refusal?.status !== 412 && <ErrorSummary errors={errors.summary} />}
      <RefusalNotice
        refusal={refusal}
        field_label={words.field_name}
        onSeeLatest={() => void see_latest()}
        onRetry={typed ? () => void save(typed) : undefined}
      />
      {latest && <Differences {...latest} areas={areas} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <InsetText>{said.refuge}</InsetText>
      <Form onSubmit={save} busy={saving.busy} draft={draft}>
        <PlaceFields place={place} areas={areas} errors={errors.by_field} />
        <Button busy={saving.busy}>{said.save}</Button>
      </Form>
    </Page>
  )
}

type FieldsProps = { place: Place; areas: Areas; errors: Record<string, string> }

function PlaceFields({ place, areas, errors }: FieldsProps) {
  return (
    <>
      <Radios
        name="kind"
        legend={words.fields.kind}
        value={place.kind}
        error={errors.kind}
        options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
      />
      {kTexts.map((name) => (
        <Input
          key={name}
          name={name}
          label={words.field_name(name)}
          hint={name === 'name' ? said.name_hint : undefined}
          autoComplete="off"
          spellCheck={false}
          width={kWide.has(name) ? undefined : 20}
          value={place[name]}
          error={errors[name]}
        />
      ))}
      {(['longitude', 'latitude'] as const).map((name) => (
        <Input
          key={name}
          name={name}
          label={words.field_name(name)}
          inputMode="decimal"
          autoComplete="off"
          width={10}
          value={place[name] === null ? '' : String(place[name])}
          error={errors[name]}
        />
      ))}
      <Select
        key={areas.length}
        name="area_id"
        label={words.field_name('area_id')}
        value={place.area_id ?? ''}
        error={errors.area_id}
        options={[
          { value: '', label: said.none },
          ...areas.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}

type DifferencesProps = { theirs: Place; mine: Place; areas: Areas }

function Differences({ theirs, mine, areas }: DifferencesProps) {
  const [now, typed] = [say_place(theirs, areas), say_place(mine, areas)]
  const different = Object.keys(now).filter((name) => now[name] !== typed[name])
  return (
    <>
      <InsetText>{said.latest_text}</InsetText>
      <Table
        caption={said.latest}
        first_cell_is_header
        stacked
        columns={[{ label: words.details }, { label: said.latest }, { label: said.yours }]}
        rows={different.map((name) => ({
          key: name,
          cells: [
            words.field_name(name),
            now[name] || words.not_recorded,
            typed[name] || words.not_recorded,
          ],
        }))}
      />
    </>
  )
}
