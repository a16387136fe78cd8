// How one signs in besides the password: passkeys and the authenticator app, and what can be done
// about each.

import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'

import { Button, InsetText, NotificationBanner, Page, Table } from '@/govuk'
import { format_date, format_date_time } from '@/lib/dates'
import { can_use_passkeys } from '@/lib/passkeys'
import { useSession } from '@/lib/session-context'

import { second_factor_words as words } from './second-factor-words'
import { WithWays, type Ways } from './ways'

export function TwoStepPage() {
  return <WithWays>{(ways) => <Overview ways={ways} />}</WithWays>
}

function Overview({ ways }: { ways: Ways }) {
  const { session } = useSession()
  const [search] = useSearchParams()
  const done = words.done_of(search.get('done') ?? '')
  return (
    <Page title={words.title}>
      {done && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      {session.second_factor === 'needed' && (
        <InsetText>
          <p className="govuk-body">{words.needed}</p>
        </InsetText>
      )}
      <p className="govuk-body">{words.why}</p>
      <Passkeys ways={ways} />
      <App ways={ways} />
    </Page>
  )
}

function Passkeys({ ways }: { ways: Ways }) {
  const why_not = why_not_here(ways)
  return (
    <section aria-labelledby="passkeys">
      <h2 className="govuk-heading-m" id="passkeys">
        {words.passkeys}
      </h2>
      <p className="govuk-body">{words.passkeys_what}</p>
      {ways.passkeys.length > 0 && <PasskeyTable ways={ways} />}
      {why_not ?? (
        <Button href="/two-step-sign-in/passkey" variant="secondary">
          {words.add_passkey}
        </Button>
      )}
    </section>
  )
}

// Null where one can be added.
function why_not_here({ origin }: Ways): ReactNode {
  const say = (reason: ReactNode) => <InsetText>{reason}</InsetText>
  if (origin === '') return say(words.no_origin)
  if (origin !== window.location.origin) {
    return say(
      <>
        {words.elsewhere}{' '}
        <a className="govuk-link" href={`${origin}/two-step-sign-in`}>
          {origin}
        </a>
      </>,
    )
  }
  return can_use_passkeys() ? null : say(words.no_browser)
}

function PasskeyTable({ ways }: { ways: Ways }) {
  return (
    <Table
      caption={words.your_passkeys}
      caption_hidden
      stacked
      first_cell_is_header
      columns={[
        { label: words.name },
        { label: words.made },
        { label: words.last_used },
        { label: <span className="govuk-visually-hidden">{words.action}</span> },
      ]}
      rows={ways.passkeys.map((one) => ({
        key: one.id,
        cells: [
          one.name,
          format_date(one.made_at.slice(0, 10)),
          one.last_used_at === null ? words.never : format_date_time(one.last_used_at),
          <a
            key="remove"
            className="govuk-link"
            href={`/two-step-sign-in/passkeys/${one.id}/remove`}
          >
            {words.remove} <span className="govuk-visually-hidden">{one.name}</span>
          </a>,
        ],
      }))}
    />
  )
}

function App({ ways }: { ways: Ways }) {
  return (
    <section aria-labelledby="app">
      <h2 className="govuk-heading-m" id="app">
        {words.app}
      </h2>
      <p className="govuk-body">{ways.has_app ? words.app_is_on : words.app_is_off}</p>
      <p className="govuk-body">
        <Button href="/two-step-sign-in/app" variant="secondary">
          {ways.has_app ? words.move_app : words.set_up_app}
        </Button>
      </p>
      {ways.has_app && (
        <p className="govuk-body">
          <a className="govuk-link" href="/two-step-sign-in/app/remove">
            {words.remove_app}
          </a>
        </p>
      )}
    </section>
  )
}
