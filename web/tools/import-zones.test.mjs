// @vitest-environment node

// The fences must hold: each forbidden import is planted once, and the lint must name it.

import { ESLint } from 'eslint'
import imports from 'eslint-plugin-import-x'
import { describe, expect, it } from 'vitest'

import { import_zones } from './import-zones.mjs'

const kPlanted = [
  ['src/features/sign-in/planted.ts', '@/app/routes'],
  ['src/features/another/planted.ts', '@/features/sign-in/sign-in-page'],
  ['src/govuk/planted.ts', '@/lib/dates'],
  ['src/govuk/planted.ts', '@/features/sign-in/sign-in-page'],
  ['src/lib/planted.ts', '@/features/sign-in/sign-in-page'],
  ['src/lib/planted.ts', '@/app/routes'],
]

async function complaints_about(file, text, overrideConfig) {
  const lint = new ESLint({
    cwd: process.cwd(),
    overrideConfig,
    ruleFilter: ({ ruleId }) => ruleId === 'import-x/no-restricted-paths',
  })
  const [result] = await lint.lintText(text, { filePath: file })
  return result.messages.map((message) => message.message).join('\n')
}

// A planted file is in no project, so nothing may ask for its types; and `another` is a feature
// that does not exist.
const planted = {
  files: ['src/**/*.ts'],
  plugins: { 'import-x': imports },
  languageOptions: { parserOptions: { projectService: false } },
  rules: {
    'import-x/no-restricted-paths': [
      'error',
      { basePath: process.cwd(), zones: import_zones(['sign-in', 'another']) },
    ],
  },
}

describe('import zones', { timeout: 60_000 }, () => {
  it.each(kPlanted)('%s may not import %s', async (file, from) => {
    const said = await complaints_about(file, `import '${from}'\n`, planted)
    expect(said).toContain(`Unexpected path "${from}"`)
  })

  it('let a feature use what is shared', async () => {
    const text = "import '@/govuk'\nimport '@/lib/dates'\nimport './sign-in-words'\n"
    expect(await complaints_about('src/features/sign-in/planted.ts', text, planted)).toBe('')
  })
})
