// The second thing that signing in may ask for, once the password was right.

import { useEffect } from 'react'

import { InsetText, Input } from '@/govuk'
import { explain, type Explained } from '@/lib/explain'
import type { Refusal } from '@/lib/refusal'

import { words } from './sign-in-words'

export function asks_for_code(refusal: Refusal | null): boolean {
  return refusal?.code === 'second_factor_needed' || refusal?.code === 'second_factor_wrong'
}

// Being asked for a code is no mistake of the person's.
export function mistakes_in(refusal: Refusal | null): Explained {
  return explain(refusal?.code === 'second_factor_needed' ? null : refusal, words)
}

type Props = { name: string; error?: string; needed?: string }

export function CodeField({ name, error, needed = words.code_needed }: Props) {
  // It has just come, and is what the person must fill in next.
  useEffect(() => document.getElementById(name)?.focus(), [name])
  return (
    <>
      <InsetText>
        <p className="govuk-body">{needed}</p>
      </InsetText>
      <Input
        name={name}
        label={words.code}
        hint={words.code_hint}
        autoComplete="one-time-code"
        spellCheck={false}
        width={20}
        error={error}
      />
    </>
  )
}
