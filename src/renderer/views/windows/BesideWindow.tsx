/** @file A window beside the main one: one ticket, or one deck with its pane. Without it the window goes. */
import { useEffect, useMemo, type ReactNode } from 'react'
import { enterColumn, focusPane } from '../../commands/go.ts'
import { columnOf } from '../../commands/context.ts'
import { closeWindow, nameWindow } from '../../commands/window.ts'
import { deckOf } from '../../state/rows.ts'
import { deckName } from '../../titles.ts'
import { t } from '../../words.ts'
import { Banners } from '../Banners.tsx'
import { useConsole, useRows, useSession } from '../console-context.ts'
import { Deck } from '../Deck.tsx'
import { deckLayout, railWidth } from '../deck-layout.ts'
import { Pane } from '../Pane.tsx'
import { Restarting } from '../Screens.tsx'
import { StatusBar } from '../StatusBar.tsx'
import { useAreas } from '../use-areas.ts'
import { useWindowWidth } from '../use-window-size.ts'
import hidden from '../../ui/Hidden.module.css'
import styles from './BesideWindow.module.css'

/** The practice window's frame, px; as in the style. */
const frame = 4

/** Lines above what is shown, and the status bar below. */
function Frame({
  look,
  columns,
  children,
}: {
  look: 'ticket' | 'deck'
  columns: string
  children: ReactNode
}) {
  const toArea = useAreas()
  const practice = useSession((session) => session.info?.kind === 'practice')
  const workspace = useSession((session) => session.workspace)
  return (
    <div
      className={`${styles['window']} ${styles[look]} ${practice ? styles['framed'] : ''}`}
      style={{ gridTemplateColumns: columns }}
      onFocus={toArea}
    >
      <Banners />
      {children}
      <StatusBar />
      {workspace.state === 'restarting' && <Restarting at={workspace.at} />}
    </div>
  )
}

function TicketWindow() {
  const c = useConsole()
  const ticketId = useSession((session) => session.openTicketId)
  const number = useRows(({ detail }) =>
    detail?.card.ticketId === ticketId ? detail?.card.number : undefined,
  )
  const title = number === undefined ? '' : t('pane.number', { number })
  useEffect(() => {
    c.session.setState({ begun: true, painted: true })
    focusPane(c)
  }, [c])
  useEffect(() => {
    if (ticketId === null) closeWindow(c)
  }, [c, ticketId])
  useEffect(() => {
    if (title !== '') nameWindow(c, title)
  }, [c, title])
  return (
    <Frame look="ticket" columns="minmax(0, 1fr)">
      <header className={hidden['hidden']}>
        <h1>{title === '' ? t('app.name') : title}</h1>
      </header>
      <Pane />
    </Frame>
  )
}

function DeckWindow() {
  const c = useConsole()
  const practice = useSession((session) => session.info?.kind === 'practice')
  const deckId = useSession((session) => session.deckId)
  const isRead = useRows((rows) => rows.decks.length > 0)
  const deck = useRows((rows) => rows.decks.find(({ id }) => id === deckId) ?? null)
  const brands = useRows((rows) => rows.brands)
  const first = useRows((rows) => deckOf(rows, deckId)?.columns[0]?.id)
  const isDrawn = useRows((rows) => first === undefined || rows.columns.has(first))
  const width = useWindowWidth() - (practice ? 2 * frame : 0)
  const columns = deck?.columns
  const layout = useMemo(
    () =>
      deckLayout(
        width + railWidth,
        (columns ?? []).map(({ look }) => look),
      ),
    [width, columns],
  )
  const title = deck ? deckName(deck, brands) : ''
  useEffect(() => {
    // What the main window does by itself at its start, somebody does here.
    c.session.setState({ begun: true })
  }, [c])
  useEffect(() => {
    if (isRead && deck === null) closeWindow(c)
  }, [c, isRead, deck])
  useEffect(() => {
    if (!isRead || !isDrawn) return
    c.session.setState({ painted: true })
    const column = columnOf(c.rows.getState(), c.session.getState())
    if (column !== null && c.session.getState().overlay === null) enterColumn(c, column)
  }, [c, isRead, isDrawn])
  useEffect(() => {
    if (title !== '') nameWindow(c, title)
  }, [c, title])
  return (
    <Frame look="deck" columns={`${layout.deckWidth}px minmax(0, 1fr)`}>
      <header className={styles['head']}>
        <h1 className={styles['name']}>{title === '' ? t('app.name') : title}</h1>
      </header>
      <Deck layout={layout} />
      <Pane />
    </Frame>
  )
}

export function BesideWindow() {
  const kind = useSession((session) => session.view.kind)
  return kind === 'ticket' ? <TicketWindow /> : <DeckWindow />
}
