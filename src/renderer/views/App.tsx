/** @file The window: its grid, its overlays, and what follows from states as a whole (theme, first questions, painted). */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { deckElement, focusDeck, openRow } from '../commands/go.ts'
import { deckOf } from '../state/rows.ts'
import type { Overlay } from '../state/session.ts'
import { ActDialog } from './ActDialog.tsx'
import { Alerts } from './Alerts.tsx'
import { Banners, PracticeFrame } from './Banners.tsx'
import { BrandSettingsDialog } from './brand-settings/BrandSettingsDialog.tsx'
import { BrandsDialog } from './BrandsDialog.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { CheatSheet } from './CheatSheet.tsx'
import { CompensateDialog } from './CompensateDialog.tsx'
import { ComposeDialog } from './ComposeDialog.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import { useConsole, useRows, useSession } from './console-context.ts'
import { Deck } from './Deck.tsx'
import { CategoryDialog } from './CategoryDialog.tsx'
import { DeckDialog } from './DeckDialog.tsx'
import { DeskDialog } from './desk/DeskDialog.tsx'
import { ForgetDialog } from './ForgetDialog.tsx'
import { deckLayout } from './deck-layout.ts'
import { ImpostorDialog } from './ImpostorDialog.tsx'
import { IncidentsDialog } from './incidents/IncidentsDialog.tsx'
import { AbsenceDialog } from './rules/AbsenceDialog.tsx'
import { useAbsenceShown } from './rules/use-absence.ts'
import { AlertsDialog } from './rules/AlertsDialog.tsx'
import { RulesDialog } from './rules/RulesDialog.tsx'
import { OpenIncidentDialog } from './incidents/OpenIncidentDialog.tsx'
import { KeysDialog } from './keys/KeysDialog.tsx'
import { KitDialog } from './kit/KitDialog.tsx'
import { LearnedDialog } from './LearnedDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { ListeningDialog } from './ListeningDialog.tsx'
import { MediaDialog } from './MediaDialog.tsx'
import { OwnPosts } from './OwnPosts.tsx'
import { Palette } from './palette/Palette.tsx'
import { Pane } from './Pane.tsx'
import { PastDialog } from './PastPosts.tsx'
import { Rail } from './Rail.tsx'
import { ReleaseList } from './ReleaseList.tsx'
import { Restarting, Screen } from './Screens.tsx'
import { SpendPanel } from './SpendPanel.tsx'
import { VoiceDialog } from './replying/VoiceDialog.tsx'
import { MacrosDialog } from './replying/MacrosDialog.tsx'
import { ScenariosDialog } from './ScenariosDialog.tsx'
import { ClientSafeDialog } from './ClientSafe.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { SearchDialog } from './search/SearchDialog.tsx'
import { AgentsDialog } from './seat/AgentsDialog.tsx'
import { ApproveDialog } from './seat/ApproveDialog.tsx'
import { SeatDialog } from './seat/SeatDialog.tsx'
import { useSeat } from './seat/use-seat.ts'
import { StatusBar } from './StatusBar.tsx'
import { StackDialog } from './desk/StackDialog.tsx'
import { StatusDialog } from './StatusDialog.tsx'
import { TopBar } from './TopBar.tsx'
import { WhyDialog } from './WhyDialog.tsx'
import { useTheme } from './use-theme.ts'
import { useWindowWidth } from './use-window-size.ts'
import { ModalNotices, ModalReturn } from '../ui/Modal.tsx'
import styles from './App.module.css'

const notices = <Alerts inside />

function OverlayView({ overlay }: { overlay: Overlay }) {
  const c = useConsole()
  const close = () => c.session.setState({ overlay: null })
  switch (overlay.kind) {
    case 'palette':
      return <Palette only={overlay.only} onClose={close} />
    case 'cheat-sheet':
      return <CheatSheet onClose={close} />
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'agent':
      return <SeatDialog onClose={close} />
    case 'agents':
      return <AgentsDialog onClose={close} />
    case 'approve':
      return <ApproveDialog jobId={overlay.jobId} onClose={close} />
    case 'money':
      return <SpendPanel onClose={close} />
    case 'brands':
      return <BrandsDialog onClose={close} />
    case 'remove':
      return <LeaveDialog brandId={overlay.brandId} onClose={close} />
    case 'media':
      return <MediaDialog media={overlay.media} at={overlay.at} onClose={close} />
    case 'past':
      return <PastDialog handleId={overlay.handleId} onClose={close} />
    case 'release-list':
      return <ReleaseList onClose={close} />
    case 'compose':
      return <ComposeDialog brandId={overlay.brandId} onClose={close} />
    case 'scenarios':
      return <ScenariosDialog onClose={close} />
    case 'deck':
      return <DeckDialog ask={overlay.ask} onClose={close} />
    case 'client-safe':
      return <ClientSafeDialog onClose={close} />
    case 'search':
      return <SearchDialog onClose={close} />
    case 'schedule':
      return <ScheduleDialog onClose={close} />
    case 'act':
      return <ActDialog act={overlay.act} ticketId={overlay.ticketId} onClose={close} />
    case 'stack':
      return <StackDialog ask={overlay.ask} ticketIds={overlay.ticketIds} onClose={close} />
    case 'status':
      return <StatusDialog ticketIds={overlay.ticketIds} onClose={close} />
    case 'category':
      return <CategoryDialog ticketIds={overlay.ticketIds} onClose={close} />
    case 'learned':
      return <LearnedDialog onClose={close} />
    case 'why':
      return <WhyDialog ticketId={overlay.ticketId} onClose={close} />
    case 'impostors':
      return <ImpostorDialog ticketId={overlay.ticketId} onClose={close} />
    case 'own-posts':
      return <OwnPosts brandId={overlay.brandId} editing={overlay.editing ?? null} onClose={close} />
    case 'compensate':
      return <CompensateDialog offer={overlay.offer} onClose={close} />
    case 'desk':
      return <DeskDialog ask={overlay.ask} ticketIds={overlay.ticketIds} onClose={close} />
    case 'listening':
      return <ListeningDialog brandId={overlay.brandId} onClose={close} />
    case 'incidents':
      return <IncidentsDialog incidentId={overlay.incidentId} onClose={close} />
    case 'incident-open':
      return (
        <OpenIncidentDialog ticketIds={overlay.ticketIds} about={overlay.about ?? null} onClose={close} />
      )
    case 'rules':
      return <RulesDialog onClose={close} />
    case 'alerts':
      return <AlertsDialog onClose={close} />
    case 'absence':
      return <AbsenceDialog onClose={close} />
    case 'kit':
      return <KitDialog brandId={overlay.brandId} onClose={close} />
    case 'voice':
      return <VoiceDialog brandId={overlay.brandId} onClose={close} />
    case 'macros':
      return <MacrosDialog brandId={overlay.brandId} onClose={close} />
    case 'bulk':
      return <BulkDialog command={overlay.command} onClose={close} />
    case 'brand-settings':
      return <BrandSettingsDialog brandId={overlay.brandId} section={overlay.section} onClose={close} />
    case 'forget':
      return <ForgetDialog xUserId={overlay.xUserId} onClose={close} />
    case 'connect':
      return <ConnectDialog target={overlay.target} onClose={close} />
  }
}

/** How long the rows of a read that is through may take to the columns. */
const lastRowsMs = 1_000

/** At the start: cursor and pane on the first ticket, the first questions, and word to main that all is drawn. */
function useBeginning(): void {
  const c = useConsole()
  const painted = useRef(false)
  const deckId = useSession((session) => session.deckId)
  const firstColumn = useRows((rows) => deckOf(rows, deckId)?.columns[0]?.id)
  const firstRow = useRows((rows) => rows.columns.get(firstColumn ?? '')?.ids[0])
  const settled = useRows(
    (rows) =>
      rows.columns.has(firstColumn ?? '') &&
      rows.brands.every((brand) =>
        brand.handles.every((one) => one.sources.every((source) => source.completeToAt !== null)),
      ),
  )

  useEffect(() => {
    const act = () => c.session.setState({ begun: true })
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const
    for (const kind of kinds) window.addEventListener(kind, act, { capture: true, once: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, act, { capture: true })
    }
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
    // The first task after the next frame: that frame has the rows.
    requestAnimationFrame(() => setTimeout(() => c.attempt(() => c.host.invoke('window.painted', {}))))
  }, [c, firstRow, settled])
}

/** The practice window's frame, px; as in `App.module.css`. */
const frame = 4

function ConsoleView() {
  const c = useConsole()
  const practice = useSession((session) => session.info?.kind === 'practice')
  useBeginning()
  useSeat()
  useAbsenceShown()
  const width = useWindowWidth() - (practice ? 2 * frame : 0)
  const workspace = useSession((session) => session.workspace)
  const deckId = useSession((session) => session.deckId)
  const columns = useRows((rows) => deckOf(rows, deckId)?.columns)
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
      onFocus={(event) => {
        const area = event.target.closest('[data-area]')?.getAttribute('data-area')
        if (area === 'deck' || area === 'pane' || area === 'composer') c.session.setState({ area })
      }}
    >
      <Rail />
      <Banners />
      <TopBar />
      <Deck layout={layout} />
      <Pane />
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

export function App() {
  useTheme()
  const back = useReturn()
  const workspace = useSession((session) => session.workspace)
  const overlay = useSession((session) => session.overlay)
  const known = useRows((rows) => rows.decks.length > 0)
  // What parts of the screen have read by themselves goes with the brands that they read it of.
  const only = useSession((session) => session.onlyBrandId)
  const modal = overlay !== null && overlay.kind !== 'agent' && workspace.state === 'open'
  // While core restarts, what is on screen stays readable.
  const instead = workspace.state === 'open' || (workspace.state === 'restarting' && known) ? null : workspace
  return (
    <>
      {instead ? <Screen state={instead} /> : <ConsoleView key={only} />}
      <ModalReturn value={back}>
        <ModalNotices value={notices}>
          {overlay && workspace.state === 'open' && <OverlayView overlay={overlay} />}
        </ModalNotices>
      </ModalReturn>
      <PracticeFrame />
      {!modal && <Alerts />}
    </>
  )
}
