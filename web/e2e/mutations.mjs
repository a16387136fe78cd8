// Requests made from the API description, and then spoilt. What a request is filled with was learnt
// from answers, so that many go deep before they are refused.

// The same numbers every time for one seed (mulberry32).
export function make_random(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit) => Math.floor(next() * limit)
  return {
    below,
    one_in: (times) => below(times) === 0,
    pick: (list) => list[below(list.length)],
  }
}

const kMostRemembered = 300

// Values seen in answers, by the name of their field.
export class Learnt {
  constructor(random) {
    this.random = random
    this.by_name = new Map()
    this.etags = new Map()
  }

  // An id that stands in a list, or on a page, is also one of that list: of `cases`, `partners` ...
  take_in(value, name = '') {
    if (value?.id && name) this.add(`one of ${name}`, value.id)
    if (Array.isArray(value)) {
      for (const one of value.slice(0, 20)) this.take_in(one, name)
    } else if (value && typeof value === 'object') {
      for (const [key, one] of Object.entries(value)) this.take_in(one, key)
    } else if (value !== null && value !== '') {
      this.add(name, value)
      if (/(^|_)id$/.test(name)) this.add('id', value)
    }
  }

  add(name, value) {
    const seen = this.by_name.get(name) ?? []
    if (seen.length < kMostRemembered) seen.push(value)
    else seen[this.random.below(kMostRemembered)] = value
    this.by_name.set(name, seen)
  }

  like(name) {
    const seen = this.by_name.get(name)
    if (seen) return this.random.pick(seen)
    return /_id$/.test(name) ? this.like('id') : undefined
  }
}

const kHostileTexts = [
  '',
  ' ',
  "' OR 1=1 --",
  '"; DROP TABLE person_record; --',
  '%',
  '_%_%_%_%_%_%_%_%_%a',
  '\\',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\uffff\ufffe',
  '\u202egnp.exe',
  '🧭'.repeat(50),
  'é'.normalize('NFD').repeat(40),
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '=cmd|x',
  '-1',
  '1e309',
  'NaN',
  'null',
  'true',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '-0001-01-01',
  '2026-11-26T25:61:61Z',
  '01900000-0000-7000-8000-000000000000',
  'W/"1"',
  '"-1"',
  '"99999999999999999999"',
  '*',
  '\r\nX-Injected: yes',
]
const kHostileNumbers = [
  0,
  -1,
  1,
  2147483648,
  -2147483649,
  2 ** 53,
  1e19,
  -1e19,
  1e308,
  0.1,
  -0.0000001,
]

export function hostile_text(random) {
  if (random.one_in(12)) return 'x'.repeat(1 << random.below(15))
  if (random.one_in(6)) {
    return String.fromCharCode(
      ...Array.from({ length: random.below(30) }, () => random.below(65536)),
    )
  }
  return random.pick(kHostileTexts)
}

export function hostile_value(random, depth = 0) {
  const kind = random.below(depth > 3 ? 4 : 6)
  if (kind === 0) return hostile_text(random)
  if (kind === 1) return random.pick(kHostileNumbers)
  if (kind === 2) return random.one_in(2)
  if (kind === 3) return null
  if (kind === 4) {
    return Array.from({ length: random.below(4) }, () => hostile_value(random, depth + 1))
  }
  return Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [
      hostile_text(random),
      hostile_value(random, depth + 1),
    ]),
  )
}

const kTexts = ['Noise at night', 'Sam', 'Smith', 'YO11 1AA', 'He said no', '07700 900123']

// Something that a schema of the description lets through, more often than not.
export function make_sampler(description, learnt, random) {
  function resolved(schema) {
    if (!schema?.$ref) return schema ?? {}
    return resolved(
      schema.$ref
        .slice(2)
        .split('/')
        .reduce((at, part) => at?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], description),
    )
  }

  function text(schema, name) {
    if (schema.format === 'date') {
      const day = new Date(Date.now() + (random.below(800) - 600) * 86400000)
      return day.toISOString().slice(0, 10)
    }
    if (!random.one_in(4)) {
      const like = learnt.like(name)
      if (typeof like === 'string') return like
    }
    if (schema.format === 'uuid') return learnt.like('id') ?? kHostileTexts[28]
    return random.pick(kTexts)
  }

  function sample(asked, name = '', depth = 0) {
    const schema = resolved(asked)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return random.pick(schema.enum)
    if (schema.allOf)
      return Object.assign({}, ...schema.allOf.map((one) => sample(one, name, depth)))
    const among = schema.oneOf ?? schema.anyOf
    if (among) return sample(random.pick(among), name, depth)
    const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type
    if (type === 'null') return null
    if (type === 'boolean') return random.one_in(2)
    if (type === 'integer' || type === 'number') {
      return (schema.minimum ?? 0) + random.below(Math.min(schema.maximum ?? 100, 100) + 1)
    }
    if (type === 'array') {
      const length = depth > 4 ? 0 : random.below(3)
      return Array.from({ length }, () => sample(schema.items, name, depth + 1))
    }
    if (type === 'string') return text(schema, name)
    const made = {}
    for (const [key, one] of Object.entries(schema.properties ?? {})) {
      const is_needed = schema.required?.includes(key)
      if (is_needed || random.one_in(2)) made[key] = sample(one, key, depth + 1)
    }
    if (schema.additionalProperties && typeof schema.additionalProperties === 'object') {
      const key = learnt.like('code') ?? 'any'
      made[key] = sample(schema.additionalProperties, key, depth + 1)
    }
    return made
  }
  return { sample, resolved }
}

const kId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// A request that was done once, now and then with other ids of the same kind.
export function renewed(random, learnt, value, name = '') {
  if (Array.isArray(value)) return value.map((one) => renewed(random, learnt, one, name))
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, renewed(random, learnt, one, key)]),
    )
  }
  const is_id = typeof value === 'string' && kId.test(value)
  return is_id && random.one_in(3) ? (learnt.like(name) ?? value) : value
}

// One part of a value, wherever it is, made into something else or taken away.
export function spoil(random, value) {
  const places = []
  const walk = (at) => {
    for (const key of Object.keys(at)) {
      places.push([at, key])
      if (at[key] && typeof at[key] === 'object') walk(at[key])
    }
  }
  if (!value || typeof value !== 'object') return hostile_value(random)
  walk(value)
  if (places.length === 0 || random.one_in(15)) return hostile_value(random)
  const [at, key] = random.pick(places)
  const how = random.below(4)
  if (how === 0) Reflect.deleteProperty(at, key)
  else if (how === 1) at[hostile_text(random)] = at[key]
  else if (how === 2 && Array.isArray(at[key])) {
    at[key] = Array.from({ length: 1 + random.below(300) }, () => at[key][0] ?? null)
  } else at[key] = hostile_value(random)
  return value
}

// Bytes no JSON library would write.
export function spoil_bytes(random, text) {
  const bytes = Buffer.from(text, 'utf8')
  const how = random.below(5)
  if (how === 0) return bytes.subarray(0, random.below(bytes.length + 1))
  if (how === 1) {
    for (let i = 0; i <= random.below(4); i += 1) {
      if (bytes.length > 0) bytes[random.below(bytes.length)] = random.below(256)
    }
    return bytes
  }
  if (how === 2) return Buffer.from('['.repeat(1 + random.below(5000)))
  if (how === 3) return Buffer.concat([bytes, bytes])
  return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
}
