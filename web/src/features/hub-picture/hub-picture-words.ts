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
  rows_title: 'What is behind this figure',
  rows_none: 'There is nothing behind this figure any more.',
  back: 'Back to the hub picture',
}

export function say_base(base: number, not_recorded: number): string {
  const records = base === 1 ? '1 record' : `${base.toLocaleString('en-GB')} records`
  return `Counts over ${records}. Not recorded: ${not_recorded.toLocaleString('en-GB')}.`
}
