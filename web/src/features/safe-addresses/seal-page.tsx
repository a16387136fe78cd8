// Keeping a safe address. Nothing of it is kept in the browser, not even a draft.

import { useNavigate, useParams } from 'react-router'

import { BackLink, Button, ErrorSummary, Form, Input, Page, Textarea, WarningText } from '@/govuk'
import { post } from '@/lib/api'
import { RefusalNotice } from '@/lib/refusal-notice'
import { useSaving } from '@/lib/use-saving'

import { words } from '@/lib/safe-address-words'

const kPlain = { autoComplete: 'off', spellCheck: false } as const

export function SealPage() {
  const title = 'Keep a safe address'
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const saving = useSaving(words)
  const { by_field } = saving.errors

  async function save(answers: FormData) {
    const said = (name: string) => String(answers.get(name) ?? '')
    const answer = await saving.send(() =>
      post('/people/{id}/safe-address', {
        path: { id },
        body: {
          line: said('line'),
          town: said('town'),
          postcode: said('postcode'),
          note: said('note'),
        },
      }),
    )
    if (!answer.ok) return
    void navigate(`/people/${id}`)
    return 'saved' as const
  }
  return (
    <Page
      title={title}
      hasErrors={saving.refusal !== null}
      before={<BackLink href={`/people/${id}`}>Back to the person</BackLink>}
    >
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice refusal={saving.refusal} />
      <h1 className="govuk-heading-l">{title}</h1>
      <WarningText>
        Write it here and nowhere else in Waymark: not on the person’s record, in a note or in a
        reason. Here it is sealed, and shown only when a second person of your agency agrees.
      </WarningText>
      <Form onSubmit={save} busy={saving.busy}>
        <Input
          name="line"
          {...kPlain}
          label="Where they are"
          hint="House or flat, and street"
          error={by_field.line}
        />
        <Input name="town" {...kPlain} label="Town (optional)" width={20} error={by_field.town} />
        <Input
          name="postcode"
          {...kPlain}
          label="Postcode (optional)"
          width={10}
          error={by_field.postcode}
        />
        <Textarea
          name="note"
          label="What else whoever goes there must know (optional)"
          hint="For example whom to ring first, and what never to do"
          rows={3}
          max_length={2000}
          error={by_field.note}
        />
        <Button busy={saving.busy}>Seal it</Button>
      </Form>
    </Page>
  )
}
