// For tests: the markup that govuk-frontend publishes for each component, and a way to compare it
// with ours that sees every element, attribute, class and word, but not white space or order of
// attributes.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each component has its own options
export type Options = any

export type Fixture = { name: string; options: Options; html: string }

export function fixtures_of(component: string): Fixture[] {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  return (JSON.parse(readFileSync(resolve(file), 'utf8')) as { fixtures: Fixture[] }).fixtures
}

function write_element(element: Element, depth: number): string[] {
  const attributes = [...element.attributes]
    .map(({ name, value }) => `${name}="${value.trim().replace(/\s+/g, ' ')}"`)
    .sort()
  const lines = [`${'  '.repeat(depth)}<${[element.localName, ...attributes].join(' ')}>`]
  let text = ''
  const end_text = () => {
    const said = text.replace(/\s+/g, ' ').trim()
    if (said) lines.push(`${'  '.repeat(depth + 1)}${said}`)
    text = ''
  }
  for (const node of element.childNodes) {
    if (node instanceof Element) {
      end_text()
      lines.push(...write_element(node, depth + 1))
    } else if (node.nodeType === Node.TEXT_NODE) {
      text += node.textContent
    }
  }
  end_text()
  return lines
}

// One element or text a line, so that a difference can be read.
export function normalised(html: string): string {
  const body = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body
  return write_element(body, 0).slice(1).join('\n')
}

export function markup(element: ReactElement): string {
  return renderToStaticMarkup(element)
}
