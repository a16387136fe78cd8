// Search as you type for one of very many: a person, a place, a colleague.
//
// Follows the ARIA combobox pattern with a list box. The form gets the chosen id under `name` and
// the words in the box under `name_text`; an empty id with words means nothing was chosen.

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { classes, described_by } from './classes'
import { ErrorMessage, FormGroup, Hint, Label, type FieldProps, type LabelProps } from './field'
import { useChanged, useFirstValue } from './form-context'

export type Suggestion = { value: string; label: string; detail?: string }

export type ComboboxProps = FieldProps &
  LabelProps & {
    // Must give up when the signal says so: a newer question has been asked.
    search: (typed: string, signal: AbortSignal) => Promise<Suggestion[]>
    value?: string
    value_label?: string
    min_length?: number // characters before it searches
    onChoose?: (chosen: Suggestion | null) => void
  }

const kPauseMs = 150

type Found = { for: string; suggestions: Suggestion[]; failed: boolean }

function useSuggestions(typed: string, wanted: boolean, search: ComboboxProps['search']) {
  const [found, set_found] = useState<Found | null>(null)
  const latest_search = useRef(search)
  useEffect(() => {
    latest_search.current = search
  })

  useEffect(() => {
    if (!wanted) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      latest_search.current(typed, abort.signal).then(
        (suggestions) => {
          if (!abort.signal.aborted) set_found({ for: typed, suggestions, failed: false })
        },
        () => {
          if (!abort.signal.aborted) set_found({ for: typed, suggestions: [], failed: true })
        },
      )
    }, kPauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [typed, wanted])

  return wanted && found?.for === typed ? found : null
}

function say(found: Found | null): string {
  if (!found) return ''
  if (found.failed) return 'The search did not work. Try again.'
  const count = found.suggestions.length
  if (count === 0) return 'No results found'
  return `${count} ${count === 1 ? 'result' : 'results'} available. Use the up and down arrows.`
}

export function Combobox(props: ComboboxProps) {
  const { name, id = name, hint, error, min_length = 2, onChoose } = props
  const list_id = useId()
  const changed = useChanged()
  const first_value = useFirstValue(name, props.value) ?? ''
  const first_text = useFirstValue(`${name}_text`, props.value_label) ?? ''
  const [chosen, set_chosen] = useState(first_value)
  const [typed, set_typed] = useState(first_text)
  const [open, set_open] = useState(false)
  const [active, set_active] = useState(-1)

  const wanted = open && typed.trim().length >= min_length
  const found = useSuggestions(typed.trim(), wanted, props.search)
  const suggestions = found?.suggestions ?? []
  const option_id = (index: number) => `${list_id}-${index}`

  // The hidden answer changes without a browser event, so the form is told once it has.
  useEffect(() => changed(), [chosen, typed, changed])

  function choose(one: Suggestion) {
    set_chosen(one.value)
    set_typed(one.label)
    close()
    onChoose?.(one)
  }

  function close() {
    set_open(false)
    set_active(-1)
  }

  function type(text: string) {
    set_typed(text)
    set_open(true)
    set_active(-1)
    if (chosen) {
      set_chosen('')
      onChoose?.(null)
    }
  }

  function key(event: KeyboardEvent) {
    const count = suggestions.length
    const shown = found !== null && count > 0
    const selected = suggestions[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      set_open(true)
      if (!shown) return
      const step = event.key === 'ArrowDown' ? 1 : -1
      set_active(active < 0 && step < 0 ? count - 1 : (active + step + count) % count)
    } else if (event.key === 'Enter' && open && selected) {
      event.preventDefault()
      choose(selected)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    }
  }

  return (
    <FormGroup error={error} className={props.form_group_class}>
      <Label {...props} html_for={id} />
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <div className="app-combobox">
        <input
          className={classes('govuk-input', error && 'govuk-input--error')}
          id={id}
          name={`${name}_text`}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={suggestions.length > 0}
          aria-controls={list_id}
          aria-activedescendant={active >= 0 ? option_id(active) : undefined}
          aria-describedby={described_by(hint && `${id}-hint`, error && `${id}-error`)}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={key}
          onBlur={close}
        />
        <input type="hidden" name={name} value={chosen} />
        <ul
          id={list_id}
          className="app-combobox__list"
          role="listbox"
          aria-label="Results"
          hidden={suggestions.length === 0}
        >
          {suggestions.map((one, index) => (
            <Result
              key={one.value}
              id={option_id(index)}
              active={index === active}
              onChoose={() => choose(one)}
            >
              {one.label}
              {one.detail && <span className="app-combobox__detail">{one.detail}</span>}
            </Result>
          ))}
        </ul>
        {found && suggestions.length === 0 && (
          <p className="govuk-body-s app-combobox__none" aria-hidden="true">
            {say(found)}
          </p>
        )}
        <div className="govuk-visually-hidden" role="status">
          {say(found)}
        </div>
      </div>
    </FormGroup>
  )
}

type ResultProps = { id: string; active: boolean; onChoose: () => void; children: ReactNode }

function Result({ id, active, onChoose, children }: ResultProps) {
  // The keyboard stays in the box (aria-activedescendant), so the mouse must not take it away.
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      role="option"
      aria-selected={active}
      className={classes('app-combobox__option', active && 'app-combobox__option--active')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </li>
  )
}
