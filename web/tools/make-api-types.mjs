// Writes src/api-types.ts from the API description. With --check, only says whether it is current.

import { readFile, writeFile } from 'node:fs/promises'

import openapi_typescript, { astToString } from 'openapi-typescript'

const kDescription = new URL('../../api/openapi.yaml', import.meta.url)
const kTypes = new URL('../src/api-types.ts', import.meta.url)
const kNotice = '// Generated from api/openapi.yaml by `npm run api-types`. Never edited.\n\n'

const types = kNotice + astToString(await openapi_typescript(kDescription))
if (!process.argv.includes('--check')) {
  await writeFile(kTypes, types)
} else if ((await readFile(kTypes, 'utf8')) !== types) {
  console.error('src/api-types.ts is not what api/openapi.yaml says. Run: npm run api-types')
  process.exit(1)
}
