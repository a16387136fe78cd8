// A note, a contact or an incident. Nothing in a chronology is edited later, so each says what it is.

import {
  Button,
  DateInput,
  Form,
  Input,
  Radios,
  read_date,
  Select,
  Textarea,
  type Outcome,
} from '@/govuk'
import { post } from '@/lib/api'
import { useDraft } from '@/lib/drafts'
import { kStartOfDay, london_instant } from '@/lib/london-time'
import { radio_options, select_options } from '@/lib/programmes'
import { useSaving } from '@/lib/use-saving'

import { CaseFormPage, kFormId, NotForYou } from './case-frame'
import { natures, words } from './case-words'
import type { SectionProps } from './types'
import { useDone } from './use-done'

const kTitle = 'Add to the chronology'

type Kind = 'note' | 'contact' | 'incident'
type Nature = 'fact' | 'opinion' | 'third_party'

// Nothing when neither is given, which is now. What is no date is sent for the server to refuse. A day
// without a time is its first moment, as a referral's is: later ones might still be to come today.
function happened_at(answers: FormData): string | undefined {
  const date = read_date(answers, 'happened_on')
  if (date === null) return undefined
  const time = String(answers.get('happened_time') ?? '') || kStartOfDay
  return london_instant(date, time) ?? `${date}T${time}`
}

export function AddEntry({ the_case, programme, reload }: SectionProps) {
  const saving = useSaving(words)
  const done = useDone(the_case, reload)
  const draft = useDraft(`case-entry.${the_case.id}`)
  if (!the_case.may_work) return <NotForYou the_case={the_case} title={kTitle} />

  async function save(answers: FormData): Promise<Outcome> {
    const kind = String(answers.get('kind') ?? '') as Kind
    const nature = String(answers.get('nature') ?? '') as Nature | ''
    const body = {
      kind,
      body: String(answers.get('body') ?? ''),
      happened_at: happened_at(answers),
      ...(kind === 'note' && nature && { nature }),
      ...(kind === 'contact' && {
        channel: String(answers.get('channel') ?? ''),
        person_id: String(answers.get('person_id') ?? '') || null,
      }),
      ...(kind === 'incident' && { place_id: String(answers.get('place_id') ?? '') || null }),
    }
    const answer = await saving.send(() =>
      post('/cases/{id}/chronology', { path: { id: the_case.id }, body }),
    )
    if (!answer.ok) return
    done('chronology', 'entry_added')
    return 'saved'
  }

  const { by_field } = saving.errors
  const nature = (
    <Radios
      name="nature"
      legend="What is the note?"
      legend_size="s"
      options={radio_options(Object.entries(natures).map(([code, label]) => ({ code, label })))}
      error={by_field.nature}
    />
  )
  const present = <One extends { to_on: string | null }>(all: One[]) =>
    all.filter(({ to_on }) => to_on === null)
  const people = new Map(present(the_case.people).map((one) => [one.person_id, one.name]))
  const places = new Map(present(the_case.places).map((one) => [one.place_id, one.label]))
  const contact = (
    <>
      <Select
        name="channel"
        label="How?"
        options={select_options(programme.update_channels, 'Choose how')}
        error={by_field.channel}
      />
      <Select
        name="person_id"
        label="With whom?"
        options={[
          { value: '', label: 'Somebody who is not a person in this case' },
          ...[...people].map(([value, label]) => ({ value, label })),
        ]}
        error={by_field.person_id}
      />
    </>
  )
  const where = (
    <Select
      name="place_id"
      label="Where?"
      options={[
        { value: '', label: 'None of the places of this case' },
        ...[...places].map(([value, label]) => ({ value, label })),
      ]}
      error={by_field.place_id}
    />
  )
  return (
    <CaseFormPage the_case={the_case} title={kTitle} back="chronology" saving={saving}>
      <p className="govuk-body">
        An entry cannot be changed later. If it turns out wrong, add another that says so.
      </p>
      <Form id={kFormId} onSubmit={save} busy={saving.busy} draft={draft}>
        <Radios
          name="kind"
          legend="What do you want to add?"
          legend_size="s"
          error={by_field.kind}
          options={[
            { value: 'note', label: 'A note', conditional: nature },
            {
              value: 'contact',
              label: 'A contact',
              hint: 'Somebody was spoken to, visited or written to',
              conditional: contact,
            },
            {
              value: 'incident',
              label: 'An incident',
              hint: 'Something that was reported to us. It counts as demand before or after.',
              conditional: where,
            },
          ]}
        />
        <Textarea
          name="body"
          label="What happened?"
          hint="Write so that the people it is about could read it"
          rows={8}
          max_length={10000}
          error={by_field.body}
        />
        <DateInput
          name="happened_on"
          id="happened_at"
          legend="When did it happen?"
          hint="Leave this empty if it was just now"
          error={by_field.happened_at}
        />
        <Input
          name="happened_time"
          label="Time, if known"
          hint="For example, 14:30. If you leave it empty, only the day is shown"
          type="time"
          width={5}
        />
        <Button busy={saving.busy}>Add to the chronology</Button>
      </Form>
    </CaseFormPage>
  )
}
