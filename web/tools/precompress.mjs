// Puts a .br and a .gz beside every text file in dist/, so that the server never compresses.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const kDist = fileURLToPath(new URL('../dist/', import.meta.url))
const kText = /\.(html|js|css|svg|json|txt|webmanifest)$/
const kBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

let files = 0
for (const entry of await readdir(kDist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !kText.test(entry.name)) continue
  const path = join(entry.parentPath, entry.name)
  const plain = await readFile(path)
  await writeFile(`${path}.br`, await promisify(brotliCompress)(plain, kBrotli))
  await writeFile(`${path}.gz`, await promisify(gzip)(plain, { level: 9 }))
  files += 1
}
console.log(`${files} files compressed`)
