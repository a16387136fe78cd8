// Conflicts of interest that hold, for those who watch over who sees what, and the way to end one.

import { useNavigate, useParams } from 'react-router'

import { BackLink, Button, ErrorSummary, Form, Page, Table, Textarea } from '@/govuk'
import { get, put } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { kinds, words } from './conflict-words'

const title = 'Conflicts of interest'

export function ConflictsPage() {
  const loaded = useLoaded('interests', (signal) => get('/interests', { signal }))
  return (
    <Page title={title} width="full">
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        Colleagues to whom a person on record is closed, with everybody who is in a case with that
        person and those cases. To add one, find the person and choose “Somebody knows them outside
        their work”. What was said of you is not shown to you.
      </p>
      <WhenLoaded of={loaded}>
        {({ interests }) => (
          <Table
            caption={title}
            caption_hidden
            stacked
            first_cell_is_header
            empty="Nobody has declared one."
            columns={[
              { label: 'Colleague' },
              { label: 'Person' },
              { label: 'How they know each other' },
              { label: 'Declared' },
              { label: 'What to do' },
            ]}
            rows={interests.map((one) => ({
              key: one.id,
              cells: [
                one.user_name,
                <a className="govuk-link" href={`/people/${one.person_id}`}>
                  {one.person_name}
                </a>,
                <>
                  {kinds[one.kind as keyof typeof kinds]}
                  {one.note && (
                    <>
                      <br />
                      <span className="app-typed">{one.note}</span>
                    </>
                  )}
                </>,
                `${format_date(one.declared_at)} by ${one.declared_by_name}`,
                <a key="end" className="govuk-link" href={`/conflicts/${one.id}/end`}>
                  End it
                  <span className="govuk-visually-hidden">
                    : {one.user_name} and {one.person_name}
                  </span>
                </a>,
              ],
            }))}
          />
        )}
      </WhenLoaded>
    </Page>
  )
}

export function EndConflictPage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const saving = useSaving(words)
  const loaded = useLoaded('interests', (signal) => get('/interests', { signal }))
  return (
    <WhenLoaded of={loaded}>
      {({ interests }) => {
        const one = interests.find((interest) => interest.id === id)
        const heading = one
          ? `End the conflict of interest of ${one.user_name}`
          : 'This conflict of interest has ended'
        async function save(answers: FormData) {
          const answer = await saving.send(() =>
            put('/interests/{id}/ending', {
              path: { id },
              body: { reason: String(answers.get('reason') ?? '') },
              if_match: saving.match(etag_of(one?.revision ?? 0)),
            }),
          )
          if (!answer.ok) return
          void navigate('/conflicts')
          return 'saved' as const
        }
        return (
          <Page
            title={heading}
            hasErrors={saving.refusal !== null}
            before={<BackLink href="/conflicts" />}
          >
            <ErrorSummary errors={saving.errors.summary} />
            <RefusalNotice refusal={saving.refusal} />
            <h1 className="govuk-heading-l">{heading}</h1>
            {one && (
              <>
                <p className="govuk-body">
                  They will see {one.person_name} again, and the cases of that person in their hubs,
                  unless another conflict closes them. What was theirs to do does not go back to
                  them.
                </p>
                <Form onSubmit={save} busy={saving.busy}>
                  <Textarea
                    name="reason"
                    label="Why does it no longer hold?"
                    max_length={500}
                    rows={3}
                    error={saving.errors.by_field.reason}
                  />
                  <Button variant="warning" busy={saving.busy}>
                    End it
                  </Button>
                </Form>
              </>
            )}
          </Page>
        )
      }}
    </WhenLoaded>
  )
}
