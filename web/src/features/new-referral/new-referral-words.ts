// Every word of making a referral.

const kSteps = {
  referrer: 'Who is referring',
  about: 'What it is about',
  people: 'Who is involved',
  what: 'What happened',
  risk: 'Risk and safe contact',
  check: 'Check your answers',
}

// What to do about each question that could not be accepted. A code of its own comes first.
const field: Record<string, string> = {
  area_id: 'Select the hub that should receive it',
  source_kind: 'Select who is making the referral',
  source: 'Select where the information comes from',
  channel: 'Select how it reached you',
  referrer_name: 'Enter a shorter name',
  referrer_contact: 'Enter a phone number or an email address, on one line',
  referrer_agency_id: 'Select the agency that is referring',
  how_known: 'Select how the referrer knows about it',
  programme_code: 'Select what kind of problem it is',
  subject_kind: 'Select whom or what it is about',
  class: 'Select who is affected by it',
  what_happened: 'Say what happened',
  'what_happened.too_long': 'What happened must be 8,000 characters or fewer',
  where_happened: 'Say where it happened',
  'where_happened.too_long': 'Where it happened must be 500 characters or fewer',
  place_id: 'Choose the place again: the one you chose can no longer be used',
  happened_on: 'The date it happened must be a real date',
  'happened_on.in_the_future': 'The date it happened must be today or in the past',
  happened_note: 'Enter a shorter note about when it happened',
  how_often: 'Select how often it happens',
  risk_now: 'Select whether somebody is at risk now',
  risk_now_note: 'Say what the risk is, in 2,000 characters or fewer',
  consent: 'Select whether the person agreed to this referral',
  safe_contact: 'Say how to make contact safely, in 1,000 characters or fewer',
  people: 'Name no more than 20 people',
  'people.role': 'Select what part this person has in it',
  'people.given_names': 'Enter a first name or a surname',
  'people.family_name': 'Enter a first name or a surname',
  'people.date_of_birth': 'Date of birth must be a real date',
  'people.date_of_birth.in_the_future': 'Date of birth must be in the past',
  'people.phone': 'Enter a phone number, like 01723 232323 or 07700 900982',
  'people.email': 'Enter an email address, like name@example.com',
  'people.address_line': 'Enter a shorter first line of the address',
  'people.town': 'Enter a shorter town name',
  'people.postcode': 'Enter a full postcode, like YO11 1AA',
  'people.choice': 'Say whether this person is already on record',
  'people.person_id': 'Choose again: the person you chose can no longer be used',
}

export function say_field(name: string, code: string): string {
  const plain = name.replace(/\[\d+\]/, '')
  return field[`${plain}.${code}`] ?? field[plain] ?? 'Check this answer'
}

const refusal: Record<string, string> = {
  already_sent: 'This referral has already been sent',
}

const ticks: Record<string, string> = {
  phone_safe: 'It is safe to phone',
  text_safe: 'It is safe to send a text message',
  email_safe: 'It is safe to email',
  letter_safe: 'It is safe to write to their home',
  no_message: 'Never leave a message',
  others_may_answer: 'Somebody else may answer the phone or read messages',
}

export const words = {
  field: say_field,
  refusal: (code: string) => refusal[code],
  title: 'Make a referral',
  step_of: (step: number, steps: number) => `Make a referral: step ${step} of ${steps}`,
  steps: kSteps,
  continue: 'Save and continue',
  back: 'Back',
  later: 'Save and finish later',

  start: {
    emergency: 'If somebody is in danger now, call 999. Nobody watches this page day and night.',
    intro:
      'Tell a community safety hub about a person, a household or a place that needs several agencies to work together.',
    saved:
      'What you type is saved as you go. You can stop and come back to it from the page My work.',
    needed: 'You need to know',
    needs: [
      'what happened, and roughly where and when',
      'who is involved, as far as you know: a referral can also be about a street or a park',
      'whether it is safe to contact the people, and how',
    ],
    refuge: 'Do not give the address of a refuge or of any other safe accommodation.',
    button: 'Start',
  },

  saving: {
    saved_at: (time: string) => `Saved at ${time}`,
    not_yet: 'What you type is saved as you go',
    typing: 'Not saved yet',
    saving: 'Saving',
    failed:
      'Not saved: Waymark could not be reached. It is kept in this tab and will be tried again.',
    try_now: 'Try to save now',
    changed: 'This draft was changed in another window.',
    keep_mine: 'Keep what is on this page',
    use_theirs: 'Show what the other window saved',
    gone: 'This draft has been sent or deleted in another window. What you typed here is not part of it.',
    refused: 'Not saved. Check what you typed last.',
  },

  referrer: {
    source_kind: 'Who is making this referral?',
    agency: 'An agency',
    agency_id: 'Which agency?',
    public: 'A member of the public, a councillor or a business',
    channel: 'How did it reach you?',
    source: 'Where does the information come from?',
    choose: 'Select one',
    name: 'Name of the person referring',
    name_hint: 'Leave this empty when they want to stay anonymous',
    contact: 'Phone number or email address of the person referring',
    contact_hint: 'So that we can tell them what was decided',
    how_known: 'How does the referrer know about it?',
  },

  about: {
    area_id: 'Which hub should receive it?',
    area_hint: 'The one where it happens',
    programme_code: 'What kind of problem is it?',
    subject_kind: 'Whom or what is it about?',
    subject_hint: 'Choose the one that fits best. Nobody has to be named.',
    class: 'Who is affected?',
    class_hint: 'Leave this when you are not sure',
  },

  people: {
    title: 'Who is involved',
    none: 'You have not named anybody. That is fine when it is about a place, a group or a theme.',
    add: 'Add a person',
    add_another: 'Add another person',
    change: 'Change',
    remove: 'Remove',
    unnamed: 'Somebody without a name',
    person: 'Person',
    role: 'What part do they have in it?',
    given_names: 'First names',
    family_name: 'Surname',
    date_of_birth: 'Date of birth',
    date_of_birth_hint: 'If you know it. For example, 27 3 1987',
    phone: 'Phone number',
    email: 'Email address',
    address: 'Address',
    address_hint: 'Do not give the address of a refuge or of any other safe accommodation',
    address_line: 'Number and street',
    town: 'Town or village',
    postcode: 'Postcode',
    known: 'Already on record?',
    done: 'Save this person',
    choice_label: 'Whether already on record',
    choices: {
      known: 'Yes, already on record',
      new: 'No, somebody new',
      not_sure: 'Not sure',
      none_shown: 'Nobody like this is on record for you to see',
      '': 'Not answered',
    },
  },

  matches: {
    people_found: (count: number) =>
      count === 1
        ? '1 person already on record may be this person'
        : `${count} people already on record may be this person`,
    places_found: (count: number) =>
      count === 1
        ? '1 place already on record may be this place'
        : `${count} places already on record may be this place`,
    none_people: 'Nobody on record that you can see looks like this person.',
    none_places: 'No place on record that you can see looks like this place.',
    failed: 'We could not check the records. You can carry on: the hub will check.',
    question_person: 'Is this one of them?',
    question_place: 'Is it one of these places?',
    is_them: (label: string) => `Yes, this is ${label}`,
    new_person: 'No, this is somebody new',
    new_place: 'No, this is another place',
    not_sure: 'I am not sure',
    not_sure_hint: 'The hub will look into it',
  },

  what: {
    what_happened: 'What happened?',
    what_hint:
      'Say what was seen, heard or reported, and how it affects people. Keep to what is needed.',
    where: 'Where did it happen?',
    where_hint:
      'An address, a street, a park or a building, with the town. Never a refuge or other safe accommodation.',
    happened_on: 'When did it happen?',
    happened_hint: 'The last time, if it has happened before. For example, 27 3 2026',
    happened_note: 'Anything else about when',
    happened_note_hint: 'For example the time of day, or that the date is a guess',
    how_often: 'How often does it happen?',
    how_often_none: 'Select one, if you know',
  },

  risk: {
    risk_now: 'Is anybody at risk now?',
    emergency: 'If somebody is in danger now, call 999 before you go on.',
    emergency_text:
      'The hub reads referrals in working hours. Sending this does not bring help at once.',
    risk_now_note: 'What is the risk, and to whom?',
    consent: 'Does the person it happened to agree to this referral?',
    ticks: 'What is safe when we contact them?',
    ticks_hint: 'Select all that you know to be so. What is not ticked is treated as not safe.',
    tick: (code: string) => ticks[code] ?? code,
    tick_codes: Object.keys(ticks),
    safe_contact: 'Anything else about making contact safely',
    safe_contact_hint: 'For example good times of day, or a name not to mention',
  },

  check: {
    not_answered: 'Not answered',
    none: 'Nobody named',
    change: 'Change',
    send: 'Send the referral',
    send_text: 'It goes to the hub, who will decide what to do and tell you.',
    delete: 'Delete this draft',
    delete_sure: 'Deleting it cannot be undone.',
    delete_button: 'Yes, delete this draft',
    delete_failed: 'The draft could not be deleted. Try again',
    referrer: 'Referrer',
    where: 'Where',
    place_known: 'already on record',
    when: 'When',
    contact: 'Safe contact',
  },

  sent: {
    title: 'Referral sent',
    reference: 'Its reference is',
    next: 'What happens next',
    due: (date: string) => `The hub decides by ${date} what to do, and then tells the referrer.`,
    soon: 'The hub decides what to do, and then tells the referrer.',
    danger: 'If things get worse or somebody is in danger, call 999.',
    see: 'See the referral',
    another: 'Make another referral',
  },

  already: {
    title: 'This referral has been sent',
    text: 'It can no longer be changed.',
    see: 'See the referral',
  },
}
