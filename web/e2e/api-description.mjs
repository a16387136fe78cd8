// The API description as a judge: is this answer one that it promises?

import { readFile } from 'node:fs/promises'

import add_formats from 'ajv-formats'
import Ajv2020 from 'ajv/dist/2020.js'
import { parse } from 'yaml'

const kRoot = 'openapi.json'

export async function load_description(url) {
  return make_judge(parse(await readFile(url, 'utf8'), { merge: true }))
}

function escaped(part) {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}

// '/cases/{case_id}' as a pattern; fixed parts are tried before parameters.
function path_patterns(description) {
  return Object.keys(description.paths)
    .map((path) => {
      const literal = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      return { path, pattern: new RegExp(`^${literal.replace(/\{[^}]+\}/g, '[^/]+')}$`) }
    })
    .sort((a, b) => count_parameters(a.path) - count_parameters(b.path))
}

function count_parameters(path) {
  return path.split('{').length
}

// Follows one $ref inside the description; returns what it names and where that is.
function follow(description, value, pointer) {
  if (!value?.$ref) return { value, pointer }
  const parts = value.$ref.slice(2).split('/')
  const decoded = parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const named = decoded.reduce((at, part) => at?.[part], description)
  return follow(description, named, value.$ref.slice(1))
}

export function make_judge(description) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  add_formats(ajv)
  ajv.addSchema(description, kRoot)
  const patterns = path_patterns(description)
  const compiled = new Map()
  const prefix = new URL(description.servers?.[0]?.url ?? '/', 'http://here').pathname
  const base = prefix.replace(/\/$/, '')

  function find_operation(method, pathname) {
    const below = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname
    const found = patterns.find(({ pattern }) => pattern.test(below))
    const operation = found && description.paths[found.path][method.toLowerCase()]
    return operation && { path: found.path, operation }
  }

  // What is wrong with the answer; nothing when it keeps its promise.
  return function judge({ method, pathname, status, content_type, body }) {
    const what = `${method} ${pathname} answered ${status}`
    const found = find_operation(method, pathname)
    if (!found) return [`${what}, and is not in api/openapi.yaml`]
    const { path, operation } = found
    const key = operation.responses[status] ? String(status) : undefined
    if (!key) return [`${what}, which api/openapi.yaml does not promise for ${path}`]

    const at = `/paths/${escaped(path)}/${method.toLowerCase()}/responses/${key}`
    const { value: response, pointer } = follow(description, operation.responses[key], at)
    if (!response.content) return body ? [`${what} with a body, and none is promised`] : []
    const type = content_type.split(';')[0].trim()
    if (!response.content[type]) return [`${what} as ${type || 'nothing'}, which is not promised`]
    if (!/json$/.test(type) || !response.content[type].schema) return []

    const schema = `${kRoot}#${encodeURI(pointer)}/content/${escaped(type)}/schema`
    if (!compiled.has(schema)) compiled.set(schema, ajv.compile({ $ref: schema }))
    const check = compiled.get(schema)
    return check(JSON.parse(body))
      ? []
      : check.errors.map((one) => `${what}: ${one.instancePath || 'the body'} ${one.message}`)
  }
}
