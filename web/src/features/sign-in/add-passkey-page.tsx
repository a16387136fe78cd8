// Adding a passkey: a name for it and the password, what the device asks, and recovery codes when it
// is the first second step.

import { useState } from 'react'
import { useNavigate } from 'react-router'

import { Input } from '@/govuk'
import { post, put, type DataOf } from '@/lib/api'
import { make_passkey } from '@/lib/passkeys'
import { say_refusal } from '@/lib/explain'

import { ProofForm } from './proof-form'
import { RecoveryCodes } from './recovery-codes'
import { second_factor_words as words } from './second-factor-words'
import { WithWays, type Ways } from './ways'

export function AddPasskeyPage() {
  const [codes, set_codes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} />
  return <WithWays>{(ways) => <Add ways={ways} onFirst={set_codes} />}</WithWays>
}

type Offer = DataOf<'/session/passkeys/beginning', 'put'>
type AddProps = { ways: Ways; onFirst: (codes: string[]) => void }

function Add({ ways, onFirst }: AddProps) {
  const navigate = useNavigate()

  async function add(offer: Offer, answers: FormData): Promise<string | undefined> {
    const made = await make_passkey(offer)
    if (!made.ok) return made.trouble
    const body = { name: String(answers.get('name') ?? ''), passkey: made.value }
    const added = await post('/session/passkeys', { body })
    if (!added.ok) return say_refusal(added.refusal, words)
    if (added.data.recovery_codes.length > 0) onFirst(added.data.recovery_codes)
    else void navigate('/two-step-sign-in?done=added')
    return undefined
  }

  return (
    <ProofForm<Offer>
      title={words.add_passkey}
      before={<p className="govuk-body">{words.add_what}</p>}
      fields={(error_of) => (
        <Input
          name="name"
          label={words.passkey_name}
          hint={words.passkey_name_hint}
          autoComplete="off"
          width={20}
          error={error_of.name}
        />
      )}
      ways={ways}
      submit={words.go_on_adding}
      send={(proof, answers) =>
        put('/session/passkeys/beginning', {
          body: { name: String(answers.get('name') ?? ''), ...proof },
        })
      }
      onDone={add}
    />
  )
}
