// Passkeys in the browser (Web Authentication, W3C): the server's questions as the browser takes
// them, and the browser's answers as the server does. Bytes travel as base64url without padding.

import type { components } from '@/api-types'

export type PasskeyQuestion = components['schemas']['PasskeyQuestion']
export type Assertion = components['schemas']['Assertion']
export type PasskeyOffer = PasskeyQuestion & {
  user_handle: string
  user_name: string
  user_display_name: string
}
export type NewPasskey = { client_data: string; authenticator_data: string }

// Why the browser gave none. `cancelled`: the person stopped it, took too long, or has none of them
// here; browsers do not say which. `known`: this device has one already. `elsewhere`: made for
// another address than the page's.
export type Trouble = 'cancelled' | 'known' | 'elsewhere' | 'failed'
export type Given<Value> = { ok: true; value: Value } | { ok: false; trouble: Trouble }

const kTimeout_ms = 2 * 60 * 1000

export function can_use_passkeys(): boolean {
  return typeof window.PublicKeyCredential === 'function' && 'credentials' in navigator
}

function bytes_of(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

function text_of(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function named(ids: string[]): PublicKeyCredentialDescriptor[] {
  return ids.map((id) => ({ type: 'public-key', id: bytes_of(id) }))
}

function trouble_of(thrown: unknown): Trouble {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  if (name === 'InvalidStateError') return 'known'
  if (name === 'SecurityError') return 'elsewhere'
  return 'failed'
}

async function given<Value>(
  ask: () => Promise<Credential | null>,
  read: (credential: PublicKeyCredential) => Value,
): Promise<Given<Value>> {
  if (!can_use_passkeys()) return { ok: false, trouble: 'failed' }
  try {
    const credential = await ask()
    if (credential === null) return { ok: false, trouble: 'cancelled' }
    return { ok: true, value: read(credential as PublicKeyCredential) }
  } catch (thrown) {
    return { ok: false, trouble: trouble_of(thrown) }
  }
}

export function make_passkey(offer: PasskeyOffer): Promise<Given<NewPasskey>> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: bytes_of(offer.challenge),
    rp: { id: offer.relying_party_id, name: 'Waymark' },
    user: {
      id: bytes_of(offer.user_handle),
      name: offer.user_name,
      displayName: offer.user_display_name,
    },
    // ES256, EdDSA, RS256: those that the server reads.
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: named(offer.credential_ids),
    authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
    attestation: 'none',
    timeout: kTimeout_ms,
  }
  return given(
    () => navigator.credentials.create({ publicKey }),
    ({ response }) => {
      const made = response as AuthenticatorAttestationResponse
      return {
        client_data: text_of(made.clientDataJSON),
        authenticator_data: text_of(made.getAuthenticatorData()),
      }
    },
  )
}

export function use_passkey(question: PasskeyQuestion): Promise<Given<Assertion>> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: bytes_of(question.challenge),
    rpId: question.relying_party_id,
    allowCredentials: named(question.credential_ids),
    userVerification: 'required',
    timeout: kTimeout_ms,
  }
  return given(
    () => navigator.credentials.get({ publicKey }),
    (credential) => {
      const used = credential.response as AuthenticatorAssertionResponse
      return {
        credential_id: text_of(credential.rawId),
        client_data: text_of(used.clientDataJSON),
        authenticator_data: text_of(used.authenticatorData),
        signature: text_of(used.signature),
      }
    },
  )
}
