/** @file Every method of the contract and who answers it. Knows no window and starts nothing. */
import type { Contract } from '../shared/contract/contract.ts'
import type { Handlers } from '../shared/rpc.ts'
import { absenceService } from './absences/service.ts'
import { agentUndoers } from './agents/manage.ts'
import { pinGate } from './agents/pin-gate.ts'
import { agentService } from './agents/service.ts'
import { approvalService } from './approvals/service.ts'
import { alertService } from './alerts/service.ts'
import { pageUndoers } from './answers/pages.ts'
import { answerService } from './answers/service.ts'
import { undoService } from './audit/undo.ts'
import { backfillEstimator } from './backfill/estimate.ts'
import { backfillService } from './backfill/service.ts'
import { backupService } from './backup/service.ts'
import type { Base } from './base.ts'
import { leaveService } from './brands/leave.ts'
import { pasteService, pasteUndoers } from './brands/paste.ts'
import { brandService } from './brands/service.ts'
import { brandSettingsService, undoBrandSet } from './brands/settings.ts'
import { bulkService } from './bulk/tally.ts'
import { columnService } from './columns/service.ts'
import { deckUndoers } from './decks/repo.ts'
import { deckService } from './decks/service.ts'
import { connectService } from './connect/service.ts'
import type { CoreParts } from './core-parts.ts'
import { translator, type Engines } from './engines.ts'
import { csatService } from './csat/service.ts'
import { guardService } from './guards/service.ts'
import { handoverService } from './handover/service.ts'
import { takeUndoers } from './handover/take.ts'
import { handoverUndoers } from './handover/words.ts'
import { incidentService } from './incidents/service.ts'
import { tellService } from './incidents/tell.ts'
import { incidentUndoers } from './incidents/undo.ts'
import { keymapService } from './keymap/service.ts'
import { kitService } from './kit/service.ts'
import { undoKitTaken } from './kit/take.ts'
import { deadlineService } from './deadlines/service.ts'
import { drillService } from './drill/service.ts'
import { wishService, wishUndoers } from './guards/wishes.ts'
import { linkService } from './links/service.ts'
import { listeningService } from './listening/service.ts'
import { undoMacroDone } from './macros/after-sent.ts'
import { closeInPublicService } from './macros/close-in-public.ts'
import { moveToDmService } from './macros/move-to-dm.ts'
import { playbookService, undoTick } from './macros/playbook.ts'
import { macroService, undoMacro } from './macros/service.ts'
import { attachmentService } from './media/service.ts'
import { muteService, muteUndoers } from './mutes/service.ts'
import { noticeService } from './notices/service.ts'
import { noticeUndoers } from './notices/undo.ts'
import { searchService } from './search/service.ts'
import { moneyService } from './money/service.ts'
import { offeredEvents, offerUndo } from './outbox/acts.ts'
import { recallOfBrand, undoHeld } from './outbox/decide.ts'
import { heldEvents } from './outbox/outcome.ts'
import { outboxService } from './outbox/service.ts'
import { emojiService } from './palette/emoji.ts'
import { paletteService } from './palette/service.ts'
import { mentionService } from './people/mentionable.ts'
import { customerService } from './people/card.ts'
import { personService } from './people/service.ts'
import { placeService } from './place/service.ts'
import { ownPostService } from './posts/own.ts'
import { reportDeliveryService } from './reports/delivery-service.ts'
import { reportService } from './reports/service.ts'
import { ruleService, ruleUndoers } from './rules/service.ts'
import { routesOf } from './replies/routes.ts'
import type { CallContext } from './rpc-context.ts'
import { sessionService } from './session/service.ts'
import { streamService } from './stream/service.ts'
import { attributeService } from './tickets/attributes.ts'
import { deskUndoers } from './tickets/desk-undo.ts'
import { fieldService, fieldUndoers } from './tickets/fields.ts'
import { moveHandleService } from './tickets/move-handle.ts'
import { handOffService } from './tickets/hand-off.ts'
import { historyService } from './tickets/history.ts'
import { openByHandService } from './tickets/open-by-hand.ts'
import { promiseService, promiseUndoers } from './tickets/promises.ts'
import { ticketService } from './tickets/service.ts'
import { triageService, triageUndoers } from './triage/service.ts'
import { mergeService } from './tickets/merge.ts'
import { mergeUndoers } from './tickets/merge-undo.ts'
import { statusService } from './tickets/status.ts'
import { webhookService } from './webhooks/service.ts'

/**
 * @param chosenFolder the folder of a dialog of main's; null: nobody remembers
 * @returns the handlers, and `close`, which ends sign-ins that wait for a browser
 */
export function handlersOf(
  { workspace, clock, vault, openOutside, log }: CoreParts,
  base: Base,
  engines: Engines,
  chosenFolder: (folderId: string) => string | null,
): { handlers: Handlers<Contract, CallContext>; close(): void } {
  const { database, budgets, accounts, x, gateway } = base
  const { stream, backfill, refresh } = engines
  const { folder, xWebOrigin } = workspace
  const sync = { ...engines.sync, refresh }
  const { close, ...connectHandlers } = connectService({
    database,
    accounts,
    vault,
    x,
    clock,
    log,
    openOutside,
    redirectPorts: workspace.redirectPorts,
    onConnected: () => {
      void refresh()
      // What was under way for this handle goes on, and its budgets count from now.
      backfill.wake()
      budgets.load().catch((error: unknown) => log.error('core.budgets', error))
    },
  })
  const gate = pinGate({ database, clock })
  const handlers: Handlers<Contract, CallContext> = {
    ...sessionService({ database, workspace, focus: engines.focus, onFocus: sync.replan }),
    ...agentService({ database, gate }),
    ...approvalService({ database, gate }),
    ...backupService({ database, folder, clock, log }),
    ...brandService({ database, vault, x, clock, log, sync, stream }),
    ...pasteService({ database }),
    ...brandSettingsService({ database, silence: recallOfBrand }),
    ...deadlineService({ database }),
    ...drillService({ database, kind: workspace.kind }),
    ...leaveService({
      database,
      vault,
      x,
      clock,
      log,
      sync,
      stream,
      folder,
      sweepFiles: engines.sweepFiles,
    }),
    ...streamService({ stream }),
    ...connectHandlers,
    ...backfillService({
      database,
      estimate: backfillEstimator({ database, accounts, apps: x.apps, now: budgets.xNow, log }),
      now: budgets.xNow,
      allowTry: x.credits.allowTry,
      onBegun: backfill.wake,
    }),
    ...macroService({ database }),
    ...answerService({ database, clock }),
    ...playbookService({ database }),
    ...kitService({ database, sync }),
    ...moveToDmService({ database, xWebOrigin, now: () => clock.now() }),
    ...deckService({ database, clock }),
    ...columnService({ database, clock }),
    ...muteService({ database, clock }),
    ...noticeService({ database, clock, translate: translator({ log }) }),
    ...bulkService({ database }),
    ...ticketService({
      database,
      xWebOrigin,
      routesOf: (ticketId) => routesOf(database.read, ticketId, xWebOrigin),
      onOpened: engines.recheck.opened,
    }),
    ...statusService({ database }),
    ...openByHandService({ database }),
    ...mergeService({ database }),
    ...triageService({ database, open: openOutside }),
    ...csatService({ database, clock }),
    ...handoverService({ database, clock, budgets }),
    ...incidentService({ database }),
    ...tellService({ database, clock, xWebOrigin }),
    ...reportService({ database, clock }),
    ...reportDeliveryService({
      database,
      clock,
      xNow: budgets.xNow,
      deliveries: engines.deliveries,
      chosenFolder,
    }),
    ...ruleService({ database, clock }),
    ...absenceService({ database }),
    ...alertService({ database, clock }),
    ...webhookService({ database, vault, clock, engine: engines.webhooks }),
    ...guardService({ database, clock }),
    ...searchService({ database, clock }),
    ...attributeService({ database }),
    ...promiseService({ database }),
    ...handOffService({ database }),
    ...moveHandleService({ database, clock, xWebOrigin }),
    ...fieldService({ database }),
    ...closeInPublicService({ database }),
    ...wishService({ database }),
    ...historyService({ database }),
    ...ownPostService({ database, xNow: budgets.xNow }),
    ...outboxService({
      database,
      x: gateway,
      clock,
      xWebOrigin,
      pausedUntil: engines.outbox.pausedUntil,
    }),
    ...undoService({
      database,
      undoers: {
        ...agentUndoers,
        'brand.set': (tx, row) => undoBrandSet(tx, row, recallOfBrand),
        'kit.taken': undoKitTaken,
        'playbook.ticked': undoTick,
        'macro.saved': undoMacro,
        'macro.removed': undoMacro,
        'macro.done': undoMacroDone,
        ...pageUndoers,
        ...pasteUndoers,
        ...deskUndoers,
        ...fieldUndoers,
        ...promiseUndoers,
        ...mergeUndoers,
        ...Object.fromEntries(heldEvents.map((event) => [event, undoHeld])),
        ...Object.fromEntries(offeredEvents.map((event) => [event, offerUndo])),
        ...triageUndoers,
        ...wishUndoers,
        ...handoverUndoers,
        ...takeUndoers,
        ...incidentUndoers,
        ...ruleUndoers,
        ...deckUndoers,
        ...muteUndoers,
        ...noticeUndoers,
      },
    }),
    ...listeningService({ database, gateway: x.client, sync: engines.sync, clock }),
    ...moneyService({ database, budgets, x, sync }),
    ...paletteService({ database }),
    ...emojiService({ database }),
    ...keymapService({ database }),
    ...placeService({ database }),
    ...mentionService({ database }),
    ...customerService({ database }),
    ...personService({ database, folder, sweepFiles: engines.sweepFiles, log }),
    ...attachmentService({
      database,
      files: engines.files,
      onRemoved: (id) => engines.upload.cancel(id),
    }),
    ...linkService({ database, open: openOutside, xWebOrigin }),
  }
  return { handlers, close }
}
