// The top and the foot of every page. No crown and no GOV.UK logo: this is not a GOV.UK service.

import { useEffect, useState, type ReactNode } from 'react'

import { classes } from './classes'
import { Tag } from './text'
import { useEnhanced } from './use-enhanced'

export function Header({ logo, href = '/' }: { logo: ReactNode; href?: string }) {
  return (
    <div className="govuk-generic-header">
      <div className="govuk-generic-header__container govuk-width-container">
        <div className="govuk-generic-header__logo">
          <a href={href} className="govuk-generic-header__homepage-link">
            {logo}
          </a>
        </div>
      </div>
    </div>
  )
}

export type NavigationItem = {
  label: string
  href: string
  current?: boolean // this very page
  active?: boolean // a page under it
}

type ServiceNavigationProps = {
  service_name?: string
  service_href?: string
  items: NavigationItem[]
  navigation_id?: string
}

export function ServiceNavigation(props: ServiceNavigationProps) {
  const { service_name, service_href, items } = props
  const inner = (
    <div className="govuk-width-container">
      <div className="govuk-service-navigation__container">
        {service_name && (
          <span className="govuk-service-navigation__service-name">
            {service_href ? (
              <a href={service_href} className="govuk-service-navigation__link">
                {service_name}
              </a>
            ) : (
              <span className="govuk-service-navigation__text">{service_name}</span>
            )}
          </span>
        )}
        {items.length > 0 && <Menu items={items} id={props.navigation_id ?? 'navigation'} />}
      </div>
    </div>
  )
  const common = {
    className: 'govuk-service-navigation',
    'data-module': 'govuk-service-navigation',
  }
  return service_name ? (
    <section aria-label="Service information" {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  )
}

// Follows the width at which govuk-frontend folds the menu away (its tablet breakpoint).
function useIsNarrow(): boolean {
  const [narrow, set_narrow] = useState(false)
  useEffect(() => {
    if (!window.matchMedia) return
    const query = window.matchMedia('(min-width: 40.0625em)')
    const follow = () => set_narrow(!query.matches)
    follow()
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return narrow
}

function Menu({ items, id }: { items: NavigationItem[]; id: string }) {
  const enhanced = useEnhanced()
  const narrow = useIsNarrow()
  const [open, set_open] = useState(false)
  const folds = items.length > 1
  const toggle_shown = enhanced && narrow
  return (
    <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
      {folds && (
        <button
          type="button"
          className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-expanded={toggle_shown ? open : undefined}
          hidden={!toggle_shown}
          aria-hidden={toggle_shown ? undefined : true}
          onClick={() => set_open(!open)}
        >
          Menu
        </button>
      )}
      <ul
        className="govuk-service-navigation__list"
        id={id}
        hidden={(folds && toggle_shown && !open) || undefined}
      >
        {items.map((item) => (
          <MenuItem key={item.href} item={item} />
        ))}
      </ul>
    </nav>
  )
}

function MenuItem({ item }: { item: NavigationItem }) {
  const here = item.current || item.active
  return (
    <li
      className={classes(
        'govuk-service-navigation__item',
        here && 'govuk-service-navigation__item--active',
      )}
    >
      <a
        className="govuk-service-navigation__link"
        href={item.href}
        aria-current={item.current ? 'page' : item.active ? 'true' : undefined}
      >
        {here ? (
          <strong className="govuk-service-navigation__active-fallback">{item.label}</strong>
        ) : (
          item.label
        )}
      </a>
    </li>
  )
}

type PhaseBannerProps = { tag: string; children: ReactNode }

export function PhaseBanner({ tag, children }: PhaseBannerProps) {
  return (
    <div className="govuk-phase-banner govuk-width-container">
      <p className="govuk-phase-banner__content">
        <Tag className="govuk-phase-banner__content__tag">{tag}</Tag>
        <span className="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}

type FooterProps = { links: { label: string; href: string }[]; children?: ReactNode }

// Ours, not GOV.UK's: that one carries the royal crest and Crown copyright.
export function Footer({ links, children }: FooterProps) {
  return (
    <footer className="govuk-template__footer app-footer">
      <div className="govuk-width-container">
        {links.length > 0 && (
          <ul className="app-footer__links">
            {links.map(({ label, href }) => (
              <li key={href}>
                <a className="govuk-link govuk-link--text-colour" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </footer>
  )
}
