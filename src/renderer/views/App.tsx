/** @file The window: its grid, its overlays, and what follows from states as a whole (theme, first questions, painted). */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react'
import { deckElement, focusDeck, openRow } from '../commands/go.ts'
import { deckOf } from '../state/rows.ts'
import { Alerts } from './Alerts.tsx'
import { Banners, PracticeFrame } from './Banners.tsx'
import { useConsole, useRows, useSession } from './console-context.ts'
import { Deck } from './Deck.tsx'
import { deckLayout } from './deck-layout.ts'
import { useHandoverShown } from './handover/use-handover.ts'
import { useAbsenceShown } from './rules/use-absence.ts'
import { PrintedTicket } from './PrintedTicket.tsx'
import { Rail } from './Rail.tsx'
import { Restarting, Screen } from './Screens.tsx'
import { useAreas } from './use-areas.ts'
import { useSeat } from './seat/use-seat.ts'
import { TourBar } from './TourBar.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useTheme } from './use-theme.ts'
import { useWindowWidth } from './use-window-size.ts'
import { ModalNotices, ModalReturn } from '../ui/modal-context.ts'
import styles from './App.module.css'

// Neither is needed for the first column, which waits for nothing that it is not made of.
const loadOverlays = () => import('./Overlays.tsx')
const loadPane = () => import('./Pane.tsx')
const OverlayView = lazy(async () => ({ default: (await loadOverlays()).OverlayView }))
const Pane = lazy(async () => ({ default: (await loadPane()).Pane }))
const BesideWindow = lazy(async () => ({
  default: (await import('./windows/BesideWindow.tsx')).BesideWindow,
}))
const PaperWindow = lazy(async () => ({
  default: (await import('./reports/PaperWindow.tsx')).PaperWindow,
}))

const notices = <Alerts inside />

/** How long the rows of a read that is through may take to the columns. */
const lastRowsMs = 1_000

/** The first task after the next frame: that frame has what is drawn now. */
const afterFrame = (act: () => void) => requestAnimationFrame(() => setTimeout(act))

/** At the start: cursor and pane on the first ticket, the first questions, and word to main that all is drawn. */
function useBeginning(): void {
  const c = useConsole()
  const painted = useRef(false)
  const deckId = useSession((session) => session.deckId)
  const firstColumn = useRows((rows) => deckOf(rows, deckId)?.columns[0]?.id)
  const firstRow = useRows((rows) => rows.columns.get(firstColumn ?? '')?.ids[0])
  // A deck without columns has nothing to wait for.
  const firstIsRead = useRows(
    (rows) => rows.decks.length > 0 && (firstColumn === undefined || rows.columns.has(firstColumn)),
  )
  const settled = useRows(
    (rows) =>
      rows.columns.has(firstColumn ?? '') &&
      rows.brands.every((brand) =>
        brand.handles.every((one) => one.sources.every((source) => source.completeToAt !== null)),
      ),
  )

  useEffect(() => {
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const
    const rest = () => {
      for (const kind of kinds) window.removeEventListener(kind, act, { capture: true })
    }
    // Who says who is here, or answers another question, has not begun to work on a row.
    const act = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[role=dialog]')) return
      rest()
      c.session.setState({ begun: true })
    }
    for (const kind of kinds) window.addEventListener(kind, act, { capture: true })
    return rest
  }, [c])

  useEffect(() => {
    if (!settled) return
    // Rows of that last read are still on their way to the columns.
    return c.clock.after(lastRowsMs, () => c.session.setState({ begun: true }))
  }, [c, settled])

  useEffect(() => {
    // Until the first read is through, or a person acts, what is due first keeps changing: the cursor stays on top.
    if (c.session.getState().begun || firstColumn === undefined || firstRow === undefined) return
    const row = c.rows.getState().rows.get(firstRow)
    if (!row) return
    c.session.setState({ columnId: firstColumn, cursors: { [firstColumn]: firstRow } })
    openRow(c, row)
    if (c.session.getState().overlay === null) focusDeck(c)
  }, [c, firstColumn, firstRow])

  useEffect(() => {
    if (painted.current || (firstRow === undefined && !settled)) return
    painted.current = true
    const { begun, overlay } = c.session.getState()
    // Where the console was before it was closed, the keyboard is again.
    if (begun && overlay === null) focusDeck(c)
    afterFrame(() => c.attempt(() => c.host.invoke('window.painted', {})))
  }, [c, firstRow, settled])

  useEffect(() => {
    if (!firstIsRead) return
    afterFrame(() => {
      c.session.setState({ painted: true })
      // The first dialog that somebody asks for is there by then.
      c.attempt(loadOverlays)
    })
  }, [c, firstIsRead])
}

/** The practice window's frame, px; as in `App.module.css`. */
const frame = 4

/** Where the pane will stand. */
const PaneGround = () => <aside className={styles['ground']} />

function ConsoleView() {
  const practice = useSession((session) => session.info?.kind === 'practice')
  useBeginning()
  useSeat()
  useAbsenceShown()
  const toArea = useAreas()
  const width = useWindowWidth() - (practice ? 2 * frame : 0)
  const workspace = useSession((session) => session.workspace)
  const deckId = useSession((session) => session.deckId)
  const columns = useRows((rows) => deckOf(rows, deckId)?.columns)
  const painted = useSession((session) => session.painted)
  const layout = useMemo(
    () =>
      deckLayout(
        width,
        (columns ?? []).map(({ look }) => look),
      ),
    [width, columns],
  )
  return (
    <div
      className={`${styles['console']} ${practice ? styles['framed'] : ''}`}
      style={{ gridTemplateColumns: `56px ${layout.deckWidth}px minmax(0, 1fr)` }}
      onFocus={toArea}
    >
      <Rail />
      <Banners />
      <TopBar />
      <Deck layout={layout} />
      <Suspense fallback={<PaneGround />}>{painted ? <Pane /> : <PaneGround />}</Suspense>
      <TourBar />
      <StatusBar />
      {workspace.state === 'restarting' && <Restarting at={workspace.at} />}
    </div>
  )
}

/** The element that had the focus before the first of the dialogs that follow each other, or the column if it is gone. */
function useReturn(): () => HTMLElement | null | false {
  const c = useConsole()
  const before = useRef<Element | null>(null)
  useEffect(
    () =>
      c.session.subscribe((now, was) => {
        const { activeElement } = document
        const opens = was.overlay === null && now.overlay !== null
        if (opens && !activeElement?.closest('[role=dialog]')) before.current = activeElement
      }),
    [c],
  )
  return useCallback(() => {
    if (c.session.getState().overlay !== null) return false
    const element = before.current
    const stands = element instanceof HTMLElement && element.isConnected && element !== document.body
    return stands ? element : deckElement(c)
  }, [c])
}

/** A page for paper has nothing of a console around it. */
export function App() {
  const isPaper = useSession((session) => session.view.kind === 'paper')
  return isPaper ? (
    <Suspense fallback={null}>
      <PaperWindow />
    </Suspense>
  ) : (
    <ConsoleApp />
  )
}

function ConsoleApp() {
  useTheme()
  useHandoverShown()
  const back = useReturn()
  const workspace = useSession((session) => session.workspace)
  const overlay = useSession((session) => session.overlay)
  const painted = useSession((session) => session.painted)
  const known = useRows((rows) => rows.decks.length > 0 || rows.detail !== null)
  const isMain = useSession((session) => session.view.kind === 'main')
  // What parts of the screen have read by themselves goes with the brands that they read it of.
  const only = useSession((session) => session.onlyBrandId)
  const modal = overlay !== null && overlay.kind !== 'agent' && workspace.state === 'open'
  // While core restarts, what is on screen stays readable.
  const instead = workspace.state === 'open' || (workspace.state === 'restarting' && known) ? null : workspace
  return (
    <>
      {instead && <Screen state={instead} />}
      {!instead && isMain && <ConsoleView key={only} />}
      {!instead && !isMain && (
        <Suspense fallback={null}>
          <BesideWindow key={only} />
        </Suspense>
      )}
      <ModalReturn value={back}>
        <ModalNotices value={notices}>
          <Suspense fallback={null}>
            {overlay && painted && workspace.state === 'open' && <OverlayView overlay={overlay} />}
          </Suspense>
        </ModalNotices>
      </ModalReturn>
      <PracticeFrame />
      {!modal && <Alerts />}
      <PrintedTicket />
    </>
  )
}
