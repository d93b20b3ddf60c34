/** @file Commands over the window and the workspace: overlays, themes, brands, practice. */
import type { Theme } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import type { LanguageChoice } from '../../shared/language.ts'
import type { Console } from '../state/console.ts'
import { deckOf } from '../state/rows.ts'
import type { Overlay } from '../state/session.ts'
import { waitingIn } from '../state/waiting.ts'
import { t } from '../words.ts'
import { always, type Runtime } from './runtime.ts'

const show = (overlay: Overlay) => (c: Console) => {
  c.attempt(() => c.drafts.flush())
  c.session.setState({ overlay })
}

const theme = (chosen: Theme): Runtime => ({
  when: always,
  run: (c) =>
    c.attempt(async () => {
      await c.host.invoke('window.theme', { theme: chosen })
      c.session.setState({ theme: chosen })
    }),
})

/** The window is loaded anew: what was written and the place are kept first. */
const speaking = (language: LanguageChoice): Runtime => ({
  when: always,
  run: (c) =>
    c.attempt(async () => {
      await c.drafts.flush()
      await c.host.invoke('window.language', { language })
    }),
})

/** Real handles are connected in the live workspace; practice leads there, unless this runtime may not open it. */
const showLive = (overlay: Overlay) => (c: Console) => {
  const { info } = c.session.getState()
  if (!info) return
  if (info.kind === 'practice') openLive(c)
  else show(overlay)(c)
}

/** The first handle that waits, of the brand on screen if it has one. */
function connectNext(c: Console): void {
  const rows = c.rows.getState()
  const brandId = deckOf(rows, c.session.getState().deckId)?.brandId ?? null
  const waiting = waitingIn(rows.brands)
  const next = waiting.find((one) => one.brandId === brandId) ?? waiting[0]
  if (next)
    show({ kind: 'connect', target: { kind: 'expected', expectedId: next.expectedId, appId: null } })(c)
}

function openLive(c: Console): void {
  const { info } = c.session.getState()
  if (info?.fallbackRuntime) {
    c.tell(new Failure('workspace.runtime-unfit', { electron: info.electronVersion }))
    return
  }
  c.attempt(() => c.host.invoke('workspace.open', { kind: 'live' }))
}

export const workspaceCommands = {
  'view.palette': { when: (x) => x.workspaceOpen, run: show({ kind: 'palette', only: null }) },
  'brand.go': { when: (x) => x.manyDecks, run: show({ kind: 'palette', only: 'brand' }) },
  'column.go': { when: (x) => x.hasColumn, run: show({ kind: 'palette', only: 'column' }) },
  'ticket.search': { when: (x) => x.workspaceOpen, run: show({ kind: 'search' }) },
  'view.cheat-sheet': { when: always, run: show({ kind: 'cheat-sheet' }) },
  'keymap.show': { when: (x) => x.workspaceOpen, run: show({ kind: 'keys' }) },
  'view.theme-dark': theme('dark'),
  'view.theme-light': theme('light'),
  'view.theme-contrast': theme('contrast'),
  'view.theme-system': theme('system'),
  'view.language-system': speaking('system'),
  'view.language-en': speaking('en'),
  'view.language-de': speaking('de'),
  'view.language-es': speaking('es'),
  'view.language-ja': speaking('ja'),
  'brand.connect': {
    when: (x) => x.workspaceOpen,
    run: showLive({ kind: 'connect', target: { kind: 'new' } }),
  },
  // A list names clients.
  'brand.paste': { when: (x) => x.workspaceOpen && !x.clientSafe, run: showLive({ kind: 'paste' }) },
  'brand.connect-next': { when: (x) => x.workspaceOpen && x.handleWaits, run: connectNext },
  'brand.manage': { when: (x) => x.workspaceOpen, run: show({ kind: 'brands' }) },
  'money.show': { when: (x) => x.workspaceOpen && !x.clientSafe, run: show({ kind: 'money' }) },
  'agent.manage': { when: (x) => x.workspaceOpen, run: show({ kind: 'agents' }) },
  'agent.sit': { when: (x) => x.workspaceOpen, run: show({ kind: 'agent' }) },
  'workspace.backup': {
    when: (x) => x.workspaceOpen,
    run: (c) =>
      c.attempt(async () => {
        c.say(t('said.backing-up'))
        const { file, bytes } = await c.call('workspace.backup', {})
        c.say(t('said.backed-up', { file, megabytes: Math.ceil(bytes / 1_000_000) }))
      }),
  },
  'workspace.practice': {
    when: (x) => !x.practice,
    run: (c) => c.attempt(() => c.host.invoke('workspace.open', { kind: 'practice' })),
  },
  'workspace.live': { when: (x) => !x.live, run: openLive },
  'practice.reset': {
    when: (x) => x.practice && !x.beside,
    run: (c) =>
      c.attempt(async () => {
        await c.host.invoke('practice.reset', { scenario: 'practice' })
        c.say(t('said.practice-reset'))
      }),
  },
  'practice.scenario': { when: (x) => x.practice && !x.beside, run: show({ kind: 'scenarios' }) },
} as const satisfies Record<string, Runtime>
