// Every word of the hub picture.

export const words = {
  title: 'Hub picture',
  hub: 'Hub',
  programme: 'Programme',
  all_programmes: 'All programmes',
  no_hub: 'You have no hub to look at.',
  no_figures: 'There is nothing to count yet.',
  as_at: 'Counted live. As at',
  counts_over: 'Counts over',
  not_recorded: 'Not recorded',
  none: 'None',
  meaning: 'What this means',
  picture_of: (title: string, shapes: string) => `${title}, as ${shapes}. The table says the same.`,
  groups: {
    now: 'Open now',
    months: 'Month by month',
    ends: 'How cases ended',
  },
  key_figures: {
    open: 'open cases',
    overdue: 'things overdue',
    waiting: 'referrals waiting',
    closed: 'cases closed in 12 months',
  },
  outcomes: {
    title: 'What changed between opening and closing',
    measure: 'Measure',
    improved: 'Improved',
    same: 'The same',
    worse: 'Worse',
    spoken: (improved: number, same: number, worse: number, unknown: number) =>
      `${improved} improved, ${same} the same, ${worse} worse, ${unknown} not recorded`,
  },
  rows_title: 'What is behind this figure',
  rows_none: 'There is nothing behind this figure any more.',
  back: 'Back to the hub picture',
}

export function say_base(base: number, not_recorded: number): string {
  const records = base === 1 ? '1 record' : `${base.toLocaleString('en-GB')} records`
  return `Counts over ${records}. Not recorded: ${not_recorded.toLocaleString('en-GB')}.`
}
