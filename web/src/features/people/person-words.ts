// Every word of a person's page and of changing it.

const field_names: Record<string, string> = {
  given_names: 'First names',
  family_name: 'Surname',
  date_of_birth: 'Date of birth',
  date_of_birth_note: 'How sure the date of birth is',
  gender: 'Gender',
  phone: 'Phone number',
  phone_is_safe: 'Whether it is safe to phone',
  email: 'Email address',
  email_is_safe: 'Whether it is safe to email',
  safe_contact: 'How to make contact safely',
  needs: 'Needs',
  aliases: 'Other names',
  addresses: 'Addresses',
}

const field: Record<string, string> = {
  given_names: 'Enter a first name or a surname',
  family_name: 'Enter a first name or a surname',
  date_of_birth: 'Date of birth must be a real date',
  'date_of_birth.in_the_future': 'Date of birth must be in the past',
  date_of_birth_note: 'Select how sure the date of birth is',
  gender: 'Select a gender, or not known',
  phone: 'Enter a phone number, like 01723 232323 or 07700 900982',
  phone_is_safe: 'Select whether it is safe to phone',
  email: 'Enter an email address, like name@example.com',
  email_is_safe: 'Select whether it is safe to email',
  safe_contact: 'Say how to make contact safely in 2,000 characters or fewer',
  needs: 'Describe the needs in 1,000 characters or fewer',
  'aliases.given_names': 'Enter a first name or a surname for this other name',
  'aliases.family_name': 'Enter a first name or a surname for this other name',
  'aliases.kind': 'Select what kind of name it is',
  'addresses.line': 'Enter the number and street',
  'addresses.town': 'Enter a shorter town name',
  'addresses.postcode': 'Enter a full postcode, like YO11 1AA',
  'addresses.from_on': 'The first day there must be a real date',
  'addresses.to_on': 'The last day there must be a real date',
  'addresses.to_on.before_start': 'The last day there must be after the first',
}

export const words = {
  field: (name: string, code: string) => {
    const plain = name.replace(/\[\d+\]/, '')
    return field[`${plain}.${code}`] ?? field[plain] ?? 'Check this answer'
  },
  refusal: () => undefined,
  field_name: (name: string) => field_names[name] ?? name,
  fields: field_names,
  search: 'Search',
  unnamed: 'Somebody without a name',
  conflict: 'Somebody here knows them outside their work',
  audit: 'Who looked at this record',
  edit: 'Change details',
  details: 'Details',
  not_recorded: 'Not recorded',
  age: (years: number) => `aged ${years}`,

  contact: {
    heading: 'Safe contact',
    phone: {
      yes: { tag: 'Safe to phone', what_to_do: '' },
      no: { tag: 'Not safe to phone', what_to_do: 'Do not phone.' },
      not_known: {
        tag: 'Not known if safe',
        what_to_do: 'If you have to phone, do not leave a message.',
      },
    },
    email: {
      yes: { tag: 'Safe to email', what_to_do: '' },
      no: { tag: 'Not safe to email', what_to_do: 'Do not email.' },
      not_known: {
        tag: 'Not known if safe',
        what_to_do: 'Ask before you email: somebody else may read it.',
      },
    },
    no_phone: 'No phone number on record',
    no_email: 'No email address on record',
    nothing_said: 'Nothing is recorded about how to make contact safely. Ask before you do.',
  },

  date_of_birth_notes: {
    '': 'Not recorded',
    exact: 'Exact',
    estimated: 'Estimated',
    not_known: 'Not known',
  },
  genders: {
    female: 'Female',
    male: 'Male',
    other: 'Other',
    prefer_not_to_say: 'Prefers not to say',
    not_known: 'Not known',
  },
  safe: { yes: 'Yes, it is safe', no: 'No, it is not safe', not_known: 'Not known' },
  alias_kinds: {
    also_known_as: 'Also known as',
    former_name: 'Former name',
    nickname: 'Nickname',
  },

  addresses: {
    heading: 'Addresses',
    none: 'No address on record.',
    columns: { address: 'Address', from: 'From', to: 'Until' },
    now: 'Now',
    see_place: 'See this place',
  },
  names: { heading: 'Other names', columns: { name: 'Name', kind: 'Kind' } },
  cases: {
    heading: 'Cases',
    none: 'In no case that you can see.',
    columns: { case: 'Case', role: 'Part in it', state: 'State', opened: 'Opened' },
    open: 'Open',
    closed: 'Closed',
  },

  editing: {
    title: (name: string) => `Change details of ${name}`,
    back: 'Back',
    date_hint: 'For example, 27 3 1987',
    date_note: 'How sure is it?',
    phone_safe: 'Is it safe to phone this number?',
    email_safe: 'Is it safe to email this address?',
    safe_contact: 'Anything else about making contact safely',
    safe_contact_hint: 'For example: never leave a message, or only between 10am and 2pm',
    needs: 'What do they need to take part?',
    needs_hint: 'For example an interpreter, large print or step-free access',
    alias: (index: number) => `Other name ${index}`,
    alias_kind: 'What kind of name is it?',
    add_alias: 'Add another name',
    address: (index: number) => `Address ${index}`,
    refuge: 'Do not record the address of a refuge or of any other safe accommodation',
    line: 'Number and street',
    town: 'Town or village',
    postcode: 'Postcode',
    from_on: 'First day there',
    to_on: 'Last day there',
    to_hint: 'Leave this empty while they live there',
    add_address: 'Add an address',
    remove: 'Remove',
    save: 'Save changes',
    latest: 'What is on record now',
    yours: 'What you typed',
    latest_text:
      'Read what was changed. If you save now, what you typed takes the place of what is on record.',
  },
}
