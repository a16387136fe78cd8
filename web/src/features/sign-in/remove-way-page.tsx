// Removing a passkey, or taking the authenticator app out of use.

import { useNavigate, useParams } from 'react-router'

import { WarningText } from '@/govuk'
import { put } from '@/lib/api'

import { ProofForm } from './proof-form'
import { second_factor_words as words } from './second-factor-words'
import { WithWays, type Ways } from './ways'

function useGoBack(done: string) {
  const navigate = useNavigate()
  return () => {
    void navigate(`/two-step-sign-in?done=${done}`)
    return undefined
  }
}

function is_last({ has_app, passkeys }: Ways): boolean {
  return passkeys.length + (has_app ? 1 : 0) === 1
}

export function RemovePasskeyPage() {
  const { id = '' } = useParams()
  const go_back = useGoBack('removed')
  return (
    <WithWays>
      {(ways) => (
        <ProofForm<unknown>
          title={words.remove_title(ways.passkeys.find((one) => one.id === id)?.name ?? '')}
          before={<Before ways={ways} what={words.remove_what} />}
          ways={ways}
          submit={words.remove_submit}
          variant="warning"
          send={(body) => put('/session/passkeys/{id}/removal', { path: { id }, body })}
          onDone={go_back}
        />
      )}
    </WithWays>
  )
}

export function RemoveAppPage() {
  const go_back = useGoBack('app_removed')
  return (
    <WithWays>
      {(ways) => (
        <ProofForm<unknown>
          title={words.remove_app}
          before={<Before ways={ways} what={words.remove_app_what} />}
          ways={ways}
          submit={words.remove_submit}
          variant="warning"
          send={(body) => put('/session/second-factor/removal', { body })}
          onDone={go_back}
        />
      )}
    </WithWays>
  )
}

function Before({ ways, what }: { ways: Ways; what: string }) {
  return (
    <>
      <p className="govuk-body">{what}</p>
      {is_last(ways) && <WarningText>{words.remove_last}</WarningText>}
    </>
  )
}
