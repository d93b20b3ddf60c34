/** @file What lies above the console, one at a time. Loaded after the console is drawn: nothing of it is on the first screen. */
import { lazy } from 'react'
import { ActDialog } from './ActDialog.tsx'
import { BrandsDialog } from './BrandsDialog.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { CategoryDialog } from './CategoryDialog.tsx'
import { CheatSheet } from './CheatSheet.tsx'
import { ClientSafeDialog } from './ClientSafe.tsx'
import { CompensateDialog } from './CompensateDialog.tsx'
import { ComposeDialog } from './ComposeDialog.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import { CustomerDialog } from './CustomerDialog.tsx'
import { DeckDialog } from './DeckDialog.tsx'
import { ForgetDialog } from './ForgetDialog.tsx'
import { ImpostorDialog } from './ImpostorDialog.tsx'
import { LearnedDialog } from './LearnedDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { ListeningDialog } from './ListeningDialog.tsx'
import { MediaDialog } from './MediaDialog.tsx'
import { MutesDialog } from './MutesDialog.tsx'
import { OwnPosts } from './OwnPosts.tsx'
import { PastDialog } from './PastPosts.tsx'
import { QuietHoursDialog } from './QuietHoursDialog.tsx'
import { ReleaseList } from './ReleaseList.tsx'
import { ScenariosDialog } from './ScenariosDialog.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { SpendPanel } from './SpendPanel.tsx'
import { StatusDialog } from './StatusDialog.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import { WhyDialog } from './WhyDialog.tsx'
import { AnswersDialog } from './answers/AnswersDialog.tsx'
import { BrandSettingsDialog } from './brand-settings/BrandSettingsDialog.tsx'
import { PasteDialog } from './clients/PasteDialog.tsx'
import { DeskDialog } from './desk/DeskDialog.tsx'
import { StackDialog } from './desk/StackDialog.tsx'
import { DrillDialog } from './drill/DrillDialog.tsx'
import { HandoverDialog } from './handover/HandoverDialog.tsx'
import { IncidentsDialog } from './incidents/IncidentsDialog.tsx'
import { OpenIncidentDialog } from './incidents/OpenIncidentDialog.tsx'
import { KeysDialog } from './keys/KeysDialog.tsx'
import { KitDialog } from './kit/KitDialog.tsx'
import { NoticesDialog } from './notices/NoticesDialog.tsx'
import { Palette } from './palette/Palette.tsx'
import { MacrosDialog } from './replying/MacrosDialog.tsx'
import { VoiceDialog } from './replying/VoiceDialog.tsx'
import { AbsenceDialog } from './rules/AbsenceDialog.tsx'
import { AlertsDialog } from './rules/AlertsDialog.tsx'
import { RulesDialog } from './rules/RulesDialog.tsx'
import { SearchDialog } from './search/SearchDialog.tsx'
import { AgentsDialog } from './seat/AgentsDialog.tsx'
import { ApproveDialog } from './seat/ApproveDialog.tsx'
import { SeatDialog } from './seat/SeatDialog.tsx'
import type { Overlay } from '../state/session.ts'
import { useConsole } from './console-context.ts'

/** Its charts weigh as much as all other dialogs, and few open it: read when it is asked for. */
const ReportDialog = lazy(async () => ({
  default: (await import('./reports/ReportDialog.tsx')).ReportDialog,
}))
const DeliveryDialog = lazy(async () => ({
  default: (await import('./reports/DeliveryDialog.tsx')).DeliveryDialog,
}))

export function OverlayView({ overlay }: { overlay: Overlay }) {
  const c = useConsole()
  const close = () => c.session.setState({ overlay: null })
  switch (overlay.kind) {
    case 'palette':
      return <Palette only={overlay.only} onClose={close} />
    case 'cheat-sheet':
      return <CheatSheet onClose={close} />
    case 'undo':
      return <UndoDialog onClose={close} />
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
    case 'paste':
      return <PasteDialog onClose={close} />
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
    case 'drill':
      return <DrillDialog onClose={close} />
    case 'deck':
      return <DeckDialog ask={overlay.ask} onClose={close} />
    case 'quiet-hours':
      return <QuietHoursDialog onClose={close} />
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
    case 'mutes':
      return <MutesDialog about={overlay.about} onClose={close} />
    case 'learned':
      return <LearnedDialog onClose={close} />
    case 'why':
      return <WhyDialog ticketId={overlay.ticketId} onClose={close} />
    case 'customer':
      return <CustomerDialog ticketId={overlay.ticketId} onClose={close} />
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
    case 'notices':
      return <NoticesDialog ask={overlay.ask} onClose={close} />
    case 'rules':
      return <RulesDialog onClose={close} />
    case 'report':
      return <ReportDialog onClose={close} />
    case 'report-delivery':
      return <DeliveryDialog clientId={overlay.clientId} back={overlay.back} onClose={close} />
    case 'alerts':
      return <AlertsDialog onClose={close} />
    case 'handover':
      return <HandoverDialog onClose={close} />
    case 'absence':
      return <AbsenceDialog onClose={close} />
    case 'kit':
      return <KitDialog brandId={overlay.brandId} onClose={close} />
    case 'voice':
      return <VoiceDialog brandId={overlay.brandId} onClose={close} />
    case 'macros':
      return <MacrosDialog brandId={overlay.brandId} text={overlay.text ?? null} onClose={close} />
    case 'answers':
      return <AnswersDialog brandId={overlay.brandId} answer={overlay.answer ?? null} onClose={close} />
    case 'bulk':
      return <BulkDialog command={overlay.command} onClose={close} />
    case 'brand-settings':
      return <BrandSettingsDialog brandId={overlay.brandId} section={overlay.section} onClose={close} />
    case 'forget':
      return <ForgetDialog xUserId={overlay.xUserId} onClose={close} />
    case 'connect':
      return (
        <ConnectDialog
          key={overlay.target.kind === 'expected' ? overlay.target.expectedId : overlay.target.kind}
          target={overlay.target}
          onClose={close}
        />
      )
  }
}
