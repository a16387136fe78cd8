// One referral while it is being written: its steps share one draft, which saves itself.

import { useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'

import { Button, Page, Panel } from '@/govuk'
import { get, post, type Answer } from '@/lib/api'
import type { components } from '@/api-types'
import { format_date } from '@/lib/dates'
import { get_programmes, type Programme } from '@/lib/programmes'
import type { Directory } from '@/lib/reference'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { CheckStep } from './check-step'
import { words } from './new-referral-words'
import { PeopleStep, PersonStep } from './people-steps'
import { read_form, to_body } from './referral-form'
import { AboutStep, ReferrerStep, RiskStep } from './simple-steps'
import { step_href, type StepProps } from './step'
import { useAutosave } from './use-autosave'
import { WhatStep } from './what-step'

type Referral = components['schemas']['Referral']
type Loaded = { referral: Referral; directory: Directory; programmes: Programme[] }

async function load(id: string, signal: AbortSignal): Promise<Answer<Loaded>> {
  const [referral, directory, programmes] = await Promise.all([
    get('/referrals/{id}', { path: { id }, signal }),
    get('/directory', { signal }),
    get_programmes(signal),
  ])
  if (!referral.ok) return referral
  if (!directory.ok) return directory
  if (!programmes.ok) return programmes
  const data = {
    referral: referral.data,
    directory: directory.data,
    programmes: programmes.data,
  }
  return { ok: true, status: 200, data, etag: referral.etag }
}

export function EditReferralPage() {
  const { id = '', step } = useParams()
  const [round, set_round] = useState(0)
  const loaded = useLoaded(`${id} ${round}`, (signal) => load(id, signal))
  if (!step) return <Navigate replace to={step_href(id, 'referrer')} />
  return (
    <WhenLoaded of={loaded}>
      {(data) =>
        data.referral.state === 'draft' ? (
          <Editor
            key={`${id} ${round}`}
            loaded={data}
            step={step}
            on_use_theirs={() => set_round((n) => n + 1)}
          />
        ) : (
          <AlreadySent id={id} />
        )
      }
    </WhenLoaded>
  )
}

type EditorProps = { loaded: Loaded; step: string; on_use_theirs: () => void }

function Editor({ loaded, step, on_use_theirs }: EditorProps) {
  const { referral, directory, programmes } = loaded
  const { id } = referral
  const autosave = useAutosave(id, {
    form: read_form(referral.form),
    etag: etag_of(referral.revision),
  })
  const sending = useSaving(words)
  const [sent, set_sent] = useState<Referral | null>(null)

  async function send() {
    if (!(await autosave.save())) return
    const body = to_body(autosave.form, words.risk.tick)
    const answer = await sending.send(() =>
      post('/referrals/{id}/submission', { path: { id }, body, if_match: autosave.etag() }),
    )
    if (!answer.ok) return
    autosave.forget()
    set_sent(answer.data)
  }

  if (sent) return <Sent referral={sent} />
  const props: StepProps = {
    id,
    autosave,
    errors: sending.errors,
    directory,
    programmes,
    on_use_theirs: () => {
      autosave.forget()
      on_use_theirs()
    },
  }
  switch (step) {
    case 'about':
      return <AboutStep {...props} />
    case 'people':
      return <PeopleStep {...props} />
    case 'person':
      return <PersonStep {...props} />
    case 'what':
      return <WhatStep {...props} />
    case 'risk':
      return <RiskStep {...props} />
    case 'check':
      return <CheckStep props={props} busy={sending.busy} on_send={() => void send()} />
    default:
      return <ReferrerStep {...props} />
  }
}

function Sent({ referral }: { referral: Referral }) {
  const navigate = useNavigate()
  const said = words.sent
  const { triage_due_on } = referral
  return (
    <Page title={said.title}>
      <Panel title={said.title}>
        {said.reference}
        <br />
        <strong>{referral.reference}</strong>
      </Panel>
      <h2 className="govuk-heading-m">{said.next}</h2>
      <p className="govuk-body">
        {triage_due_on ? said.due(format_date(triage_due_on)) : said.soon}
      </p>
      <p className="govuk-body">{said.danger}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/referrals/${referral.id}`}>
          {said.see}
        </a>
      </p>
      <Button type="button" variant="secondary" onClick={() => void navigate('/new-referral')}>
        {said.another}
      </Button>
    </Page>
  )
}

function AlreadySent({ id }: { id: string }) {
  const said = words.already
  return (
    <Page title={said.title}>
      <h1 className="govuk-heading-l">{said.title}</h1>
      <p className="govuk-body">{said.text}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/referrals/${id}`}>
          {said.see}
        </a>
      </p>
    </Page>
  )
}
