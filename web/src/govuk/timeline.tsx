// What happened, newest first or oldest first as it is given.

import type { ReactNode } from 'react'

export type TimelineItem = {
  key: string
  title: ReactNode
  by?: string
  date: string // as shown
  datetime: string // as machines read it
  children?: ReactNode
}

type Props = { items: TimelineItem[]; heading_level?: 2 | 3 | 4 }

export function Timeline({ items, heading_level = 2 }: Props) {
  const Heading = `h${heading_level}` as const
  return (
    <div className="moj-timeline">
      {items.map((item) => (
        <div key={item.key} className="moj-timeline__item">
          <div className="moj-timeline__header">
            <Heading className="moj-timeline__title">{item.title}</Heading>{' '}
            {item.by && <p className="moj-timeline__byline">by {item.by}</p>}
          </div>
          <p className="moj-timeline__date">
            <time dateTime={item.datetime}>{item.date}</time>
          </p>
          {item.children && <div className="moj-timeline__description">{item.children}</div>}
        </div>
      ))}
    </div>
  )
}
