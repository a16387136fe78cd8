// The words for what a referral records in codes of its own, wherever it is written or read.

import type { CodeLabel } from './programmes'

function choices(words: Record<string, string>): CodeLabel[] {
  return Object.entries(words).map(([code, label]) => ({ code, label }))
}

export const referral_choices = {
  source_kind: choices({
    agency: 'An agency',
    public: 'A member of the public, a councillor or a business',
    import: 'Brought in from other data',
  }),
  channel: choices({
    phone: 'By phone',
    email: 'By email',
    counter: 'In person at a counter',
    web_form: 'By web form',
    letter: 'By letter',
    meeting: 'At a meeting',
    in_waymark: 'In Waymark',
  }),
  how_known: choices({
    saw_it: 'Saw it or heard it',
    told_by_victim: 'Told by the person it happened to',
    told_by_other: 'Told by somebody else',
    records: 'From records',
  }),
  risk_now: choices({ yes: 'Yes', no: 'No', not_known: 'Not known' }),
  consent: choices({
    given: 'Yes, they agreed',
    refused: 'No, they did not agree',
    not_asked: 'They have not been asked',
    not_needed: 'There is nobody to ask, or it is shared under a legal duty',
  }),
  decision: choices({
    accept: 'Accept and open a new case',
    link: 'Accept and add to an open case',
    advise: 'Give advice',
    signpost: 'Signpost to another service',
    another_panel: 'Pass to another panel',
    reject: 'Reject',
  }),
  decided: choices({
    accept: 'Accepted: a new case was opened',
    link: 'Accepted: added to an open case',
    advise: 'Advice was given',
    signpost: 'Signposted to another service',
    another_panel: 'Passed to another panel',
    reject: 'Rejected',
  }),
  told_how: choices({
    phone: 'By phone',
    email: 'By email',
    letter: 'By letter',
    in_person: 'In person',
    in_waymark: 'In Waymark',
    cannot_be_told: 'The referrer cannot be told, for example because they are anonymous',
  }),
  // When the programme has no words of its own for how often.
  how_often: choices({
    once: 'It happened once',
    monthly_or_less: 'Once a month or less',
    weekly: 'Every week',
    most_days: 'Most days',
    daily: 'Every day',
    not_known: 'Not known',
  }),
}

// A list holds the first words of what happened, cut between two words; nothing in them says that
// there is more, so a line that is nearly as long as the longest and ends within a sentence does.
const kNearlyLongest = 60

export function say_headline(headline: string): string {
  const is_cut = headline.length >= kNearlyLongest && !/[.!?…]$/.test(headline)
  return is_cut ? `${headline.replace(/[,;:]$/, '')}…` : headline
}
