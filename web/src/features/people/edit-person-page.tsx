// Correcting a person's details. When somebody else saved first, it says who changed what, shows
// what is on record now beside what was typed, and takes nothing away.

import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'

import { BackLink, Button, ErrorSummary, Form, InsetText, Page, Table } from '@/govuk'
import { get, put } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { useSaving } from '@/lib/use-saving'

import { PersonFields } from './person-fields'
import { read_person, say_person } from './person-form'
import { full_name, type Person } from './person-page'
import { words } from './person-words'

const said = words.editing

export function EditPersonPage() {
  const { id = '' } = useParams()
  const loaded = useLoaded(`person ${id}`, (signal) =>
    get('/people/{id}', { path: { id }, signal }),
  )
  return (
    <WhenLoaded of={loaded}>
      {(person, etag) => <EditPerson key={person.id} person={person} etag={etag} />}
    </WhenLoaded>
  )
}

function EditPerson({ person, etag }: { person: Person; etag: string | null }) {
  const saving = useSaving(words)
  const navigate = useNavigate()
  const draft = useDraft(`person.${person.id}`)
  const [latest, set_latest] = useState<{ theirs: Person; mine: Person } | null>(null)
  const [typed, set_typed] = useState<FormData | null>(null)
  const title = said.title(full_name(person))

  async function save(answers: FormData) {
    set_typed(answers)
    const answer = await saving.send(() =>
      put('/people/{id}', {
        path: { id: person.id },
        body: read_person(answers, person),
        if_match: saving.match(etag),
      }),
    )
    if (!answer.ok) return
    draft.clear()
    void navigate(`/people/${person.id}`)
    return 'saved' as const
  }

  async function see_latest() {
    const answer = await get('/people/{id}', { path: { id: person.id } })
    if (!answer.ok || !typed) return
    set_latest({
      theirs: answer.data,
      mine: { ...answer.data, ...read_person(typed, person) } as Person,
    })
  }
  const { errors, refusal } = saving
  return (
    <Page
      title={title}
      hasErrors={refusal !== null}
      before={<BackLink href={`/people/${person.id}`}>{said.back}</BackLink>}
    >
      {refusal?.status !== 412 && <ErrorSummary errors={errors.summary} />}
      <RefusalNotice
        refusal={refusal}
        field_label={words.field_name}
        onSeeLatest={() => void see_latest()}
        onRetry={typed ? () => void save(typed) : undefined}
      />
      {latest && <Differences {...latest} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <Form onSubmit={save} busy={saving.busy} draft={draft}>
        <PersonFields person={person} errors={errors} kept={draft.load()} />
        <Button busy={saving.busy}>{said.save}</Button>
      </Form>
    </Page>
  )
}

function Differences({ theirs, mine }: { theirs: Person; mine: Person }) {
  const [now, typed] = [say_person(theirs), say_person(mine)]
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
