// False in the markup govuk-frontend publishes (before its script has run), true in a browser.
//
// Our fixture tests compare the first; people use the second, which carries the same changes as
// govuk-frontend's own script would have made.

import { useSyncExternalStore } from 'react'

const never_changes = () => () => undefined

export function useEnhanced(): boolean {
  return useSyncExternalStore(
    never_changes,
    () => true,
    () => false,
  )
}
