// Narrows a list. The filters live in the page's address, so they survive Back and can be shared.

import { useId, useState, type ReactNode } from 'react'

import { Button } from './button'
import { classes } from './classes'
import { Form } from './form'

type Selected = { heading: string; items: { label: string; remove_href: string }[] }

type Props = {
  onApply: (answers: FormData) => void
  selected?: Selected[]
  clear_href?: string
  in_a_row?: boolean // above a wide list, with few filters
  children: ReactNode
}

export function FilterPanel({ onApply, selected = [], clear_href, in_a_row, children }: Props) {
  const [is_shown, set_is_shown] = useState(false) // matters on a phone only
  const options_id = useId()
  const any_selected = selected.some((one) => one.items.length > 0)
  return (
    <div className="moj-filter">
      <div className="moj-filter__header">
        <div className="moj-filter__header-title">
          <h2 className="govuk-heading-m">Filter</h2>
        </div>
        <button
          type="button"
          className="govuk-button govuk-button--secondary moj-filter__toggle"
          aria-expanded={is_shown}
          aria-controls={options_id}
          onClick={() => set_is_shown(!is_shown)}
        >
          {is_shown ? 'Hide filters' : 'Show filters'}
        </button>
      </div>
      <div className="moj-filter__content">
        {any_selected && <SelectedFilters selected={selected} clear_href={clear_href} />}
        <div
          id={options_id}
          className={classes('moj-filter__options', !is_shown && 'moj-filter__options--closed')}
        >
          <Form onSubmit={onApply} className={in_a_row ? 'app-choose' : undefined}>
            {!in_a_row && <Button>Apply filters</Button>}
            {children}
            {in_a_row && <Button>Apply filters</Button>}
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
