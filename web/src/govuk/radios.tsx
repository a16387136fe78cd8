// One answer out of a few.

import { useState } from 'react'

import { Choices, type ChoicesProps } from './choices'
import { useFirstValue } from './form-context'

export type RadiosProps = ChoicesProps & { value?: string; onChange?: (value: string) => void }

export function Radios({ value, onChange, ...props }: RadiosProps) {
  const first = useFirstValue(props.name, value)
  const [chosen, set_chosen] = useState(first)
  return (
    <Choices
      {...props}
      kind="radios"
      chosen={chosen === undefined ? [] : [chosen]}
      onChoose={(option) => {
        set_chosen(option.value)
        onChange?.(option.value)
      }}
    />
  )
}
