// What every part of the case page is given.

import type { components } from '@/api-types'
import type { Programme } from '@/lib/programmes'

type Schemas = components['schemas']
export type Case = Schemas['Case']
export type Entry = Schemas['Entry']
export type RiskAssessment = Schemas['RiskAssessment']
export type Action = Schemas['Action']
export type Review = Schemas['Review']
export type VictimUpdates = Schemas['VictimUpdates']
export type Outcomes = Schemas['Outcomes']
export type MeasureBody = Schemas['MeasureBody']

export type SectionProps = {
  the_case: Case
  etag: string | null // of the case, for edits
  programme: Programme // the case's own version
  reload: () => void
  link: string // what follows the form's name in the address: the entry that it is about
}

// Where somebody comes back to after saving, and what was saved: the page says so.
export type DoneState = { done?: string } | null
