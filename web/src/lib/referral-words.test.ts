// The first words of what happened, as lists show them.

import { describe, expect, it } from 'vitest'

import { say_headline } from './referral-words'

describe('say_headline', () => {
  it.each([
    ['says that there is more', `${'Shouting '.repeat(8)}and foil and`, /foil and…$/],
    ['leaves a comma away before it', `${'Shouting '.repeat(8)}and foil,`, /foil…$/],
    ['leaves a whole sentence alone', `${'Shouting '.repeat(8)}and foil.`, /foil\.$/],
    ['leaves what was short alone', 'Noise at night', /night$/],
    ['leaves nothing as nothing', '', /^$/],
  ])('%s', (_, headline, said) => {
    expect(say_headline(headline)).toMatch(said)
  })
})
