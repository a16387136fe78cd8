// What is already on record and may be the one being entered, and the question whether it is.

import type { ReactNode } from 'react'

import { Radios } from '@/govuk'

import { words } from './new-referral-words'

type Props = {
  name: string
  id: string
  legend: string
  found: string // how many there are, in words; it is read out
  none: string
  no_label: string
  matches: { id: string; label: string; comparison: ReactNode }[] | null // null: not asked yet
  failed: boolean
  value: string // 'known:<id>', 'new', 'not_sure' or ''
  error?: string
}

export function MatchChoice(props: Props) {
  const { matches, failed } = props
  const any = matches !== null && matches.length > 0
  const status = failed ? words.matches.failed : matches ? (any ? props.found : props.none) : ''
  return (
    <div className="app-matches">
      <p className="govuk-body" role="status">
        {status}
      </p>
      {any && (
        <>
          {matches.map(({ id, comparison }) => (
            <div key={id}>{comparison}</div>
          ))}
          <Radios
            // Choices that are offered anew are drawn anew; what was chosen stays chosen.
            key={matches.map(({ id }) => id).join(' ')}
            name={props.name}
            id={props.id}
            legend={props.legend}
            legend_size="s"
            value={props.value}
            error={props.error}
            options={[
              ...matches.map(({ id, label }) => ({
                value: `known:${id}`,
                label: words.matches.is_them(label),
              })),
              { value: 'new', label: props.no_label },
              {
                value: 'not_sure',
                label: words.matches.not_sure,
                hint: words.matches.not_sure_hint,
              },
            ]}
          />
        </>
      )}
    </div>
  )
}
