// Who is involved: the list of people, and the page of one person, with those already on record who
// may be that person shown while the details are being entered.

import { useEffect } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import { Button, ButtonGroup, DateInput, Input, Select, SummaryList } from '@/govuk'
import { post } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { PersonComparison, person_label, type PersonMatch } from '@/lib/match-comparison'
import { label_of, select_options } from '@/lib/programmes'

import { MatchChoice } from './match-choice'
import { words } from './new-referral-words'
import {
  is_whole_date,
  person_name,
  sent_date,
  text_of,
  typed_date,
  type FormPerson,
} from './referral-form'
import { StepForm, StepFrame, step_href, type StepProps } from './step'
import { useMatches } from './use-matches'

const said = words.people

function person_href(id: string, index: number): string {
  return `${step_href(id, 'person')}?person=${index + 1}`
}

export function PeopleStep(props: StepProps) {
  const { id, autosave, programmes } = props
  const navigate = useNavigate()
  const people = autosave.form.people ?? []
  const roles = programmes[0]?.person_roles ?? []

  function add() {
    autosave.edit({ people: [...people, {}] })
    void navigate(person_href(id, people.length))
  }
  function remove(index: number) {
    autosave.edit({ people: people.filter((_, at) => at !== index) })
  }
  return (
    <StepFrame props={props} step="people" back_href={step_href(id, 'about')}>
      {people.length === 0 && <p className="govuk-body">{said.none}</p>}
      {people.map((person, index) => (
        <div key={index}>
          <SummaryList
            card_title={person_name(person) || `${said.person} ${index + 1}`}
            card_actions={[{ label: said.change, href: person_href(id, index) }]}
            rows={person_rows(person, roles)}
          />
          <Button type="button" variant="secondary" onClick={() => remove(index)}>
            {said.remove}{' '}
            <span className="govuk-visually-hidden">{person_name(person) || said.unnamed}</span>
          </Button>
        </div>
      ))}
      <Button type="button" variant="secondary" onClick={add}>
        {people.length === 0 ? said.add : said.add_another}
      </Button>
      <ButtonGroup>
        <Button
          type="button"
          onClick={() => {
            void autosave.save()
            void navigate(step_href(id, 'what'))
          }}
        >
          {words.continue}
        </Button>
        <a className="govuk-link" href="/">
          {words.later}
        </a>
      </ButtonGroup>
    </StepFrame>
  )
}

export function person_rows(person: FormPerson, roles: readonly { code: string; label: string }[]) {
  const date = sent_date(person.date_of_birth)
  const rows = [
    [said.role, person.role ? label_of(roles, person.role) : words.check.not_answered],
    [said.date_of_birth, date && is_whole_date(date) ? format_date(date) : (date ?? '')],
    [said.phone, person.phone],
    [said.email, person.email],
    [said.address, [person.address_line, person.town, person.postcode].filter(Boolean).join(', ')],
    [said.choice_label, said.choices[person.choice ?? '']],
  ]
  return rows
    .filter(([, value]) => value)
    .map(([key = '', value]) => ({ key, value: <span className="app-typed">{value}</span> }))
}

// What to ask the records for; null while too little is known to tell one person from another.
function question_about(person: FormPerson) {
  const named = (person.family_name ?? '').trim().length >= 2
  const dated = is_whole_date(person.date_of_birth)
  const reachable = (person.phone ?? '').length >= 10 || (person.email ?? '').includes('@')
  if (!named && !dated && !reachable) return null
  const line = person.address_line ?? ''
  return {
    given_names: person.given_names ?? '',
    family_name: person.family_name ?? '',
    date_of_birth: dated ? sent_date(person.date_of_birth) : null,
    phone: person.phone ?? '',
    email: person.email ?? '',
    addresses: line ? [{ line, town: person.town ?? '', postcode: person.postcode ?? '' }] : [],
  }
}

// Records what was chosen, and which matches were on the screen when it was.
function read_person(answers: FormData, before: FormPerson, matches: PersonMatch[]): FormPerson {
  const chosen = text_of(answers, 'choice')
  const shown = matches.map(({ person }) => person.id)
  const choice = chosen
    ? {
        choice: (chosen.startsWith('known:') ? 'known' : chosen) as FormPerson['choice'],
        person_id: chosen.startsWith('known:') ? chosen.slice('known:'.length) : null,
        shown,
      }
    : { choice: before.choice, person_id: before.person_id, shown: before.shown }
  return {
    role: text_of(answers, 'role'),
    given_names: text_of(answers, 'given_names'),
    family_name: text_of(answers, 'family_name'),
    date_of_birth: typed_date(answers, 'date_of_birth'),
    phone: text_of(answers, 'phone'),
    email: text_of(answers, 'email'),
    address_line: text_of(answers, 'address_line'),
    town: text_of(answers, 'town'),
    postcode: text_of(answers, 'postcode'),
    ...choice,
  }
}

function choice_value({ choice, person_id }: FormPerson): string {
  if (choice === 'known') return `known:${person_id ?? ''}`
  return choice === 'new' || choice === 'not_sure' ? choice : ''
}

export function PersonStep(props: StepProps) {
  const { id, autosave, errors, programmes } = props
  const [address] = useSearchParams()
  const navigate = useNavigate()
  const people = autosave.form.people ?? []
  const index = Math.max(0, Number(address.get('person') ?? '1') - 1)
  const person = people[index] ?? {}
  const question = question_about(person)
  const found = useMatches<PersonMatch>(question && JSON.stringify(question), (signal) =>
    post('/people/matches', { body: question ?? { given_names: '', family_name: '' }, signal }),
  )
  const matches = found?.matches ?? []
  const field = (name: string) => ({
    id: `people[${index}].${name}`,
    error: errors.by_field[`people[${index}].${name}`],
  })

  const put_person = (changed: FormPerson) => {
    const all = [...people]
    all[index] = changed
    autosave.edit({ people: all })
  }

  // Nobody was found, so there was nothing to choose; somebody was, so the question is open again.
  const none_found = found !== null && !found.failed && matches.length === 0
  useEffect(() => {
    if (none_found && !person.choice) put_person({ ...person, choice: 'none_shown', shown: [] })
    if (matches.length > 0 && person.choice === 'none_shown') put_person({ ...person, choice: '' })
    // What is typed meanwhile may put the answer back: then it is given again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- for each answer of the records
  }, [found, person.choice])

  return (
    <StepFrame
      props={props}
      step="people"
      title={person_name(person) || `${said.person} ${index + 1}`}
      back_href={step_href(id, 'people')}
    >
      <StepForm
        key={index}
        autosave={autosave}
        button={said.done}
        read={(answers) => {
          const all = [...people]
          all[index] = read_person(answers, person, matches)
          return { people: all }
        }}
        on_next={() => void navigate(step_href(id, 'people'))}
      >
        <PersonFields person={person} field={field} roles={programmes[0]?.person_roles ?? []} />
        <h2 className="govuk-heading-m">{said.known}</h2>
        <MatchChoice
          name="choice"
          {...field('choice')}
          legend={words.matches.question_person}
          found={words.matches.people_found(matches.length)}
          none={words.matches.none_people}
          no_label={words.matches.new_person}
          failed={found?.failed ?? false}
          matches={
            found &&
            matches.map((match) => ({
              id: match.person.id,
              label: person_label(match.person),
              comparison: (
                <PersonComparison
                  entered={{ ...person, date_of_birth: sent_date(person.date_of_birth) }}
                  match={match}
                />
              ),
            }))
          }
          value={choice_value(person)}
        />
      </StepForm>
    </StepFrame>
  )
}

type FieldsProps = {
  person: FormPerson
  field: (name: string) => { id: string; error: string | undefined }
  roles: readonly { code: string; label: string }[]
}

function PersonFields({ person, field, roles }: FieldsProps) {
  // The details are somebody else's: the browser must not fill in the worker's own.
  const own = { autoComplete: 'off', spellCheck: false } as const
  return (
    <>
      <Select
        name="role"
        {...field('role')}
        label={said.role}
        value={person.role ?? ''}
        options={select_options(roles, words.referrer.choose)}
      />
      <Input
        name="given_names"
        {...field('given_names')}
        {...own}
        label={said.given_names}
        value={person.given_names}
      />
      <Input
        name="family_name"
        {...field('family_name')}
        {...own}
        label={said.family_name}
        value={person.family_name}
      />
      <DateInput
        name="date_of_birth"
        {...field('date_of_birth')}
        legend={said.date_of_birth}
        hint={said.date_of_birth_hint}
        value={person.date_of_birth ?? undefined}
      />
      <Input
        name="phone"
        {...field('phone')}
        {...own}
        label={said.phone}
        inputMode="tel"
        width={20}
        value={person.phone}
      />
      <Input
        name="email"
        {...field('email')}
        {...own}
        label={said.email}
        inputMode="email"
        value={person.email}
      />
      <Input
        name="address_line"
        {...field('address_line')}
        {...own}
        label={said.address_line}
        hint={said.address_hint}
        value={person.address_line}
      />
      <Input
        name="town"
        {...field('town')}
        {...own}
        label={said.town}
        width={20}
        value={person.town}
      />
      <Input
        name="postcode"
        {...field('postcode')}
        {...own}
        label={said.postcode}
        width={10}
        value={person.postcode}
      />
    </>
  )
}
