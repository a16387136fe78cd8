// Narrows a list. The filters live in the page's address, so they survive Back and can be shared.

import type { ReactNode } from 'react'

import { Button } from './button'
import { Form } from './form'

type Selected = { heading: string; items: { label: string; remove_href: string }[] }

type Props = {
  onApply: (answers: FormData) => void
  selected?: Selected[]
  clear_href?: string
  children: ReactNode
}

export function FilterPanel({ onApply, selected = [], clear_href, children }: Props) {
  const any_selected = selected.some((one) => one.items.length > 0)
  return (
    <div className="moj-filter">
      <div className="moj-filter__header">
        <div className="moj-filter__header-title">
          <h2 className="govuk-heading-m">Filter</h2>
        </div>
      </div>
      <div className="moj-filter__content">
        {any_selected && <SelectedFilters selected={selected} clear_href={clear_href} />}
        <div className="moj-filter__options">
          <Form onSubmit={onApply}>
            <Button>Apply filters</Button>
            {children}
          </Form>
        </div>
      </div>
    </div>
  )
}

type SelectedProps = { selected: Selected[]; clear_href: string | undefined }

function SelectedFilters({ selected, clear_href }: SelectedProps) {
  return (
    <div className="moj-filter__selected">
      <div className="moj-filter__selected-heading">
        <div className="moj-filter__heading-title">
          <h2 className="govuk-heading-m">Selected filters</h2>
        </div>
        {clear_href && (
          <div className="moj-filter__heading-action">
            <p>
              <a className="govuk-link govuk-link--no-visited-state" href={clear_href}>
                Clear filters
              </a>
            </p>
          </div>
        )}
      </div>
      {selected.map(({ heading, items }) =>
        items.length === 0 ? null : (
          <div key={heading}>
            <h3 className="govuk-heading-s govuk-!-margin-bottom-0">{heading}</h3>
            <ul className="moj-filter-tags">
              {items.map(({ label, remove_href }) => (
                <li key={remove_href}>
                  <a className="moj-filter__tag" href={remove_href}>
                    <span className="govuk-visually-hidden">Remove this filter</span> {label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </div>
  )
}
