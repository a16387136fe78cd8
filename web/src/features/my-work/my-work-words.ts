// Every word on the page of what waits today.

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

export const words = {
  title: 'My work',
  overdue_title: 'Overdue now',
  nothing_overdue: 'Nothing is overdue.',
  overdue: {
    referrals: (n: number) => count(n, 'referral waiting too long', 'referrals waiting too long'),
    actions: (n: number) => count(n, 'action', 'actions'),
    agency_actions: (n: number) =>
      count(n, 'action that nobody is named for', 'actions that nobody is named for'),
    updates: (n: number) => count(n, 'update promised to a victim', 'updates promised to victims'),
    reassessments: (n: number) => count(n, 'risk reassessment', 'risk reassessments'),
    reviews: (n: number) => count(n, 'review', 'reviews'),
  },
  referrals: {
    heading: 'Referrals waiting for a decision',
    empty: 'No referral is waiting in your hubs.',
    all: 'See all waiting referrals',
  },
  actions: {
    heading: 'Actions due',
    empty: 'You have no actions due.',
    all: 'See all cases with actions due',
  },
  agency_actions: {
    heading: 'Actions of my agency that nobody is named for',
    text: 'Nobody is named for these. Agree who will do them.',
    empty: 'Somebody is named for every action of your agency.',
  },
  updates: {
    heading: 'Updates promised to victims',
    empty: 'Nobody is waiting to hear from you.',
    all: 'See all cases with updates due',
  },
  reassessments: {
    heading: 'Risk to reassess',
    empty: 'No risk needs to be reassessed.',
    all: 'See all cases with risk to reassess',
  },
  reviews: {
    heading: 'Reviews due',
    empty: 'No case of yours is due for review.',
    all: 'See all cases due for review',
  },
  cases: {
    heading: 'My open cases',
    empty: 'You lead no open case.',
    all: 'See all my open cases',
  },
  drafts: {
    heading: 'Referrals I have not sent',
    empty: 'You have no unsent referral.',
    all: 'See all my unsent referrals',
    untitled: 'Nothing typed yet',
    started: 'Started',
    go_on: 'Go on with it',
  },
  start_referral: 'Make a referral',
  total: (shown: number, total: number, said: string) =>
    shown < total ? `${shown} of ${said} shown` : `${said} in all`,
  at_least: (total: number) => `${total} or more`,
  columns: {
    referral: 'Referral',
    hub: 'Hub',
    waiting: 'Waiting',
    decide_by: 'Decide by',
    owner: 'Owner',
    case: 'Case',
    due: 'Due',
    action: 'Action',
    stage: 'Stage',
    lead: 'Lead worker',
    risk: 'Risk',
    next_review: 'Next review',
  },
  age: (days: number) => (days === 0 ? 'Since today' : count(days, 'day', 'days')),
  no_owner: 'Nobody yet',
  risk_now: 'Risk now',
  is_overdue: 'Overdue',
  reminder: 'Reminder',
  escalated: 'Escalated',
}
