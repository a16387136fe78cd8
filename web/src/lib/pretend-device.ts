// For tests: a browser that knows passkeys, and a device that answers or refuses.

function buffer(...bytes: number[]): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

const kUsed = {
  rawId: buffer(1, 2, 3),
  response: {
    clientDataJSON: buffer(4, 5),
    authenticatorData: buffer(6),
    signature: buffer(251, 255),
  },
}
const kMade = {
  rawId: buffer(1, 2, 3),
  response: { clientDataJSON: buffer(7), getAuthenticatorData: () => buffer(8, 9) },
}

type Asked = { publicKey: { challenge: Uint8Array; userVerification?: string } }

// Gives what the device was asked.
export function pretend_device(refusal?: Error): Asked[] {
  const asked: Asked[] = []
  const answer = (credential: unknown) => (options: Asked) => {
    asked.push(options)
    return refusal ? Promise.reject(refusal) : Promise.resolve(credential)
  }
  Object.defineProperty(window, 'PublicKeyCredential', {
    value: function PublicKeyCredential() {},
    configurable: true,
  })
  Object.defineProperty(navigator, 'credentials', {
    value: { get: answer(kUsed), create: answer(kMade) },
    configurable: true,
  })
  return asked
}

export function forget_device() {
  Reflect.deleteProperty(window, 'PublicKeyCredential')
  Reflect.deleteProperty(navigator, 'credentials')
}
