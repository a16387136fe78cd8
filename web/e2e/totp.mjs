// What an authenticator app shows (RFC 6238).

import { createHmac } from 'node:crypto'

const kLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

// So many half minutes from now.
export function code_of(secret, steps = 0) {
  const bits = [...secret.replaceAll(' ', '')]
    .map((letter) => kLetters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest.at(-1) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
