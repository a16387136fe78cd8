// Ways to move about: breadcrumbs, back, next and previous, and the parts of a record.

import type { ReactNode } from 'react'

import { classes } from './classes'

type Crumb = { label: string; href?: string } // without href: the page itself

type BreadcrumbsProps = { items: Crumb[]; collapse_on_mobile?: boolean }

export function Breadcrumbs({ items, collapse_on_mobile }: BreadcrumbsProps) {
  const name = classes(
    'govuk-breadcrumbs',
    collapse_on_mobile && 'govuk-breadcrumbs--collapse-on-mobile',
  )
  return (
    <nav className={name} aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ label, href }) =>
          href ? (
            <li key={label} className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={href}>
                {label}
              </a>
            </li>
          ) : (
            <li key={label} className="govuk-breadcrumbs__list-item" aria-current="page">
              {label}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

export function BackLink({ href, children = 'Back' }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} className="govuk-back-link">
      {children}
    </a>
  )
}

export function SkipLink({ href = '#main-content' }: { href?: string }) {
  function skip() {
    document.getElementById(href.slice(1))?.focus()
  }
  return (
    <a href={href} className="govuk-skip-link" data-module="govuk-skip-link" onClick={skip}>
      Skip to main content
    </a>
  )
}

const kArrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

type PaginationProps = { previous_href?: string; next_href?: string; label?: string }

// Next and previous only: lists are paged by key, so there is no page number to name.
export function Pagination({ previous_href, next_href, label = 'Pagination' }: PaginationProps) {
  if (!previous_href && !next_href) return null
  return (
    <nav className="govuk-pagination govuk-pagination--block" aria-label={label}>
      {previous_href && <ArrowLink kind="prev" href={previous_href} label="Previous" />}
      {next_href && <ArrowLink kind="next" href={next_href} label="Next" />}
    </nav>
  )
}

type ArrowProps = { kind: 'prev' | 'next'; href: string; label: string }

function ArrowLink({ kind, href, label }: ArrowProps) {
  return (
    <div className={`govuk-pagination__${kind}`}>
      <a className="govuk-link govuk-pagination__link" href={href} rel={kind}>
        <svg
          className={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={kArrows[kind]}></path>
        </svg>
        <span className="govuk-pagination__link-title govuk-pagination__link-title--decorated">
          {label}
          <span className="govuk-visually-hidden"> page</span>
        </span>
      </a>
    </div>
  )
}

type SubNavigationProps = {
  label: string
  items: { label: ReactNode; href: string; current?: boolean }[]
}

// The parts of one record (a case's summary, people, chronology): links, so each has an address.
export function SubNavigation({ label, items }: SubNavigationProps) {
  return (
    <nav className="moj-sub-navigation" aria-label={label}>
      <ul className="moj-sub-navigation__list">
        {items.map((item) => (
          <li key={item.href} className="moj-sub-navigation__item">
            <a
              className="moj-sub-navigation__link"
              aria-current={item.current ? 'page' : undefined}
              href={item.href}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
