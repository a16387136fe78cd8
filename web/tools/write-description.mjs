// Puts the API description into dist/ as JSON, for the server to serve as /api/v1/openapi.json.

import { readFile, writeFile } from 'node:fs/promises'

import { parse } from 'yaml'

const source = new URL('../../api/openapi.yaml', import.meta.url)
const target = new URL('../dist/openapi.json', import.meta.url)
await writeFile(target, JSON.stringify(parse(await readFile(source, 'utf8'), { merge: true })))
