// Every word of searching.

export const words = {
  title: 'Search',
  label: 'Search people, places and cases',
  hint: 'Part of a name, a date of birth, a phone number, an address, a postcode or a case reference',
  button: 'Search',
  too_short: 'Type at least 2 characters.',
  searching: 'Searching',
  failed: 'The search did not work. Try again in a moment.',
  nothing: (typed: string) =>
    `Nothing found for ${typed}. What is not yours to see is not searched.`,
  found: (count: number) => `${count} ${count === 1 ? 'result' : 'results'} found`,
  more: 'Only the best 10 of each kind are shown. Type more to narrow them down.',
  people: 'People',
  places: 'Places',
  cases: 'Cases',
  person: 'Person',
  place: 'Place',
  case: 'Case',
  born: (date: string) => `born ${date}`,
  open_cases: (count: number) =>
    count === 0 ? 'no open case' : `${count} open ${count === 1 ? 'case' : 'cases'}`,
  open: 'Open',
  closed: 'Closed',
}
