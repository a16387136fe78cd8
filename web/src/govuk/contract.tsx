// For tests: what the fixture contracts share. A contract maps a fixture's options to our props, and
// names every fixture that is not compared with the reason: mostly options that we leave out on
// purpose, so that a page cannot use them.

import type { ReactElement, ReactNode } from 'react'

import type { Size } from './field'
import type { Options } from './fixtures'

export type Contract = {
  component: string
  draw: (options: Options) => ReactElement
  // Fixtures left out: why, and which.
  except: Record<string, RegExp>
  // What differs on purpose in every fixture of this component.
  expected?: (html: string, options: Options) => string
}

export const kNoAttributes =
  'we take no free attributes or classes: a page cannot drift from the system'
export const kNoHtml = 'markup as text: React takes elements, and never parses what it is given'
export const kNoDescribedBy = 'describing a group from elsewhere is not offered'
export const kFalsy = 'lists have no empty entries in TypeScript'

export function words(part: Options): ReactNode {
  return part?.text ?? ''
}

export function size_in(classes: string | undefined): Size | undefined {
  return /--(xl|l|m|s)\b/.exec(classes ?? '')?.[1] as Size | undefined
}

export function field(options: Options) {
  const id: string = options.id ?? options.idPrefix ?? options.name
  return {
    name: options.name ?? options.id ?? options.idPrefix,
    id,
    hint: options.hint?.text,
    error: options.errorMessage?.text,
    form_group_class: options.formGroup?.classes,
  }
}

export function label(options: Options) {
  return {
    label: words(options.label),
    label_size: size_in(options.label?.classes),
    label_is_heading: options.label?.isPageHeading,
  }
}

export function legend(options: Options) {
  const given = options.fieldset.legend
  return {
    legend: words(given),
    legend_size: size_in(given.classes),
    legend_is_heading: given.isPageHeading,
  }
}

export function choices(options: Options) {
  return {
    ...field(options),
    ...legend(options),
    small: /--small/.test(options.classes ?? ''),
    inline: /--inline/.test(options.classes ?? ''),
    options: options.items.map((item: Options) => {
      if (item.divider) return { divider: item.divider }
      const text = item.conditional?.html
      return {
        value: item.value,
        label: content(item),
        hint: item.hint?.text,
        disabled: item.disabled,
        exclusive: item.behaviour === 'exclusive',
        conditional: text ? <Raw html={text} /> : undefined,
      }
    }),
  }
}

// Stands for the children a page would give; replaced by the fixture's own markup when compared.
export function Raw({ html }: { html: string }) {
  return <span data-raw={html} />
}

export function put_raw_back(html: string): string {
  const page = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html')
  for (const place of page.querySelectorAll('[data-raw]')) {
    place.outerHTML = place.getAttribute('data-raw') ?? ''
  }
  return page.body.innerHTML
}

export function checked_values(options: Options): string[] {
  const given: string[] = options.values ?? (options.value === undefined ? [] : [options.value])
  return options.items
    .filter((item: Options) => item.checked ?? given.includes(item.value))
    .map((item: Options) => item.value)
}

export function content(options: Options): ReactNode {
  return options.html ? <Raw html={options.html} /> : options.text
}

export const kWidths = /width-(2|3|4|5|10|20|30)\b/
