// A hub's open work, flow and outcomes, counted live.

import type { ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import type { components } from '@/api-types'
import { Button, Form, Page, Select } from '@/govuk'
import { get } from '@/lib/api'
import { format_date_time } from '@/lib/dates'
import { PartLoaded } from '@/lib/part-loaded'
import { get_programmes, type Programme } from '@/lib/programmes'
import { useSession } from '@/lib/session-context'
import { useLoaded, WhenLoaded } from '@/lib/use-loaded'

import { FigureSection, in_words, is_by_month, type Figure, type RowsHref } from './figures'
import { words } from './hub-picture-words'
import { KeyFigures } from './key-figures'
import { is_outcome, OutcomeFigures } from './outcome-figures'
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
  const programmes = useLoaded('programmes', get_programmes)

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
        <Form key={search.toString()} className="app-choose" onSubmit={show}>
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
              ...programmes.data.map(({ code, title: label }) => ({
                value: code,
                label,
              })),
            ]}
          />
          <Button variant="secondary">Show</Button>
        </Form>
      )}
      {area_id && programmes.data && (
        <Figures area_id={area_id} programme_code={programme_code} programmes={programmes.data} />
      )}
    </Page>
  )
}

type FiguresProps = { area_id: string; programme_code: string; programmes: Programme[] }

function Figures({ area_id, programme_code, programmes }: FiguresProps) {
  const loaded = useLoaded(`/hubs/${area_id} ${programme_code}`, (signal) =>
    get('/hubs/{id}/picture', {
      path: { id: area_id },
      query: { programme_code: programme_code || undefined },
      signal,
    }),
  )
  const rows_href: RowsHref = (figure, row) => {
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
          <KeyFigures figures={figures} />
          <Groups
            figures={figures.map((figure) => in_words(figure, programmes))}
            rows_href={rows_href}
          />
        </>
      )}
    </PartLoaded>
  )
}

type GroupsProps = { figures: Figure[]; rows_href: RowsHref }

// What is open, how it comes and goes, and what changed for people.
function Groups({ figures, rows_href }: GroupsProps) {
  const outcomes = figures.filter(is_outcome)
  const others = figures.filter((one) => !is_outcome(one))
  const by_month = others.filter(is_by_month)
  const ends = others.filter(({ code }) => code === 'closing_reasons')
  const now = others.filter((one) => !by_month.includes(one) && !ends.includes(one))
  const sections = (some: Figure[]) =>
    some.map((figure) => <FigureSection key={figure.code} figure={figure} rows_href={rows_href} />)
  const group = (title: string, content: ReactNode, filled: boolean) =>
    filled && (
      <>
        <h2 className="govuk-heading-m">{title}</h2>
        {content}
      </>
    )
  return (
    <>
      {group(words.groups.now, sections(now), now.length > 0)}
      {group(words.groups.months, sections(by_month), by_month.length > 0)}
      {group(
        words.outcomes.title,
        <OutcomeFigures figures={outcomes} rows_href={rows_href} />,
        outcomes.length > 0,
      )}
      {group(words.groups.ends, sections(ends), ends.length > 0)}
    </>
  )
}
