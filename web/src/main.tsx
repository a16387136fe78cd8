// Where the browser starts.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/app'
import './app/app.scss'

// govuk-frontend's styles for what needs a script apply under these.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
