// A hub's open work, flow and outcomes, counted live.

import { useNavigate, useSearchParams } from 'react-router'

import type { components } from '@/api-types'
import { Button, Form, Page, Select } from '@/govuk'
import { get } from '@/lib/api'
import { format_date_time } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { FigureSection } from './figures'
import { words } from './hub-picture-words'
import './hub-picture.scss'

type Area = components['schemas']['Area']

export function HubPicturePage() {
  const directory = useLoaded('/directory', (signal) => get('/directory', { signal }))
  return <WhenLoaded of={directory}>{({ areas }) => <Picture areas={areas} />}</WhenLoaded>
}

function Picture({ areas }: { areas: Area[] }) {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const { session } = useSession()
  const mine = areas.filter(({ id }) => session.sees_partnership || session.area_ids.includes(id))
  const area_id = search.get('area_id') ?? mine[0]?.id ?? ''
  const programme_code = search.get('programme_code') ?? ''
  const programmes = useLoaded('/programmes', (signal) => get('/programmes', { signal }))

  function show(answers: FormData) {
    const query = new URLSearchParams({ area_id: String(answers.get('area_id') ?? area_id) })
    const programme = String(answers.get('programme_code') ?? '')
    if (programme) query.set('programme_code', programme)
    void navigate(`/hub-picture?${query}`)
  }

  const hub = areas.find(({ id }) => id === area_id)?.name
  const title = hub ? `${words.title}: ${hub}` : words.title
  return (
    <Page title={title} width="full">
      <h1 className="govuk-heading-l">{title}</h1>
      {mine.length === 0 && <p className="govuk-body">{words.no_hub}</p>}
      {programmes.data && mine.length > 0 && (
        <Form key={search.toString()} onSubmit={show}>
          {mine.length > 1 && (
            <Select
              name="area_id"
              label={words.hub}
              value={area_id}
              options={mine.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Select
            name="programme_code"
            label={words.programme}
            value={programme_code}
            options={[
              { value: '', label: words.all_programmes },
              ...programmes.data.programmes.map(({ code, title: label }) => ({
                value: code,
                label,
              })),
            ]}
          />
          <Button variant="secondary">Show</Button>
        </Form>
      )}
      {area_id && <Figures area_id={area_id} programme_code={programme_code} />}
    </Page>
  )
}

function Figures({ area_id, programme_code }: { area_id: string; programme_code: string }) {
  const loaded = useLoaded(`/hubs/${area_id} ${programme_code}`, (signal) =>
    get('/hubs/{id}/picture', {
      path: { id: area_id },
      query: { programme_code: programme_code || undefined },
      signal,
    }),
  )
  const rows_href = (figure: string, row: string) => {
    const query = new URLSearchParams({ area_id, figure, row })
    if (programme_code) query.set('programme_code', programme_code)
    return `/hub-picture/rows?${query}`
  }
  return (
    <PartLoaded of={loaded}>
      {({ as_at, figures }) => (
        <>
          <p className="govuk-body">{`${words.as_at} ${format_date_time(as_at)}.`}</p>
          {figures.length === 0 && <p className="govuk-body">{words.no_figures}</p>}
          {figures.map((figure) => (
            <FigureSection key={figure.code} figure={figure} rows_href={rows_href} />
          ))}
        </>
      )}
    </PartLoaded>
  )
}
