// The search in the header: suggestions as one types, and Enter for the whole page of results.

import { useState } from 'react'
import { useNavigate } from 'react-router'

import { Combobox, Form, type Suggestion } from '@/govuk'
import { get } from '@/lib/api'

import { case_lines, person_lines, place_lines, type Line } from './results'
import { words } from './search-words'

const kName = 'search_box'
const kOfEach = 4

function suggestions(kind: string, lines: Line[]): Suggestion[] {
  return lines.slice(0, kOfEach).map(({ href, label, detail }) => ({
    value: href,
    label,
    detail: [kind, detail].filter(Boolean).join(': '),
  }))
}

async function suggest(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const answer = await get('/search', { query: { q }, signal })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return [
    ...suggestions(words.person, person_lines(answer.data)),
    ...suggestions(words.place, place_lines(answer.data)),
    ...suggestions(words.case, case_lines(answer.data)),
  ]
}

export function SearchBox() {
  const navigate = useNavigate()
  const [round, set_round] = useState(0) // a box that has been used is empty again

  function open(href: string) {
    set_round((n) => n + 1)
    void navigate(href)
  }
  return (
    <search className="app-search-box">
      <Form
        key={round}
        // Words in a search box are nothing to keep or to warn about.
        draft={{ load: () => null, save: () => undefined, clear: () => undefined }}
        onSubmit={(answers) => {
          const typed = String(answers.get(`${kName}_text`) ?? '').trim()
          if (typed) open(`/search?${new URLSearchParams({ q: typed }).toString()}`)
        }}
      >
        <div className="app-search-box__row">
          <Combobox
            name={kName}
            label={words.label}
            label_class="app-search-box__label"
            search={suggest}
            onChoose={(chosen) => {
              if (chosen) open(chosen.value)
            }}
          />
          <button type="submit" className="govuk-button app-search-box__button">
            {words.button}
          </button>
        </div>
      </Form>
    </search>
  )
}
