// What happened, where and when, with places already on record that may be the place.

import { useNavigate } from 'react-router'

import { DateInput, Input, Select, Textarea } from '@/govuk'
import { post } from '@/lib/api'
import { PlaceComparison, place_label, type PlaceMatch } from '@/lib/match-comparison'
import { select_options } from '@/lib/programmes'
import { referral_choices } from '@/lib/referral-words'

import { MatchChoice } from './match-choice'
import { words } from './new-referral-words'
import { place_of, text_of, typed_date, type ReferralForm } from './referral-form'
import { StepForm, StepFrame, step_href, type StepProps } from './step'
import { useMatches } from './use-matches'

const said = words.what

// How often is asked in the words of the programme's own measure, so that both can be compared.
export function how_often_options(props: Pick<StepProps, 'programmes' | 'autosave'>) {
  const { programme_code } = props.autosave.form
  const programme = props.programmes.find((one) => one.code === programme_code)
  const measure = programme?.measures.find(({ code }) => code === 'frequency')
  return measure && measure.options.length > 0 ? measure.options : referral_choices.how_often
}

function read_place(answers: FormData, before: ReferralForm): ReferralForm {
  const chosen = text_of(answers, 'place_choice')
  if (!chosen) return { place_choice: before.place_choice, place_id: before.place_id }
  if (!chosen.startsWith('known:')) {
    return { place_choice: chosen as ReferralForm['place_choice'], place_id: null }
  }
  return { place_choice: 'known', place_id: chosen.slice('known:'.length) }
}

export function WhatStep(props: StepProps) {
  const { id, autosave, errors } = props
  const { form } = autosave
  const navigate = useNavigate()
  const question = place_of(form.where_happened ?? '')
  const found = useMatches<PlaceMatch>(question && JSON.stringify(question), (signal) =>
    post('/places/matches', { body: question ?? { kind: 'premises' }, signal }),
  )
  const matches = found?.matches ?? []
  return (
    <StepFrame props={props} step="what" back_href={step_href(id, 'people')}>
      <StepForm
        autosave={autosave}
        read={(answers) => ({
          what_happened: text_of(answers, 'what_happened'),
          where_happened: text_of(answers, 'where_happened'),
          happened_on: typed_date(answers, 'happened_on'),
          happened_note: text_of(answers, 'happened_note'),
          how_often: text_of(answers, 'how_often'),
          ...read_place(answers, form),
        })}
        on_next={() => void navigate(step_href(id, 'risk'))}
      >
        <Textarea
          name="what_happened"
          label={said.what_happened}
          label_size="m"
          hint={said.what_hint}
          rows={8}
          spellCheck
          value={form.what_happened}
          error={errors.by_field.what_happened}
        />
        <Input
          name="where_happened"
          label={said.where}
          label_size="m"
          hint={said.where_hint}
          autoComplete="off"
          value={form.where_happened}
          error={errors.by_field.where_happened}
        />
        <MatchChoice
          name="place_choice"
          id="place_id"
          legend={words.matches.question_place}
          found={words.matches.places_found(matches.length)}
          none={words.matches.none_places}
          no_label={words.matches.new_place}
          failed={found?.failed ?? false}
          error={errors.by_field.place_id}
          matches={
            found &&
            matches.map((match) => ({
              id: match.place.id,
              label: place_label(match.place),
              comparison: <PlaceComparison entered={form.where_happened ?? ''} match={match} />,
            }))
          }
          value={
            form.place_choice === 'known'
              ? `known:${form.place_id ?? ''}`
              : (form.place_choice ?? '')
          }
        />
        <DateInput
          name="happened_on"
          legend={said.happened_on}
          legend_size="m"
          hint={said.happened_hint}
          value={form.happened_on ?? undefined}
          error={errors.by_field.happened_on}
        />
        <Input
          name="happened_note"
          label={said.happened_note}
          hint={said.happened_note_hint}
          value={form.happened_note}
          error={errors.by_field.happened_note}
        />
        <Select
          name="how_often"
          label={said.how_often}
          label_size="m"
          value={form.how_often ?? ''}
          error={errors.by_field.how_often}
          options={select_options(how_often_options(props), said.how_often_none)}
        />
      </StepForm>
    </StepFrame>
  )
}
