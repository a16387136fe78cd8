// The whole application: session, router, shell.

import { useMemo } from 'react'
import { createBrowserRouter, Navigate, RouterProvider, type RouteObject } from 'react-router'

import { JoinPage } from '@/features/sign-in/join-page'
import { Front } from '@/features/sign-in/front'
import { SignInAgainDialog } from '@/features/sign-in/sign-in-again-dialog'
import { SessionProvider } from '@/lib/session'
import { may, useSession, type Session } from '@/lib/session-context'

import { HomePage, NotFoundPage, ProblemPage, StartingPage, UnreachablePage } from './plain-pages'
import { pages } from './routes'
import { Frame, Shell } from './shell'

function routes_for(session: Session): RouteObject[] {
  const allowed = pages.filter(({ permission }) => may(session, permission))
  return [
    {
      element: <Shell />,
      errorElement: <ProblemPage />,
      HydrateFallback: StartingPage,
      children: [
        ...allowed.map(({ path, page }) => ({
          path,
          errorElement: <ProblemPage />,
          lazy: async () => ({ Component: await page() }),
        })),
        ...(allowed.some(({ path }) => path === '/')
          ? []
          : [{ path: '/', element: must_set_up(session) ? <ToSetUp /> : <HomePage /> }]),
        // Who signed in elsewhere meanwhile needs no other session.
        { path: '/sign-on/return', element: <Navigate to="/" replace /> },
        { path: '*', element: must_set_up(session) ? <ToSetUp /> : <NotFoundPage /> },
      ],
    },
  ]
}

// Whoever must set up a second factor has no other page, whatever address they came by.
function must_set_up(session: Session): boolean {
  return session.second_factor === 'needed'
}

function ToSetUp() {
  return <Navigate to="/two-step-sign-in" replace />
}

function Pages() {
  const { session } = useSession()
  // A renewed session of the same person must not draw the pages afresh: something is typed there.
  const signature = `${session.user_id} ${session.permissions.join(' ')}`
  const router = useMemo(() => {
    return createBrowserRouter(routes_for(session))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the signature stands for the session
  }, [signature])
  return <RouterProvider key={session.user_id} router={router} />
}

export function App() {
  // Whoever is invited has no session, and whoever else uses this browser keeps theirs.
  if (location.pathname === '/join') {
    return (
      <Frame>
        <JoinPage />
      </Frame>
    )
  }
  return (
    <SessionProvider
      starting={<StartingPage />}
      unreachable={(retry) => (
        <Frame>
          <UnreachablePage onRetry={retry} />
        </Frame>
      )}
      sign_in={(onSignIn, onSignOn) => (
        <Frame>
          <Front onSignIn={onSignIn} onSignOn={onSignOn} />
        </Frame>
      )}
      sign_in_again={(props) => <SignInAgainDialog {...props} />}
    >
      <Pages />
    </SessionProvider>
  )
}
