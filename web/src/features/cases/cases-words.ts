// Every word of the list of cases.

export const words = {
  title: 'Cases',
  open: 'Open cases',
  closed: 'Closed cases',
  transferred: 'The case has been handed over',
  none: 'No cases match. Change or clear the filters.',
  export: 'Download these cases as CSV',
  new_case: 'Open a case without a referral',
  due: {
    review: 'Review due',
    reassessment: 'Risk to be assessed again',
    update: 'Update to a victim due',
    action: 'Action due',
  } as Record<string, string>,
}
