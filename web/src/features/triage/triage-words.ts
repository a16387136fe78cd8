// Every word of the queue of referrals and of deciding one.

import { say_mistake } from '@/lib/mistakes'

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

const field: Record<string, string> = {
  decision: 'Select what you decide',
  reason: 'Give the reason. The referrer may be told it',
  'reason.too_long': 'The reason must be 4,000 characters or fewer',
  case_id: 'Select the open case to add it to',
  title: 'Enter a title for the case, without anybody’s name',
  'title.too_long': 'The title must be 200 characters or fewer',
  programme_code: 'Select the kind of work',
  lead_agency_id: 'Select the agency that leads the case',
  lead_user_id: 'Choose the lead worker from the list',
  owner_user_id: 'Choose a colleague from the list',
  told_on: 'The day they were told must be a real date, today or in the past',
  'told_on.before_decision': 'They cannot have been told before it was decided',
  how: 'Select how they were told',
  'people.role':
    'Somebody named has a part that this kind of work does not know. Choose another kind of work',
  choice: 'Say whether this person is already on record',
  person_id: 'Choose again: the person you chose can no longer be used',
  people: 'Say of each person whether they are already on record, before you accept',
}

function say_field(name: string, code: string): string {
  return field[`${name}.${code}`] ?? field[name] ?? say_mistake(code)
}

const refusal: Record<string, string> = {
  already_decided: 'Somebody else has decided this referral',
  not_waiting: 'This referral is no longer waiting for a decision',
  not_decided: 'This referral has not been decided yet',
  not_your_area: 'Only those who work in this referral’s hub may decide it',
  people_not_resolved: 'Say of each person whether they are already on record, before you accept',
  case_closed: 'That case has been closed. Choose another, or open a new one',
  not_allowed: 'Only the hub’s own workers may do this',
}

export const words = {
  field: (name: string, code: string) => say_field(name.replace(/\[\d+\]/, ''), code),
  refusal: (code: string) => refusal[code],

  queue: {
    title: 'Referrals',
    states: {
      waiting: 'Waiting for a decision',
      decided: 'Decided',
      draft: 'My drafts, not sent',
    },
    empty: {
      waiting: 'No referral is waiting. When one comes in it is shown here, the oldest first.',
      decided: 'No referral has been decided yet.',
      draft: 'You have no unsent referral.',
    },
    empty_filtered: 'No referral fits these filters.',
    hub: 'Hub',
    all_hubs: 'All hubs that I can see',
    overdue: 'How late',
    overdue_only: 'Only overdue',
    state: 'State',
    first_page: 'Back to the first page',
    columns: {
      referral: 'Referral',
      about: 'About',
      hub: 'Hub',
      received: 'Received',
      decide_by: 'Decide by',
      owner: 'Owner',
      decision: 'Decision',
      started: 'Started',
    },
    age: (count: number) => (count === 0 ? 'Today' : `${days(count)} ago`),
    no_owner: 'Nobody yet',
    untitled: 'Nothing typed yet',
    risk: { yes: 'Risk now', no: 'No risk now', not_known: 'Risk not known' },
  },

  marks: {
    overdue: 'Overdue',
    escalated: 'Escalated',
    risk: 'Risk now',
    draft: 'Not sent',
    waiting: 'Waiting',
    decided: 'Decided',
  },

  referral: {
    title: (reference: string) => `Referral ${reference}`,
    all: 'Referrals',
    go_on: 'Go on writing it',
    not_sent: 'This referral has not been sent',
    emergency: 'Somebody may be in danger now. If nobody has called 999, do it first.',
    reported: 'What was reported',
    what_happened: 'What happened',
    where: 'Where',
    when: 'When',
    how_often: 'How often',
    risk_now: 'Risk to anybody now',
    about: 'About',
    class: 'Who is affected',
    referrer: 'Who referred',
    source: 'Source',
    channel: 'How it came',
    contact: 'How to reach the referrer',
    how_known: 'How they know',
    consent: 'Did the person agree?',
    safe_contact: 'Safe contact',
    received: 'Received',
    decide_by: 'Decide by',
    not_recorded: 'Not recorded',
    anonymous: 'Not given',
    place_known: 'See the place on record',
  },

  owner: {
    heading: 'Who decides it',
    none: 'Nobody has taken this on yet.',
    is: (name: string) => `${name} is responsible for deciding this referral.`,
    take: 'I will decide it',
    give: 'Give it to somebody else',
    colleague: 'Name of your colleague',
    give_button: 'Give it to them',
    taken: (name: string) => `${name} now has it`,
  },

  people: {
    heading: 'People named',
    none: 'Nobody is named.',
    unnamed: 'Somebody without a name',
    role: 'Part in it',
    date_of_birth: 'Date of birth',
    phone: 'Phone',
    email: 'Email',
    address: 'Address',
    on_record: 'On record',
    known: 'Yes',
    see_record: 'See their record',
    new: 'No, somebody new',
    open: 'Not settled yet',
    chosen_by: (name: string, date: string) => `chosen by ${name} on ${date}`,
    question: 'Is this one of them?',
    found: (count: number) =>
      count === 1
        ? '1 person on record may be this person'
        : `${count} people on record may be this person`,
    none_found: 'Nobody on record that you can see looks like this person.',
    failed: 'We could not check the records.',
    again: 'Check again',
    is_them: (label: string) => `Yes, this is ${label}`,
    is_new: 'No, this is somebody new',
    save: 'Save this choice',
    change: 'Change this choice',
  },

  cases: {
    heading: 'Open cases that may already cover this',
    none: 'No open case that you can see has these people or this place in it.',
    through: (label: string) => `Through ${label}`,
    columns: { case: 'Case', why: 'Why it may be the one', opened: 'Opened' },
  },

  decide: {
    heading: 'Decide this referral',
    decision: 'What do you decide?',
    title: 'Title of the case',
    title_hint:
      'Without anybody’s name, because it is shown in lists. For example: Noise at night, Castle Road',
    programme_code: 'Kind of work',
    lead_agency_id: 'Agency that leads',
    lead_user_id: 'Lead worker',
    lead_hint: 'Start typing a name. Leave it empty to choose later.',
    case_id: 'Which case?',
    other_case: 'Another case',
    other_hint: 'Start typing its reference or title',
    reason: 'Reason, or what you advised',
    reason_hint: 'The referrer may be told this',
    button: 'Record the decision',
    choose: 'Select one',
    done: 'The decision is recorded',
  },

  conflict: {
    title: 'Somebody else was first',
    decided: (name: string, decision: string) =>
      `${name} decided this referral while you had it open: ${decision}.`,
    changed: 'Somebody else changed this referral while you had it open. It is shown as it is now.',
    kept: 'What you had typed has not been recorded:',
  },

  decided: {
    heading: 'What was decided',
    decision: 'Decision',
    reason: 'Reason',
    by: 'Decided',
    by_on: (name: string, at: string) => `by ${name} on ${at}`,
    case: 'Case',
    case_hidden: 'A case that you cannot see',
  },

  told: {
    heading: 'Telling the referrer',
    not_yet: 'The referrer has not been told what was decided.',
    was_told: 'The referrer was told',
    on: (date: string, how: string) => `On ${date}. ${how}`,
    told_on: 'When were they told?',
    how: 'How were they told?',
    button: 'Record that they were told',
    done: 'It is recorded that the referrer was told',
  },
}
