// Entries of the chronology as a timeline.

import { Tag, Timeline } from '@/govuk'
import { format_date_time } from '@/lib/dates'
import { band_label, label_of, say_code, type Programme } from '@/lib/programmes'

import { entry_kinds, natures, points, update_results } from './case-words'
import type { Entry } from './types'

// What the system wrote about a change: codes, put in words.
export function say_detail({ kind, detail }: Entry, programme: Programme): string {
  const codes = detail.split(',').filter((code) => code !== '')
  if (codes.length === 0) return ''
  if (kind === 'stage' || kind === 'opened' || kind === 'reopened') {
    return codes.map((code) => label_of(programme.stages, code)).join(', then ')
  }
  if (kind === 'answers') {
    return codes.map((code) => label_of(programme.fields, code)).join('; ')
  }
  const known = [
    ...programme.person_roles,
    ...programme.closing_reasons,
    ...programme.tools,
    ...programme.update_channels,
    ...programme.action_results,
    ...programme.questionnaire.override_reasons,
    ...update_results,
    ...points,
  ]
  const bands = programme.questionnaire.bands
  return codes
    .map((code) =>
      bands.some((band) => band.code === code)
        ? band_label(programme, code)
        : known.some((one) => one.code === code)
          ? label_of(known, code)
          : say_code(code),
    )
    .join(', ')
}

export function Entries({ entries, programme }: { entries: Entry[]; programme: Programme }) {
  if (entries.length === 0) return <p className="govuk-body">Nothing has been recorded yet.</p>
  return (
    <Timeline
      heading_level={3}
      items={entries.map((entry) => {
        const detail = say_detail(entry, programme)
        return {
          key: entry.id,
          title: entry_kinds[entry.kind] ?? say_code(entry.kind),
          by: `${entry.recorded_by_name}, ${entry.agency_name}`,
          date: format_date_time(entry.happened_at),
          datetime: entry.happened_at,
          children: (
            <>
              {entry.nature && (
                <p className="govuk-body govuk-!-margin-bottom-1">
                  <Tag colour={entry.nature === 'fact' ? 'blue' : 'yellow'}>
                    {natures[entry.nature]?.split(':')[0] ?? say_code(entry.nature)}
                  </Tag>
                </p>
              )}
              {detail && <p className="govuk-body govuk-!-margin-bottom-1">{detail}</p>}
              {entry.body && <p className="govuk-body app-as-written">{entry.body}</p>}
            </>
          ),
        }
      })}
    />
  )
}
