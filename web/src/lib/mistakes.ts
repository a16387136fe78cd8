// What is wrong with an answer, when a page has no words of its own for it: never a code.

const mistakes: Record<string, string> = {
  required: 'This needs an answer',
  not_offered: 'Choose one of the answers',
  too_long: 'This is too long. Make it shorter',
  too_short: 'This is too short. Make it longer',
  not_clean_text: 'Remove characters that cannot be shown, such as control characters',
  not_a_date: 'Enter a real date, like 27 3 2026',
  in_the_future: 'The date must be today or in the past',
  in_the_past: 'The date must be today or in the future',
  before_opening: 'The date must not be before the case was opened',
  not_found: 'This is not on record, or not yours to see. Choose another',
  not_a_number: 'Enter a number, like 14',
  out_of_range: 'The number is too large or too small',
  not_in_agency: 'Choose somebody from that agency',
  repeated: 'This is there twice',
  already_recorded: 'Somebody has recorded this since. Check it, then try again',
  taken: 'This is already in use. Choose another',
}

export function say_mistake(code: string): string {
  return mistakes[code] ?? 'Check this answer'
}
