// Any number of answers out of a few. Read them with `answers.getAll(name)`.

import { useState } from 'react'

import { Choices, type ChoicesProps, type Option } from './choices'
import { useFirstValues } from './form-context'

export type CheckboxesProps = ChoicesProps & {
  values?: string[]
  onChange?: (values: string[]) => void
}

function is_exclusive(options: CheckboxesProps['options'], value: string): boolean {
  return options.some((one) => 'value' in one && one.value === value && one.exclusive)
}

export function Checkboxes({ values = [], onChange, ...props }: CheckboxesProps) {
  const [chosen, set_chosen] = useState(useFirstValues(props.name, values))

  function choose(option: Option, checked: boolean) {
    let next = chosen.filter((value) => value !== option.value)
    if (checked && option.exclusive) next = [option.value]
    else if (checked) {
      next = [...next.filter((value) => !is_exclusive(props.options, value)), option.value]
    }
    set_chosen(next)
    onChange?.(next)
  }

  return <Choices {...props} kind="checkboxes" chosen={chosen} onChoose={choose} />
}
