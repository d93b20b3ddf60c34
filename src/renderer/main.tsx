/** @file The window's story: speak with main, build the console, draw it, listen for keys. */
import './no-eval.ts'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { must } from '../shared/must.ts'
import { listenForClientSafe } from './commands/client-safe.ts'
import { watchCopying } from './commands/copying.ts'
import { listenForKeys } from './commands/dispatch.ts'
import { listenForPresence } from './commands/presence.ts'
import { followLinks } from './commands/ticket-link.ts'
import { windowHost } from './state/bridge.ts'
import { buildConsole } from './state/console.ts'
import { holdTickets } from './state/holding.ts'
import { keepPlace } from './state/place.ts'
import { tellPresence, windowSurface } from './state/presence.ts'
import { tellTouches } from './state/touched.ts'
import { learnTimes } from './state/when.ts'
import { Notice } from './ui/Notice.tsx'
import { App } from './views/App.tsx'
import { Boundary } from './views/Boundary.tsx'
import { ConsoleContext } from './views/console-context.ts'
import { language } from './language.ts'
import { learnWords, t } from './words.ts'
import './tokens.css'
import './global.css'

const root = createRoot(must(document.getElementById('root'), 'the root of index.html'))

function show(): void {
  if (window.switchboard === undefined) {
    root.render(<Notice tone="bad" title={t('screen.no-bridge')} />)
    return
  }
  const { console: built, start } = buildConsole(windowHost(window.switchboard))
  root.render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <Boundary>
          <ConsoleContext value={built}>
            <App />
          </ConsoleContext>
        </Boundary>
      </CSPProvider>
    </StrictMode>,
  )
  built.attempt(async () => {
    await start()
    // Nobody sits before a page for paper.
    if (built.session.getState().view.kind === 'paper') return
    listenForKeys(built)
    watchCopying(built)
    tellPresence(built, windowSurface)
    listenForPresence(built)
    listenForClientSafe(built)
    holdTickets(built)
    tellTouches(built)
    window.addEventListener('pagehide', () => built.attempt(() => built.drafts.flush()))
    if (built.session.getState().view.kind !== 'main') return
    keepPlace(built)
    followLinks(built)
  })
}

// English is part of the program, and waits for nothing.
if (language === 'en') show()
else void Promise.all([learnWords(), learnTimes(language)]).then(show)
