// Our components give the markup that govuk-frontend publishes for the same options.

import { describe, expect, it } from 'vitest'

import { put_raw_back, type Contract } from './contract'
import { kFieldContracts } from './contracts-fields'
import { kOtherContracts } from './contracts-others'
import { fixtures_of, markup, normalised } from './fixtures'

function reason_left_out(contract: Contract, name: string): string | undefined {
  return Object.entries(contract.except).find(([, names]) => names.test(name))?.[0]
}

describe.each([...kFieldContracts, ...kOtherContracts])('$component', (contract) => {
  const { component, draw, expected = (html: string) => html } = contract
  const compared = fixtures_of(component).filter(({ name }) => !reason_left_out(contract, name))

  it('is compared with at least one fixture', () => {
    expect(compared.length).toBeGreaterThan(0)
  })

  it.each(compared)('$name', ({ options, html }) => {
    const ours = put_raw_back(markup(draw(options)))
    expect(normalised(ours)).toBe(normalised(expected(html, options)))
  })

  it.each(Object.entries(contract.except))('still leaves out some: %s', (_, names) => {
    expect(fixtures_of(component).some(({ name }) => names.test(name))).toBe(true)
  })
})

describe('the comparison', () => {
  it.each([
    ['an attribute', '<p id="a" class="b">x</p>', '<p class="b">x</p>'],
    ['a class', '<p class="a b">x</p>', '<p class="a">x</p>'],
    ['a word', '<p>one two</p>', '<p>one</p>'],
    ['an element', '<p><b>x</b></p>', '<p>x</p>'],
  ])('sees %s', (_, one, other) => {
    expect(normalised(one)).not.toBe(normalised(other))
  })

  it('does not see white space or the order of attributes', () => {
    expect(normalised('<p  id="a"\n class="b"> x </p>')).toBe(
      normalised('<p class="b" id="a">x</p>'),
    )
  })
})
