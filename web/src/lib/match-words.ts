// Why somebody or some place already known may be the one described, in words.

import type { components } from '@/api-types'

type Reason = components['schemas']['Reason']

const reasons: Record<string, string> = {
  'given_names.exact': 'Same first name',
  'given_names.spacing': 'Same first name, spaced differently',
  'given_names.initial': 'First name agrees with an initial',
  'given_names.nickname': 'First name is a short form of the other',
  'given_names.other_name': 'First name is one they also use',
  'given_names.middle_name': 'First name is the other’s middle name',
  'given_names.middle_name_differs': 'Same first name, different middle name',
  'given_names.transposed_letters': 'Two letters of the first name are swapped',
  'given_names.one_letter': 'First name differs by one letter',
  'given_names.first_letter': 'First letter of the first name differs: may be a twin or relative',
  'given_names.sounds_alike': 'First name sounds alike',
  'given_names.shortened': 'First name is cut short',
  'given_names.similar': 'First name is spelled much alike',
  'given_names.different_given_name': 'Different first name: may be a twin or relative',
  'family_name.exact': 'Same surname',
  'family_name.spacing': 'Same surname, spaced differently',
  'family_name.initial': 'Surname agrees with an initial',
  'family_name.other_name': 'Surname is one they also use',
  'family_name.part_of_double_barrel': 'Surname is part of a double surname',
  'family_name.transposed_letters': 'Two letters of the surname are swapped',
  'family_name.one_letter': 'Surname differs by one letter',
  'family_name.sounds_alike': 'Surname sounds alike',
  'family_name.similar': 'Surname is spelled much alike',
  'family_name.different_family_name': 'Different surname: it may have changed',
  'name.names_swapped': 'First name and surname are the other way round',
  'name.junior_senior': 'Same name, perhaps parent and child',
  'date_of_birth.exact': 'Same date of birth',
  'date_of_birth.day_month_swapped': 'Day and month of birth are swapped',
  'date_of_birth.transposed_digits': 'Two figures of the date of birth are swapped',
  'date_of_birth.year_off_by_one': 'Year of birth is one apart',
  'date_of_birth.one_digit': 'Date of birth differs by one figure',
  'date_of_birth.day_off_by_one': 'Day of birth is one apart',
  'date_of_birth.default_date': 'Date of birth looks like a stand-in, such as 1 January',
  'date_of_birth.different_day': 'Same year of birth, different day',
  'date_of_birth.different_year': 'Same birthday, different year',
  'date_of_birth.different_generation':
    'Years of birth are a generation apart: may be a parent or child',
  'date_of_birth.different': 'Different date of birth',
  'phone.exact': 'Same phone number',
  'phone.one_digit': 'Phone number differs by one figure',
  'phone.transposed_digits': 'Two figures of the phone number are swapped',
  'phone.different': 'Different phone number',
  'email.exact': 'Same email address',
  'email.one_letter': 'Email address differs by one letter',
  'email.different': 'Different email address',
  'address.exact': 'Same address',
  'address.spelled_differently': 'Same address, spelled differently',
  'address.flat_not_recorded': 'Same building, but one has no flat number',
  'address.different_flat': 'Same building, different flat',
  'address.shared_postcode': 'Same postcode',
  'address.same_street': 'Same street',
  'address.different': 'Different address',
  'uprn.exact': 'Same property reference number',
  'uprn.different': 'Different property reference number',
  'name.exact': 'Same name',
  'name.word_order_or_article': 'Same name in other words',
  'name.one_or_two_letters': 'Name differs by a letter or two',
  'name.part_of_name': 'One name is part of the other',
  'name.sounds_alike': 'Name sounds alike',
  'name.different': 'Different name',
  'position.within_25_metres': 'Within 25 metres',
  'position.within_150_metres': 'Within 150 metres',
  'position.within_1_kilometre': 'Within 1 kilometre',
  'position.further_than_1_kilometre': 'More than 1 kilometre away',
}

const by_agreement: Record<Reason['agreement'], string> = {
  same: 'The same',
  close: 'Nearly the same',
  different: 'Different',
  missing: 'Missing on one side',
}

export function say_reason({ field, agreement, code }: Reason): string {
  if (code === 'not_recorded') return by_agreement.missing
  return reasons[`${field}.${code}`] ?? by_agreement[agreement]
}

export const match_words = {
  entered: 'Entered now',
  known: 'Already on record',
  what_it_means: 'What this tells you',
  detail: 'Detail',
  not_given: 'Not given',
  bands: { likely: 'Likely', possible: 'Possible' },
  fields: {
    given_names: 'First names',
    family_name: 'Surname',
    date_of_birth: 'Date of birth',
    phone: 'Phone',
    email: 'Email',
    address: 'Address',
    name: 'Name',
    place: 'Place',
    postcode: 'Postcode',
  },
  compared_with: (label: string) => `What was entered, beside ${label}`,
  open_cases: (count: number) =>
    count === 0
      ? 'In no open case that you can see'
      : `In ${count} open ${count === 1 ? 'case' : 'cases'}`,
  not_compared: 'Not compared',
}
