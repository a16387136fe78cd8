// Every word around the committee report. Its own text comes with its figures.

export const words = {
  title: 'Committee report',
  period: 'Choose the period',
  from: 'From',
  to: 'To',
  show: 'Show the report',
  printable: 'Open the report as one page for printing',
  contents: 'In this report',
  csv: 'Download as CSV',
  suppressed: 'suppressed',
  year_earlier: 'a year earlier', // as the report itself names those columns
  reading_pairs: 'Below each figure, in brackets: the same a year earlier.',
  demonstration: 'Demonstration data. Not for a committee.',
  field: (name: string, code: string): string => {
    if (code === 'not_a_date' || code === 'required') {
      return name === 'from' ? 'Enter a real date to start from' : 'Enter a real date to end on'
    }
    if (name === 'to') return 'The end must be after the start, and not in the future'
    return 'Check the start of the period'
  },
  refusal: () => undefined,
}
