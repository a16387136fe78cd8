// Shown once, when the first second step was set up.

import { Button, Page } from '@/govuk'

import { second_factor_words as words } from './second-factor-words'

export function RecoveryCodes({ codes }: { codes: string[] }) {
  // From the start: the session says now that it is on, and what was closed opens.
  const go_on = () => window.location.assign('/')
  return (
    <Page title={words.done_title}>
      <h1 className="govuk-heading-l">{words.done_title}</h1>
      <p className="govuk-body">{words.done}</p>
      <h2 className="govuk-heading-m">{words.codes}</h2>
      <ul className="govuk-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button type="button" variant="secondary" onClick={() => window.print()}>
        {words.print}
      </Button>{' '}
      <Button type="button" onClick={go_on}>
        {words.go_on}
      </Button>
    </Page>
  )
}
