// The people named in a referral, with those on record who may be them, and the choice.

import { useState } from 'react'

import { Button, ErrorSummary, Form, Radios, SummaryList } from '@/govuk'
import { put } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { PersonComparison, person_label, type PersonMatch } from '@/lib/match-comparison'
import { label_of, type Programme } from '@/lib/programmes'
import { etag_of, useSaving } from '@/lib/use-saving'

import { is_settled, type Known, type Referral, type ReferralPerson, type Report } from './known'
import { words } from './triage-words'

const said = words.people

type Props = {
  referral: Referral
  known: Known | null
  programme: Programme | undefined
  report: Report
}

export function PeoplePanel({ referral, known, programme, report }: Props) {
  return (
    <section aria-labelledby="people-named">
      <h2 className="govuk-heading-m" id="people-named">
        {said.heading}
      </h2>
      {referral.people.length === 0 && <p className="govuk-body">{said.none}</p>}
      {referral.people.map((one) => (
        <OnePerson
          key={one.id}
          one={one}
          referral={referral}
          matches={known?.matches[one.id]}
          programme={programme}
          report={report}
        />
      ))}
    </section>
  )
}

function name_of_person(one: ReferralPerson): string {
  return [one.given_names, one.family_name].filter(Boolean).join(' ') || said.unnamed
}

function on_record(one: ReferralPerson) {
  const by =
    one.choice_by && one.choice_at ? said.chosen_by(one.choice_by, format_date(one.choice_at)) : ''
  if (one.person_id) {
    return (
      <>
        {[said.known, by].filter(Boolean).join(', ')}
        <br />
        <a className="govuk-link" href={`/people/${one.person_id}`}>
          {said.see_record}
        </a>
      </>
    )
  }
  return one.choice === 'new' ? [said.new, by].filter(Boolean).join(', ') : said.open
}

type OneProps = {
  one: ReferralPerson
  referral: Referral
  matches: PersonMatch[] | null | undefined // undefined: not here yet, or not asked
  programme: Programme | undefined
  report: Report
}

function OnePerson({ one, referral, matches, programme, report }: OneProps) {
  const name = name_of_person(one)
  const address = [one.address_line, one.town, one.postcode].filter(Boolean).join(', ')
  const rows: [string, React.ReactNode][] = [
    [said.role, label_of(programme?.person_roles ?? [], one.role)],
    [said.date_of_birth, one.date_of_birth ? format_date(one.date_of_birth) : ''],
    [said.phone, one.phone],
    [said.email, one.email],
    [said.address, address],
    [said.on_record, on_record(one)],
  ]
  const undecided = referral.may_triage && referral.state === 'waiting' && !is_settled(one)
  return (
    <>
      <SummaryList
        card_title={name}
        card_heading_level={3}
        rows={rows
          .filter(([, value]) => Boolean(value))
          .map(([key, value]) => ({ key, value: <span className="app-typed">{value}</span> }))}
      />
      {undecided && matches !== undefined && (
        <ChoiceForm one={one} referral={referral} matches={matches} report={report} />
      )}
    </>
  )
}

type ChoiceProps = Pick<OneProps, 'one' | 'referral' | 'report'> & { matches: PersonMatch[] | null }

function ChoiceForm({ one, referral, matches, report }: ChoiceProps) {
  const saving = useSaving(words)
  const [missing, set_missing] = useState(false)
  const shown = matches ?? []
  const name = `choice-${one.id}`

  async function choose(answers: FormData) {
    const chosen = String(answers.get(name) ?? '')
    set_missing(chosen === '')
    if (chosen === '') return
    const known = chosen !== 'new'
    const answer = await saving.send(() =>
      put('/referrals/{id}/people/{person}/choice', {
        path: { id: referral.id, person: one.id },
        body: {
          choice: known ? 'known' : 'new',
          ...(known && { person_id: chosen }),
          shown: shown.map(({ person }) => person.id),
        },
        if_match: etag_of(referral.revision),
      }),
    )
    report(answer, '')
  }
  const error = missing ? words.field('choice', 'required') : saving.errors.summary[0]?.text
  return (
    <div className="app-matches">
      {error && <ErrorSummary errors={[{ text: error, href: `#${name}` }]} />}
      <p className="govuk-body" role="status">
        {matches === null
          ? said.failed
          : shown.length > 0
            ? said.found(shown.length)
            : said.none_found}
      </p>
      {shown.map((match) => (
        <PersonComparison key={match.person.id} entered={one} match={match} />
      ))}
      <Form onSubmit={choose} busy={saving.busy}>
        <Radios
          name={name}
          legend={`${said.question} ${name_of_person(one)}`}
          legend_size="s"
          error={error}
          options={[
            ...shown.map(({ person }) => ({
              value: person.id,
              label: said.is_them(person_label(person)),
            })),
            { value: 'new', label: said.is_new },
          ]}
        />
        <Button variant="secondary" busy={saving.busy}>
          {said.save}
        </Button>
      </Form>
    </div>
  )
}
