// One case. It is loaded once, and stays while somebody moves between its parts.

import type { ComponentType } from 'react'
import { useParams } from 'react-router'

import { Page } from '@/govuk'
import { get } from '@/lib/api'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { ActionForm, Actions } from './actions'
import { ActionResultForm } from './action-result'
import { AddEntry } from './add-entry'
import { AddPartner, EndPart } from './add-partner'
import { AddPerson } from './add-person'
import { AddPlace } from './add-place'
import { AgreeUpdates, RecordUpdate } from './updates'
import { AnswersForm, AnswersPart } from './answers'
import { AssessRisk } from './assess-risk'
import { Audit } from './audit'
import './case.scss'
import { Chronology } from './chronology'
import { CloseCase } from './close-case'
import { GoalForm, GoalResult, OpeningMeasures } from './goals'
import { ChangeCase, MoveStage, ReopenCase, TransferCase } from './manage'
import { Outcomes } from './outcomes'
import { People } from './people'
import { ReviewForm, Reviews } from './reviews'
import { Risk } from './risk'
import { Summary } from './summary'
import { Correct } from './correct'
import { RenewPartner, Share, ShareLess, StopSharing } from './share'
import { LetterRecipient, Letters, WriteLetter } from './letters'
import { Sharing } from './sharing'
import type { Case, SectionProps } from './types'

// What follows the case's id in the address; `*` stands for the id of an entry.
const parts: Record<string, ComponentType<SectionProps>> = {
  '': Summary,
  change: ChangeCase,
  stage: MoveStage,
  transfer: TransferCase,
  close: CloseCase,
  reopen: ReopenCase,
  people: People,
  'people/add-person': AddPerson,
  'people/add-place': AddPlace,
  'people/add-partner': AddPartner,
  'people/end/*': EndPart,
  chronology: Chronology,
  'chronology/add': AddEntry,
  risk: Risk,
  'risk/new': AssessRisk,
  actions: Actions,
  'actions/add': ActionForm,
  'actions/change/*': ActionForm,
  'actions/result/*': ActionResultForm,
  reviews: Reviews,
  'reviews/add': ReviewForm,
  'reviews/agree': AgreeUpdates,
  'reviews/update/*': RecordUpdate,
  outcomes: Outcomes,
  'outcomes/measures': OpeningMeasures,
  'outcomes/goal': GoalForm,
  'outcomes/result/*': GoalResult,
  answers: AnswersPart,
  'answers/change': AnswersForm,
  letters: Letters,
  'letters/write': LetterRecipient,
  'letters/write/*': WriteLetter,
  sharing: Sharing,
  'sharing/add': Share,
  'sharing/correct': Correct,
  'sharing/less/*': ShareLess,
  'sharing/stop/*': StopSharing,
  'sharing/renew/*': RenewPartner,
  audit: Audit,
}

function find_part(rest: string): { Part: ComponentType<SectionProps>; link: string } | null {
  const exact = parts[rest]
  if (exact) return { Part: exact, link: '' }
  const cut = rest.lastIndexOf('/')
  const about = parts[`${rest.slice(0, cut)}/*`]
  return about ? { Part: about, link: rest.slice(cut + 1) } : null
}

export function CasePage() {
  const { id = '', '*': rest = '' } = useParams()
  const loaded = useLoaded(`/cases/${id}`, (signal) => get('/cases/{id}', { path: { id }, signal }))
  return (
    <WhenLoaded of={loaded}>
      {(the_case, etag) => (
        <LoadedCase the_case={the_case} etag={etag} reload={loaded.reload} rest={rest} />
      )}
    </WhenLoaded>
  )
}

type LoadedProps = { the_case: Case; etag: string | null; reload: () => void; rest: string }

function LoadedCase({ the_case, etag, reload, rest }: LoadedProps) {
  const { programme_code: code, programme_version: version, extension_version } = the_case
  const extension = extension_version || undefined
  const programme = useLoaded(`${code} ${version} ${extension_version}`, (signal) =>
    get('/programmes/{code}', { path: { code }, query: { version, extension }, signal }),
  )
  const found = find_part(rest.replace(/\/$/, ''))
  if (!found) return <NoSuchPart />
  const { Part, link } = found
  return (
    <WhenLoaded of={programme}>
      {(definition) => (
        <Part
          key={rest}
          the_case={the_case}
          etag={etag}
          programme={definition}
          reload={reload}
          link={link}
        />
      )}
    </WhenLoaded>
  )
}

function NoSuchPart() {
  return (
    <Page title="Page not found">
      <h1 className="govuk-heading-l">Page not found</h1>
      <p className="govuk-body">
        If you typed or pasted the web address, check it is correct and complete.
      </p>
    </Page>
  )
}
