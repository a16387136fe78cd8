// Every page of the application: the only list of them, and the only place that joins features.
//
// A page with `nav` stands in the navigation of those who have its permission. The order is the
// order on the screen.

import type { ComponentType } from 'react'

export type PageRoute = {
  path: string
  permission: string // as the API spells it; a page without it does not exist for the person
  nav?: string
  page: () => Promise<ComponentType>
}

export const pages: PageRoute[] = []
