// Setting up an authenticator app: the password, a picture for the app, a first code, and recovery
// codes to keep.

import qrcode from 'qrcode-generator'
import { useState } from 'react'

import { Button, ErrorSummary, Form, Input, Page } from '@/govuk'
import { put } from '@/lib/api'
import { useSaving } from '@/lib/use-saving'

import { ProofForm } from './proof-form'
import { RecoveryCodes } from './recovery-codes'
import { second_factor_words as words } from './second-factor-words'
import { WithWays, type Ways } from './ways'

type Secret = { secret: string; uri: string }

export function SecondFactorPage() {
  const [secret, set_secret] = useState<Secret | null>(null)
  const [codes, set_codes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} />
  if (secret) return <Confirm secret={secret} onConfirmed={set_codes} />
  return <WithWays>{(ways) => <Begin ways={ways} onBegun={set_secret} />}</WithWays>
}

function Begin({ ways, onBegun }: { ways: Ways; onBegun: (secret: Secret) => void }) {
  return (
    <ProofForm<Secret>
      title={words.app_title}
      before={<p className="govuk-body">{ways.has_app ? words.is_on : words.what}</p>}
      ways={ways}
      submit={words.begin}
      send={(body) => put('/session/second-factor', { body })}
      onDone={(secret) => {
        onBegun(secret)
        return undefined
      }}
    />
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
