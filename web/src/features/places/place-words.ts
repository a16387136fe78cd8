// Every word of a place's page and of changing it.

const field_names: Record<string, string> = {
  kind: 'Kind of place',
  name: 'Name',
  line: 'Number and street',
  locality: 'Part of town',
  town: 'Town or village',
  postcode: 'Postcode',
  uprn: 'Property reference number (UPRN)',
  longitude: 'Longitude',
  latitude: 'Latitude',
  area_id: 'Hub',
}

const field: Record<string, string> = {
  kind: 'Select what kind of place it is',
  name: 'Enter the name',
  line: 'Enter the number and street',
  locality: 'Enter a shorter name for the part of town',
  town: 'Enter a shorter town name',
  postcode: 'Enter a full postcode, like YO11 1AA',
  uprn: 'The property reference number has up to 12 figures and nothing else',
  longitude: 'Enter a position in the United Kingdom, or leave both numbers empty',
  latitude: 'Enter a position in the United Kingdom, or leave both numbers empty',
  area_id: 'Select the hub that it lies in',
}

export const words = {
  field: (name: string, code: string) =>
    field[`${name}.${code}`] ?? field[name] ?? 'Check this answer',
  refusal: () => undefined,
  fields: field_names,
  field_name: (name: string) => field_names[name] ?? name,
  search: 'Search',
  unnamed: 'A place without a name',
  edit: 'Change details',
  audit: 'Who looked at this record',
  details: 'Details',
  not_recorded: 'Not recorded',
  position: 'Position',
  kinds: {
    address: 'Address',
    premises: 'Premises',
    street: 'Street',
    open_space: 'Open space',
  },
  cases: {
    heading: 'Cases',
    none: 'In no case that you can see.',
    columns: { case: 'Case', role: 'Part in it', state: 'State', opened: 'Opened' },
    open: 'Open',
    closed: 'Closed',
    roles: {
      where_it_happens: 'Where it happens',
      home_of_victim: 'Home of a victim',
      home_of_alleged_perpetrator: 'Home of an alleged perpetrator',
      other: 'Other',
    } as Record<string, string>,
  },
  editing: {
    title: (name: string) => `Change details of ${name}`,
    back: 'Back',
    refuge: 'Never record a refuge or other safe accommodation here.',
    name_hint: 'Of premises or an open space, for example Castle Park',
    none: 'Not known',
    save: 'Save changes',
    latest: 'What is on record now',
    yours: 'What you typed',
    latest_text:
      'Read what was changed. If you save now, what you typed takes the place of what is on record.',
  },
}
