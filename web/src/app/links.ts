// Which clicks on links the application follows by itself.

import { kLeaving } from '@/govuk'

// Not a file, not another site, not a new tab, not a place on this same page.
export function is_ours(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const plain_click =
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const same_page =
    link.pathname === location.pathname && link.search === location.search && link.hash !== ''
  return (
    plain_click &&
    !event.defaultPrevented &&
    link.href !== '' &&
    link.origin === location.origin &&
    !link.hasAttribute('download') &&
    (link.target === '' || link.target === '_self') &&
    !link.pathname.startsWith('/api/') &&
    !same_page
  )
}

// Asks every form on the page whether it may be left.
export function leave_allowed(): boolean {
  return window.dispatchEvent(new CustomEvent(kLeaving, { cancelable: true }))
}
