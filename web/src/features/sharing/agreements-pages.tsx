// Information sharing agreements: the list, and writing one.

import { useNavigate, useParams } from 'react-router'

import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  Input,
  Page,
  read_date,
  Table,
  Tag,
  Textarea,
} from '@/govuk'
import { get, post, put, type DataOf } from '@/lib/api'
import { format_date } from '@/lib/dates'
import { RefusalNotice } from '@/lib/refusal-notice'
import { may, useSession } from '@/lib/session-context'
import { say_listed } from '@/lib/sharing-words'
import { useAgreements } from '@/lib/terms-fields'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'
import { etag_of, useSaving } from '@/lib/use-saving'

import { words } from './sharing-words'

type Agreements = DataOf<'/agreements', 'get'>
type Agreement = Agreements['agreements'][number]

const title = 'Information sharing agreements'

function State({ one, today }: { one: Agreement; today: string }) {
  if (one.review_due) return <Tag colour="yellow">Review is due</Tag>
  if (one.in_force) return <Tag colour="green">In force</Tag>
  return <Tag colour="grey">{one.starts_on > today ? 'Not yet in force' : 'Over'}</Tag>
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export function AgreementsPage() {
  const loaded = useAgreements()
  const { session } = useSession()
  const may_manage = may(session, 'manage_agreements')
  return (
    <Page title={title} width="full">
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        A case can be shared with another agency only under one that is in force and that both
        agencies have signed. What was shared under it before it ended lasts until its own last day.
      </p>
      {may_manage && (
        <Button href="/agreements/new" variant="secondary">
          Add an agreement
        </Button>
      )}
      <WhenLoaded of={loaded}>
        {({ agreements, purposes, gateways }) => (
          <Table
            caption={title}
            caption_hidden
            first_cell_is_header
            stacked
            columns={[
              { label: 'Agreement' },
              { label: 'Between' },
              { label: 'For, and by which law' },
              { label: 'Dates' },
            ]}
            rows={agreements.map((one) => ({
              key: one.id,
              cells: [
                <>
                  {may_manage ? (
                    <a className="govuk-link" href={`/agreements/${one.id}`}>
                      {one.title}
                    </a>
                  ) : (
                    one.title
                  )}
                  <span className="app-tags">
                    <State one={one} today={session.today} />
                  </span>
                  <p className="govuk-body-s app-typed">{one.covers}</p>
                </>,
                <Lines key="who" lines={one.parties.map(({ name }) => name)} />,
                <Lines
                  key="what"
                  lines={[
                    ...one.purposes.map((code) => say_listed(purposes, code)),
                    ...one.gateways.map((code) => say_listed(gateways, code)),
                  ]}
                />,
                <>
                  {format_date(one.starts_on)} to {format_date(one.ends_on)}
                  <br />
                  Review {format_date(one.review_on)}
                </>,
              ],
            }))}
            empty="There are none. Nothing can be shared with another agency."
          />
        )}
      </WhenLoaded>
    </Page>
  )
}

export function AgreementPage() {
  const { id = '' } = useParams()
  const loaded = useAgreements()
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  return (
    <WhenLoaded of={loaded}>
      {(all) => (
        <WhenLoaded of={directory}>
          {({ agencies }) => (
            <AgreementForm
              all={all}
              agencies={agencies}
              agreement={all.agreements.find((one) => one.id === id) ?? null}
            />
          )}
        </WhenLoaded>
      )}
    </WhenLoaded>
  )
}

type FormProps = {
  all: Agreements
  agencies: readonly { id: string; name: string }[]
  agreement: Agreement | null
}

function options(list: readonly { code: string; name: string }[]) {
  return list.map(({ code, name }) => ({ value: code, label: name }))
}

function body_from(answers: FormData) {
  return {
    title: String(answers.get('title') ?? ''),
    covers: String(answers.get('covers') ?? ''),
    starts_on: read_date(answers, 'starts_on') ?? '',
    review_on: read_date(answers, 'review_on') ?? '',
    ends_on: read_date(answers, 'ends_on') ?? '',
    parties: answers.getAll('parties').map(String),
    purposes: answers.getAll('purposes').map(String),
    gateways: answers.getAll('gateways').map(String),
  }
}

function AgreementForm({ all, agencies, agreement }: FormProps) {
  const navigate = useNavigate()
  const saving = useSaving(words)
  const heading = agreement ? `Change ${agreement.title}` : 'Add an agreement'
  const { by_field } = saving.errors

  async function save(answers: FormData) {
    const body = body_from(answers)
    const answer = await saving.send(() =>
      agreement
        ? put('/agreements/{id}', {
            path: { id: agreement.id },
            body,
            if_match: saving.match(etag_of(agreement.revision)),
          })
        : post('/agreements', { body }),
    )
    if (!answer.ok) return
    void navigate('/agreements')
    return 'saved' as const
  }

  return (
    <Page
      title={heading}
      hasErrors={saving.refusal !== null}
      before={<BackLink href="/agreements" />}
    >
      <ErrorSummary errors={saving.errors.summary} />
      <RefusalNotice refusal={saving.refusal} />
      <h1 className="govuk-heading-l">{heading}</h1>
      <Form onSubmit={save} busy={saving.busy}>
        <Input
          name="title"
          label="What is it called?"
          value={agreement?.title}
          error={by_field.title}
        />
        <Textarea
          name="covers"
          label="What kinds of information does it cover?"
          value={agreement?.covers}
          max_length={2000}
          rows={3}
          error={by_field.covers}
        />
        <Checkboxes
          name="parties"
          legend="Which agencies have signed it?"
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          values={agreement?.parties.map(({ id }) => id)}
          error={by_field.parties}
        />
        <Checkboxes
          name="purposes"
          legend="What may it be shared for?"
          options={options(all.purposes)}
          values={agreement?.purposes}
          error={by_field.purposes}
        />
        <Checkboxes
          name="gateways"
          legend="Which laws allow it?"
          options={options(all.gateways)}
          values={agreement?.gateways}
          error={by_field.gateways}
        />
        <DateInput
          name="starts_on"
          legend="First day"
          value={agreement?.starts_on}
          error={by_field.starts_on}
        />
        <DateInput
          name="review_on"
          legend="Day of its review"
          value={agreement?.review_on}
          error={by_field.review_on}
        />
        <DateInput
          name="ends_on"
          legend="Last day"
          value={agreement?.ends_on}
          error={by_field.ends_on}
        />
        <Button busy={saving.busy}>Save</Button>
      </Form>
    </Page>
  )
}
