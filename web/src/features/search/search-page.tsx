// Search as one types: what is typed stands in the address, so that Back comes back to it.

import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

import { Page } from '@/govuk'
import { get } from '@/lib/api'

import { case_lines, person_lines, place_lines, type Found, type Line } from './results'
import { words } from './search-words'

const kPauseMs = 200
const kShortest = 2
const kMostOfEach = 10

type Result = { typed: string; found: Found | null } // null: it did not work

// The answer to the latest question only: an older one that comes late is given up.
function useResults(typed: string): Result | null {
  const [result, set_result] = useState<Result | null>(null)
  useEffect(() => {
    if (typed.length < kShortest) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      get('/search', { query: { q: typed.slice(0, 100) }, signal: abort.signal }).then(
        (answer) => {
          if (!abort.signal.aborted) set_result({ typed, found: answer.ok ? answer.data : null })
        },
        () => undefined, // only when it was given up
      )
    }, kPauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [typed])
  return result
}

export function SearchPage() {
  const [address, set_address] = useSearchParams()
  const typed = (address.get('q') ?? '').trim()
  const result = useResults(typed)
  const [text, set_text] = useState(address.get('q') ?? '')
  const [from_address, set_from_address] = useState(typed)
  // The search in the header, or Back, changes the address under this page.
  if (from_address !== typed) {
    set_from_address(typed)
    if (text.trim() !== typed) set_text(typed)
  }

  function type(next: string) {
    set_text(next)
    set_address(next.trim() ? { q: next } : {}, { replace: true })
  }
  return (
    <Page title={words.title}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="q">
            {words.label}
          </label>
          <div id="q-hint" className="govuk-hint">
            {words.hint}
          </div>
          <input
            className="govuk-input"
            id="q"
            name="q"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="q-hint"
            value={text}
            onChange={(event) => type(event.currentTarget.value)}
          />
        </div>
      </form>
      <p className="govuk-body" role="status">
        {say(typed, result)}
      </p>
      {typed.length >= kShortest && result?.found && <Results found={result.found} />}
    </Page>
  )
}

function say(typed: string, result: Result | null): string {
  if (typed.length === 0) return ''
  if (typed.length < kShortest) return words.too_short
  if (result?.typed !== typed) return words.searching
  if (!result.found) return words.failed
  const { people, places, cases } = result.found
  const count = people.length + places.length + cases.length
  return count === 0 ? words.nothing(typed) : words.found(count)
}

function Results({ found }: { found: Found }) {
  const full = [found.people, found.places, found.cases].some((list) => list.length >= kMostOfEach)
  return (
    <>
      <ResultList heading={words.people} lines={person_lines(found)} />
      <ResultList heading={words.places} lines={place_lines(found)} />
      <ResultList heading={words.cases} lines={case_lines(found)} />
      {full && <p className="govuk-body">{words.more}</p>}
    </>
  )
}

function ResultList({ heading, lines }: { heading: string; lines: Line[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{`${heading} (${lines.length})`}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {lines.map(({ key, href, label, detail }) => (
          <li key={key}>
            <a className="govuk-link" href={href}>
              {label}
            </a>
            <br />
            {detail}
          </li>
        ))}
      </ul>
    </section>
  )
}
