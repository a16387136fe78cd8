// What the system wrote about a change is read by people: no id and no bare date may be left in it.

import { describe, expect, it } from 'vitest'

import type { Programme } from '@/lib/programmes'
import type { Directory } from '@/lib/reference'

import { programme as known } from './case-world'
import { say_detail } from './entry-detail'

const agency = '0193583f-da80-7e23-8bf2-7e9280897851'
const directory = {
  agencies: [{ id: agency, name: 'Vale Homes' }],
  teams: [],
  areas: [],
} as unknown as Directory

describe('what an entry says', () => {
  const say = (kind: string, detail: string, names: Directory | null = directory) =>
    say_detail({ kind, detail } as Parameters<typeof say_detail>[0], known as Programme, names)

  it.each([
    ['action_added', `,${agency},2026-12-16`, 'Vale Homes, due 16 December 2026'],
    ['review', '2026-12-02', 'Next review 2 December 2026'],
    ['risk', 'opening,33,medium,medium,', 'At opening, score 33, Medium'],
    ['update_agreed', '14', 'Every 14 days'],
    ['update_agreed', '1', 'Every day'],
    ['stage', 'opened,assessing', 'From Opened to Assessing'],
    ['person', 'added,victim', 'Added: Victim'],
    ['person', 'changed,victim,alleged_perpetrator', 'From Victim to Alleged perpetrator'],
    ['update', 'given,phone', 'Given: Phone'],
    ['partner', 'brought_in', 'Brought in'],
    ['closed', 'resolved,told', 'Resolved. Was the victim told? Yes, they have been told'],
    ['closed', 'resolved,not_safe', 'Resolved. Was the victim told? It is not safe'],
    ['lead', '0193583f-da80-7e23-8bf2-000000000000', ''],
  ])('%s of %s reads: %s', (kind, detail, words) => {
    expect(say(kind, detail)).toBe(words)
  })

  it('leaves names out until they are here', () => {
    expect(say('lead', agency, null)).toBe('')
  })
})
