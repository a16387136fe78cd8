// Setting up the second step of signing in: the password, a picture for the app, a first code, and
// recovery codes to keep.

import qrcode from 'qrcode-generator'
import { useState } from 'react'

import { Button, ErrorSummary, Form, Input, InsetText, Page, PasswordInput } from '@/govuk'
import { put } from '@/lib/api'
import { useSession } from '@/lib/session-context'
import { useSaving } from '@/lib/use-saving'

import { second_factor_words as words } from './second-factor-words'

type Secret = { secret: string; uri: string }

export function SecondFactorPage() {
  const [secret, set_secret] = useState<Secret | null>(null)
  const [codes, set_codes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} />
  if (secret) return <Confirm secret={secret} onConfirmed={set_codes} />
  return <Begin onBegun={set_secret} />
}

function Begin({ onBegun }: { onBegun: (secret: Secret) => void }) {
  const { session } = useSession()
  const saving = useSaving(words)
  const is_on = session.second_factor === 'on'

  async function begin(answers: FormData) {
    const code = String(answers.get('code') ?? '')
    const current_password = String(answers.get('current_password') ?? '')
    const body = { current_password, ...(code && { code }) }
    const answer = await saving.send(() => put('/session/second-factor', { body }))
    if (answer.ok) onBegun(answer.data)
  }

  return (
    <Page title={words.title} hasErrors={saving.refusal !== null}>
      <ErrorSummary errors={saving.errors.summary} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      {session.second_factor === 'needed' && (
        <InsetText>
          <p className="govuk-body">{words.needed}</p>
        </InsetText>
      )}
      <p className="govuk-body">{is_on ? words.is_on : words.what}</p>
      <Form onSubmit={begin} busy={saving.busy}>
        <PasswordInput
          name="current_password"
          label={words.current}
          autoComplete="current-password"
          error={saving.errors.by_field.current_password}
        />
        {is_on && (
          <Input
            name="code"
            label={words.code_in_use}
            hint={words.code_in_use_hint}
            autoComplete="one-time-code"
            spellCheck={false}
            width={20}
            error={saving.errors.by_field.code}
          />
        )}
        <Button busy={saving.busy}>{words.begin}</Button>
      </Form>
    </Page>
  )
}

type ConfirmProps = { secret: Secret; onConfirmed: (codes: string[]) => void }

function Confirm({ secret, onConfirmed }: ConfirmProps) {
  const saving = useSaving(words)

  async function confirm(answers: FormData) {
    const body = { code: String(answers.get('code') ?? '') }
    const answer = await saving.send(() => put('/session/second-factor/confirmation', { body }))
    if (answer.ok) onConfirmed(answer.data.recovery_codes)
  }

  return (
    <Page title={words.scan_title} hasErrors={saving.refusal !== null}>
      <ErrorSummary errors={saving.errors.summary} />
      <h1 className="govuk-heading-l">{words.scan_title}</h1>
      <p className="govuk-body">{words.scan}</p>
      <Picture of={secret.uri} />
      <p className="govuk-body">
        {words.by_hand}: <strong className="app-typed">{secret.secret}</strong>
      </p>
      <Form onSubmit={confirm} busy={saving.busy}>
        <Input
          name="code"
          label={words.first_code}
          hint={words.first_code_hint}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          width={10}
          error={saving.errors.by_field.code}
        />
        <Button busy={saving.busy}>{words.confirm}</Button>
      </Form>
    </Page>
  )
}

// Drawn here, so that the secret goes nowhere.
function Picture({ of }: { of: string }) {
  const kSmallestThatFits = 0
  const kQuiet = 4 // white squares around it, as readers need
  const code = qrcode(kSmallestThatFits, 'M')
  code.addData(of)
  code.make()
  const size = code.getModuleCount()
  const rows = Array.from({ length: size }, (_, row) => row)
  const dark = rows.flatMap((row) =>
    rows.filter((column) => code.isDark(row, column)).map((column) => `M${column},${row}h1v1h-1z`),
  )
  const side = size + 2 * kQuiet
  return (
    <svg
      className="app-code-picture"
      role="img"
      aria-label={words.picture}
      viewBox={`${-kQuiet} ${-kQuiet} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-kQuiet} y={-kQuiet} width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  // From the start: the session says now that it is on, and what was closed opens.
  const go_on = () => window.location.assign('/')
  return (
    <Page title={words.done_title}>
      <h1 className="govuk-heading-l">{words.done_title}</h1>
      <p className="govuk-body">{words.done}</p>
      <h2 className="govuk-heading-m">{words.codes}</h2>
      <ul className="govuk-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button type="button" variant="secondary" onClick={() => window.print()}>
        {words.print}
      </Button>{' '}
      <Button type="button" onClick={go_on}>
        {words.go_on}
      </Button>
    </Page>
  )
}
