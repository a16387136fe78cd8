// What stands around every page: skip link, header, navigation, demonstration banner, footer.

import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'

import { SearchBox } from '@/features/search/search-box'
import { Footer, Header, kServiceName, PhaseBanner, ServiceNavigation, SkipLink } from '@/govuk'
import { may, useSession } from '@/lib/session-context'

import { is_ours, leave_allowed } from './links'
import { pages } from './routes'
import { words } from './shell-words'

type FrameProps = {
  navigation?: ReactNode
  banner?: ReactNode
  footer_links?: FooterLinks
  children: ReactNode
}
type FooterLinks = ComponentProps<typeof Footer>['links']

export function Frame({ navigation, banner, footer_links = [], children }: FrameProps) {
  return (
    <>
      <SkipLink />
      <header className="govuk-template__header">
        <Header logo={<span className="app-logo">{kServiceName}</span>} />
        {navigation}
      </header>
      {banner}
      {children}
      <Footer links={footer_links}>{words.footer}</Footer>
    </>
  )
}

// Every link is plain markup; a click on one of ours changes the page without loading it again.
function useOwnLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !is_ours(link, event)) return
      event.preventDefault()
      if (leave_allowed()) void navigate(link.pathname + link.search + link.hash)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}

// A new page starts at its top, and the keyboard starts there too.
function useStartOfPage() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    window.scrollTo(0, 0)
    document.getElementById('main-content')?.focus({ preventScroll: true })
  }, [pathname])
}

export function Shell() {
  const { session, sign_out } = useSession()
  const { pathname } = useLocation()
  useOwnLinks()
  useStartOfPage()

  const items = pages.flatMap(({ path, nav, permission }) => {
    if (!nav || !may(session, permission)) return []
    const under = path !== '/' && pathname.startsWith(`${path}/`)
    return [{ label: nav, href: path, current: pathname === path, active: under }]
  })

  const footer_links = pages.flatMap(({ path, foot, permission }) =>
    foot && may(session, permission) ? [{ label: foot, href: path }] : [],
  )
  return (
    <Frame
      navigation={<ServiceNavigation items={items} />}
      footer_links={footer_links}
      banner={
        <div className="govuk-width-container">
          {session.is_demo && (
            <PhaseBanner tag={words.demonstration_tag}>{words.demonstration}</PhaseBanner>
          )}
          <div className="app-who-and-search">
            {may(session, 'search_records') && pathname !== '/search' && <SearchBox />}
            <p className="app-who govuk-body-s">
              {words.signed_in_as} {session.name}{' '}
              <button
                type="button"
                className="app-link-button govuk-link"
                onClick={() => {
                  if (leave_allowed()) void sign_out()
                }}
              >
                {words.sign_out}
              </button>
            </p>
          </div>
        </div>
      }
    >
      <Outlet />
    </Frame>
  )
}
