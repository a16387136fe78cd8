// Entries of the chronology as a timeline.

import { Tag, Timeline } from '@/govuk'
import { format_day_and_known_time } from '@/lib/dates'
import { say_code, type Programme } from '@/lib/programmes'
import { useDirectory } from '@/lib/reference'

import { entry_kinds, natures } from './case-words'
import { say_detail } from './entry-detail'
import type { Entry } from './types'

export function Entries({ entries, programme }: { entries: Entry[]; programme: Programme }) {
  const directory = useDirectory()
  if (entries.length === 0) return <p className="govuk-body">Nothing has been recorded yet.</p>
  return (
    <Timeline
      heading_level={3}
      items={entries.map((entry) => {
        const detail = say_detail(entry, programme, directory)
        return {
          key: entry.id,
          title: entry_kinds[entry.kind] ?? say_code(entry.kind),
          by: `${entry.recorded_by_name}, ${entry.agency_name}`,
          date: format_day_and_known_time(entry.happened_at),
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
