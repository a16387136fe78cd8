// A button for each identity provider that people may sign on by: most often there is none.

import { useEffect, useState } from 'react'

import { Button } from '@/govuk'
import { get_as_nobody, post_as_nobody } from '@/lib/api'
import type { Refusal } from '@/lib/refusal'

import { remember_where } from './returned'
import { words } from './sign-in-words'

type Provider = { code: string; name: string }
type Props = {
  onRefused: (refusal: Refusal) => void
  go?: (address: string) => void // for tests
}

export function SignOnButtons({ onRefused, go = (address) => location.assign(address) }: Props) {
  const [providers, set_providers] = useState<Provider[]>([])
  const [busy, set_busy] = useState(false)

  useEffect(() => {
    const aborting = new AbortController()
    const ask = async () => {
      const answer = await get_as_nobody('/sign-on', { signal: aborting.signal })
      // Without an answer there is still the password.
      if (answer.ok && !aborting.signal.aborted) set_providers(answer.data.providers)
    }
    void ask()
    return () => aborting.abort()
  }, [])

  async function begin(provider: string) {
    set_busy(true)
    const answer = await post_as_nobody('/sign-on', { body: { provider } })
    if (answer.ok) {
      remember_where()
      go(answer.data.go_to)
      return
    }
    set_busy(false)
    onRefused(answer.refusal)
  }

  if (providers.length === 0) return null
  return (
    <section aria-labelledby="sign-on">
      <h2 className="govuk-heading-m" id="sign-on">
        {words.sign_on_title}
      </h2>
      <p className="govuk-body">{words.sign_on_body}</p>
      {providers.map(({ code, name }) => (
        <Button
          key={code}
          type="button"
          variant="secondary"
          busy={busy}
          onClick={() => void begin(code)}
        >
          {words.sign_on_with(name)}
        </Button>
      ))}
    </section>
  )
}
