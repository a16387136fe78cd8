// The second thing that signing in may ask for, once the password was right.

import { useEffect } from 'react'

import { Button, InsetText, Input } from '@/govuk'

import { words } from './sign-in-words'
import type { SecondStep as Step } from './use-sign-in'

const said: Record<Step, string> = {
  none: '',
  code: words.code_needed,
  passkey: words.passkey_needed,
  passkey_not_here: words.passkey_not_here,
}

type Props = {
  step: Step
  name: string // of the field for a code
  error?: string
  busy: boolean
  onPasskey: () => void
}

type CodeProps = { name: string; needed: string; error?: string }

export function CodeField({ name, needed, error }: CodeProps) {
  // It has just come, and is what the person must fill in next.
  useEffect(() => document.getElementById(name)?.focus(), [name])
  return (
    <>
      <InsetText>
        <p className="govuk-body">{needed}</p>
      </InsetText>
      <CodeInput name={name} error={error} />
    </>
  )
}

function CodeInput({ name, error }: { name: string; error?: string }) {
  return (
    <Input
      name={name}
      label={words.code}
      hint={words.code_hint}
      autoComplete="one-time-code"
      spellCheck={false}
      width={20}
      error={error}
    />
  )
}

export function SecondStep({ step, name, error, busy, onPasskey }: Props) {
  const button = `${name}-passkey`
  const next = step === 'passkey' ? button : name
  // It has just come, and is what the person must do next.
  useEffect(() => document.getElementById(next)?.focus(), [next, step])
  if (step === 'none') return null
  return (
    <>
      <InsetText>
        <p className="govuk-body">{said[step]}</p>
      </InsetText>
      {step === 'passkey' && (
        <Button type="button" id={button} busy={busy} onClick={onPasskey}>
          {words.use_passkey}
        </Button>
      )}
      <CodeInput name={name} error={error} />
    </>
  )
}
