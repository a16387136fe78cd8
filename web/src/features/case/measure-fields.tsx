// The same measures at opening, at each review and at closing, whatever the hub. One that nobody
// took is recorded as not taken, with why.

import { Input, Radios, Select, type Divider, type Option } from '@/govuk'
import { select_options, type Programme } from '@/lib/programmes'

import { field_words, words } from './case-words'
import type { MeasureBody } from './types'

const kNotTaken = 'not_taken'
const kTaken = 'taken'

type Measure = Programme['measures'][number]

// Risk band and score come from the risk assessment: nobody is asked for them twice.
export function asked_measures(programme: Programme): Measure[] {
  return programme.measures.filter(({ kind }) => kind !== 'band' && kind !== 'score')
}

// The system alone says that there was no assessment to take a band from.
function asked_reasons({ not_taken_reasons }: Programme) {
  return not_taken_reasons.filter(({ code }) => code !== 'no_assessment')
}

export function words_for_measures(programme: Programme) {
  const label = (code: string) =>
    programme.measures.find((one) => one.code === code)?.label ??
    programme.fields.find((one) => one.code === code)?.label ??
    code
  return { ...words, field: field_words(label) }
}

export function read_measures(answers: FormData, programme: Programme): MeasureBody[] {
  return asked_measures(programme).map(({ code }) => {
    const chosen = String(answers.get(`measures.${code}`) ?? '')
    if (chosen === kNotTaken) {
      return {
        measure: code,
        value: null,
        not_taken: String(answers.get(`not_taken.${code}`) ?? ''),
      }
    }
    const value = chosen === kTaken ? String(answers.get(`number.${code}`) ?? '') : chosen
    return { measure: code, value: value || null, not_taken: null }
  })
}

function values_of(measure: Measure, error: string | undefined): Option[] {
  if (measure.kind === 'number') {
    const number = (
      <Input
        name={`number.${measure.code}`}
        label={`A number from ${measure.lowest} to ${measure.highest}`}
        inputMode="numeric"
        width={4}
        error={error}
      />
    )
    return [{ value: kTaken, label: 'Record a number', conditional: number }]
  }
  if (measure.options.length > 0) {
    return measure.options.map(({ code, label }) => ({
      value: code,
      label: measure.kind === 'scale' ? `${code}: ${label}` : label,
    }))
  }
  const count = measure.highest - measure.lowest + 1
  return Array.from({ length: count }, (_, index) => {
    const value = String(measure.lowest + index)
    return { value, label: value }
  })
}

type Props = { programme: Programme; by_field: Record<string, string> }

export function MeasureFields({ programme, by_field }: Props) {
  return asked_measures(programme).map((measure) => {
    const { code, question } = measure
    const error = by_field[`measures.${code}`]
    const why = (
      <Select
        name={`not_taken.${code}`}
        label="Why not?"
        options={select_options(asked_reasons(programme), 'Choose a reason')}
      />
    )
    const options: (Option | Divider)[] = [
      ...values_of(measure, error),
      { divider: 'or' },
      { value: kNotTaken, label: 'Not taken', conditional: why },
    ]
    return (
      <Radios
        key={code}
        name={`measures.${code}`}
        legend={question}
        legend_size="s"
        options={options}
        error={error}
      />
    )
  })
}
