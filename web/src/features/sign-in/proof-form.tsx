// A change to one's own sign-in: the present password is asked for and, where a second step is in
// use, a code or a passkey, so that nobody at an unlocked desk takes the account over.

import { useState, type ReactNode } from 'react'

import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Input,
  Page,
  PasswordInput,
  type Outcome,
} from '@/govuk'
import { post, type Answer } from '@/lib/api'
import { can_use_passkeys, use_passkey, type Assertion } from '@/lib/passkeys'
import { useSaving } from '@/lib/use-saving'

import { second_factor_words as words } from './second-factor-words'
import type { Ways } from './ways'

export type Proof = { current_password: string; code?: string; assertion?: Assertion }

type Done = string | undefined

type Props<Data> = {
  title: string
  before: ReactNode
  fields?: (error_of: Record<string, string>) => ReactNode // besides those of the proof
  ways: Ways
  submit: string
  variant?: 'warning'
  send: (proof: Proof, answers: FormData) => Promise<Answer<Data>>
  // Gives what went wrong after the server said yes, if anything, for the error summary.
  onDone: (data: Data, answers: FormData) => Done | Promise<Done>
}

export function ProofForm<Data>(props: Props<Data>) {
  const { title, before, fields, ways, submit, variant } = props
  const saving = useSaving(words)
  const [trouble, set_trouble] = useState<string | null>(null)
  const [waiting, set_waiting] = useState(false) // for the device
  const has_passkeys = ways.passkeys.length > 0 && can_use_passkeys()
  const errors = trouble ? [{ text: words.trouble(trouble) }] : saving.errors.summary
  const busy = saving.busy || waiting

  // Null when there is none, and it is said why.
  async function assertion(): Promise<Assertion | null> {
    const asked = await saving.send(() => post('/session/passkeys/question'))
    if (!asked.ok) return null
    const given = await use_passkey(asked.data)
    if (!given.ok) set_trouble(given.trouble)
    return given.ok ? given.value : null
  }

  async function proof_from(answers: FormData): Promise<Proof | null> {
    const current_password = String(answers.get('current_password') ?? '')
    const code = String(answers.get('code') ?? '')
    if (answers.get('by') !== 'passkey') return { current_password, ...(code && { code }) }
    const given = await assertion()
    return given && { current_password, assertion: given }
  }

  async function change(answers: FormData): Promise<Outcome> {
    set_trouble(null)
    set_waiting(true)
    const done = await prove_and_send(answers)
    set_waiting(false)
    if (done) return 'saved'
  }

  async function prove_and_send(answers: FormData): Promise<boolean> {
    const proof = await proof_from(answers)
    if (!proof) return false
    const answer = await saving.send(() => props.send(proof, answers))
    if (!answer.ok) return false
    const wrong = await props.onDone(answer.data, answers)
    set_trouble(wrong ?? null)
    return wrong === undefined
  }

  return (
    <Page
      title={title}
      hasErrors={errors.length > 0}
      before={<BackLink href="/two-step-sign-in" />}
    >
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{title}</h1>
      {before}
      <Form onSubmit={change} busy={busy}>
        {fields?.(saving.errors.by_field)}
        <PasswordInput
          name="current_password"
          label={words.current}
          autoComplete="current-password"
          error={saving.errors.by_field.current_password}
        />
        <CodeInUse
          ways={ways}
          error={saving.errors.by_field.code ?? saving.errors.by_field.assertion}
        />
        <ButtonGroup>
          <Button busy={busy} variant={variant}>
            {submit}
          </Button>
          {has_passkeys && (
            <Button busy={busy} variant="secondary" name="by" value="passkey">
              {words.with_passkey(submit)}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function CodeInUse({ ways, error }: { ways: Ways; error?: string }) {
  const { has_app, passkeys } = ways
  if (!has_app && passkeys.length === 0) return null
  const or_passkey = passkeys.length > 0 ? ` ${words.or_passkey}` : ''
  return (
    <Input
      name="code"
      label={has_app ? words.code_in_use : words.recovery_code}
      hint={`${has_app ? words.code_in_use_hint : words.recovery_code_hint}${or_passkey}`}
      autoComplete="one-time-code"
      spellCheck={false}
      width={20}
      error={error}
    />
  )
}
