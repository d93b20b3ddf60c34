/**
 * @file Core, put together: the order in which its parts come to life, and how a committed change reaches windows and
 * engines. The whole of core in one process; tests call this with a fake clock and a vault of their own.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../shared/clock.ts'
import { contract, type ChangeEvent, type Contract } from '../shared/contract/contract.ts'
import { Failure } from '../shared/errors.ts'
import {
  databaseFileName,
  type MediaFile,
  type Outgoing,
  type WorkspaceBoot,
} from '../shared/host-protocol.ts'
import { PracticeGrants } from '../shared/practice-protocol.ts'
import { serve, type Handlers, type RpcPort } from '../shared/rpc.ts'
import { backfillEngine } from './backfill/engine.ts'
import { backfillEstimator } from './backfill/estimate.ts'
import { backfillService } from './backfill/service.ts'
import { agentService } from './agents/service.ts'
import { undoService } from './audit/undo.ts'
import { backupService } from './backup/service.ts'
import { accountsOf } from './brands/accounts.ts'
import { needsReplyCounts } from './brands/counts.ts'
import { brandService } from './brands/service.ts'
import { columnService } from './columns/service.ts'
import { builtInClientId, offerDefaultApp } from './connect/default-app.ts'
import { adoptGrants } from './connect/grants.ts'
import { connectService } from './connect/service.ts'
import { openDatabase } from './db/database.ts'
import { holdLock } from './db/lock.ts'
import { withTransports } from './dms/transport.ts'
import { linkService } from './links/service.ts'
import { listeningService } from './listening/service.ts'
import type { Log } from './log/log.ts'
import { mediaCache } from './media/cache.ts'
import { attachmentService, outgoingFiles } from './media/service.ts'
import { uploads } from './media/uploads.ts'
import { budgetKeeper } from './money/budgets.ts'
import { runsAt } from './money/levels.ts'
import { spendLedger } from './money/ledger.ts'
import { moneyService } from './money/service.ts'
import { outboxEngine } from './outbox/engine.ts'
import { heldEvents } from './outbox/outcome.ts'
import { offeredEvents, offerUndo } from './outbox/acts.ts'
import { undoHeld } from './outbox/decide.ts'
import { outgoingTeller } from './outbox/outgoing.ts'
import { outboxService } from './outbox/service.ts'
import { writeReceipts } from './people/receipt-files.ts'
import { personService } from './people/service.ts'
import { recheckEngine } from './recheck/engine.ts'
import { ownPostService } from './posts/own.ts'
import { routesOf } from './replies/routes.ts'
import type { CallContext } from './rpc-context.ts'
import { sessionService } from './session/service.ts'
import { streamEngine } from './stream/engine.ts'
import { streamService } from './stream/service.ts'
import { syncEngine } from './sync/engine.ts'
import { focusBoard } from './sync/focus.ts'
import { liveIntervals, loopbackIntervals } from './sync/intervals.ts'
import { ticketService } from './tickets/service.ts'
import { wakeTickets } from './tickets/wake.ts'
import type { Vault } from './vault/vault-client.ts'
import { xStack } from './x/stack.ts'

/** Calls that core makes of its own handlers: no window asks. */
const ownCall: CallContext = { connectionId: 'core' }

export type CoreParts = {
  workspace: WorkspaceBoot
  /** The built `long-reader`; see `DatabaseOptions`. */
  longReader: string | URL
  clock: Clock
  vault: Vault
  /** Opens an address in the system browser; rejects when none came up. */
  openOutside: (url: string) => Promise<void>
  onBadge: (badge: { needsReply: number; pressing: boolean }) => void
  /** What has not left yet is not what it was. */
  onOutgoing: (outgoing: Outgoing) => void
  log: Log
  /** 0 ≤ x < 1: spreads retries. */
  random: () => number
}

export type Core = {
  brandCount: number
  /** Serves one window; the returned function ends the connection. */
  connect(portId: string, port: RpcPort): () => void
  /** Begins to read from X and to send. What is stored is served before that already. */
  begin(): Promise<void>
  /** The file behind an opaque name; null when there is nothing that may be shown. */
  media(id: string): Promise<MediaFile | null>
  power(state: 'suspend' | 'resume' | 'online' | 'offline'): void
  /** Freezes everything outgoing; resolves once that is written. */
  freeze(): Promise<void>
  /** Resolves once nothing is under way: what waits for its time does not count. */
  idle(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the workspace: lock, database, X; the engines wait for `begin`.
 * @throws Failure `workspace.*`, `disk.*`; what was opened by then is closed again
 */
export async function openCore(parts: CoreParts): Promise<Core> {
  const { workspace, clock, vault, openOutside, onBadge, onOutgoing, log, random } = parts
  const { xWebOrigin } = workspace
  const lock = holdLock(workspace.folder)
  const connections = new Map<string, ReturnType<typeof serve>>()
  let told = (_event: ChangeEvent): void => {}

  const ledger = spendLedger({
    clock,
    log,
    write: (work) => database.write(work),
    onEntries(entries) {
      budgets.spent(entries)
      stream.budgetsMoved()
    },
  })
  const database = (() => {
    try {
      return openDatabase({
        file: join(workspace.folder, databaseFileName),
        key: workspace.databaseKey,
        workspaceId: workspace.id,
        xOrigin: workspace.stamp,
        clock,
        log,
        longReader: parts.longReader,
        onCommit: (event) => {
          for (const connection of connections.values()) connection.emit(event)
          told(event)
        },
        beforeCommit: ledger.beforeCommit,
      })
    } catch (error) {
      lock.release()
      throw error
    }
  })()

  const accounts = accountsOf(database)
  const x = xStack({
    origin: workspace.xOrigin,
    webOrigin: xWebOrigin,
    accounts,
    vault,
    clock,
    log,
    onCharge: ledger.note,
    admit: (handleId, stream) => budgets.admit(handleId, stream),
  })
  const budgets = budgetKeeper({ read: database.read, clock, offsetMs: () => x.client.dateOffsetMs() })
  const translate = (error: unknown, where: string): Failure => {
    const id = randomUUID()
    log.error('core.unforeseen', error, { id, where })
    return new Failure('internal', { id })
  }

  const gateway = withTransports(x.client, database)
  const focus = focusBoard()
  const sync = syncEngine({
    database,
    gateway,
    credits: x.credits,
    budgetOf: budgets.levelOf,
    clock,
    log,
    intervals: workspace.kind === 'live' ? liveIntervals : loopbackIntervals,
    random,
    isOnScreen: focus.isOnScreen,
    isStreaming: (handleId) => stream.isStreaming(handleId),
  })
  const stream = streamEngine({
    database,
    apps: x.apps,
    client: x.client,
    clock,
    log,
    onCharge: ledger.note,
    random,
    pollSoon(handleId, source) {
      if (sync.reads(handleId, source)) sync.syncNow(handleId, source)
    },
    isCapped: (handleId) => !runsAt(budgets.levelOf(handleId), 'stream'),
    onMoved: sync.replan,
  })
  /** Handles were connected, removed or signed in again. */
  const refresh = async (): Promise<void> => {
    await sync.refresh()
    await stream.refresh()
  }
  // Nothing keeps incidents yet: none is open.
  const incidentOf = (): boolean => false
  const files = outgoingFiles(workspace.folder, database)
  const upload = uploads({ database, files, x: x.client, clock, log })
  const outbox = outboxEngine({
    database,
    x: gateway,
    uploads: upload,
    incidentOf,
    clock,
    log,
    translate: (error) => translate(error, 'outbox'),
  })
  const media = mediaCache({
    folder: workspace.folder,
    xOrigin: workspace.xOrigin,
    database,
    x: x.client,
    clock,
    log,
  })
  const wake = wakeTickets({ database, clock, log })
  const backfill = backfillEngine({
    database,
    gateway,
    clock,
    log,
    random,
    isStopped: (handleId) => !runsAt(budgets.levelOf(handleId), 'backfill'),
  })
  const recheck = recheckEngine({ database, gateway, clock, log })

  const signIn = { database, accounts, vault, x, clock }
  const connect = connectService({
    ...signIn,
    openOutside,
    redirectPorts: workspace.redirectPorts,
    log,
    onConnected: () => {
      void refresh()
      // What was under way for this handle goes on, and its budgets count from now.
      backfill.wake()
      budgets.load().catch((error: unknown) => log.error('core.budgets', error))
    },
  })
  const { close: closeConnect, ...connectHandlers } = connect
  const sweepFiles = async (): Promise<void> => void (await Promise.all([media.sweep(), files.sweep()]))
  const handlers: Handlers<Contract, CallContext> = {
    ...sessionService({ database, workspace, focus, onFocus: sync.replan }),
    ...agentService({ database }),
    ...backupService({ database, folder: workspace.folder, clock, log }),
    ...brandService({ database, vault, x, clock, log, sync: { ...sync, refresh }, stream }),
    ...streamService({ stream }),
    ...connectHandlers,
    ...backfillService({
      database,
      estimate: backfillEstimator({ database, accounts, apps: x.apps, now: budgets.xNow, log }),
      now: budgets.xNow,
      allowTry: x.credits.allowTry,
      onBegun: backfill.wake,
    }),
    ...columnService({ database, clock }),
    ...ticketService({
      database,
      xWebOrigin,
      routesOf: (ticketId) => routesOf(database.read, ticketId, xWebOrigin),
      onOpened: recheck.opened,
    }),
    ...ownPostService({ database }),
    ...outboxService({
      database,
      x: gateway,
      clock,
      xWebOrigin,
      incidentOf,
      pausedUntil: outbox.pausedUntil,
    }),
    ...undoService({
      database,
      undoers: {
        ...Object.fromEntries(heldEvents.map((event) => [event, undoHeld])),
        ...Object.fromEntries(offeredEvents.map((event) => [event, offerUndo])),
      },
    }),
    ...listeningService({ database, gateway: x.client, sync, clock }),
    ...moneyService({ database, budgets, x, sync: { ...sync, refresh } }),
    ...personService({ database, folder: workspace.folder, sweepFiles, log }),
    ...attachmentService({ database, files, onRemoved: (id) => upload.cancel(id) }),
    ...linkService({ database, open: openOutside, xWebOrigin }),
  }

  const badge = async (): Promise<void> => {
    const counts = [...(await needsReplyCounts(database.read, clock.now())).values()]
    onBadge({
      needsReply: counts.reduce((sum, { needsReply }) => sum + needsReply, 0),
      pressing: counts.some(({ pressing }) => pressing),
    })
  }
  const outgoing = outgoingTeller({
    pending: () => handlers['outbox.pending']({}, ownCall),
    stopped: async () => (await handlers['session.get']({}, ownCall)).stopped !== null,
    clockOffsetMs: workspace.clockOffsetMs,
    tell: onOutgoing,
    failed: (error) => log.error('core.outgoing', error),
  })
  told = (event) => {
    if (event.jobIds.length > 0 || event.session) outgoing.changed()
    if (event.jobIds.length > 0) outbox.wake()
    else if (event.ticketIds.length > 0) outbox.read()
    if (event.ticketIds.length > 0) wake.rearm()
    if (event.brandIds.length > 0) badge().catch((error: unknown) => log.error('core.badge', error))
  }

  let closing = false
  async function close(): Promise<void> {
    closing = true
    for (const connection of connections.values()) connection.end()
    connections.clear()
    closeConnect()
    x.client.stop()
    upload.stop()
    await Promise.all([
      sync.stop(),
      stream.stop(),
      outbox.stop(),
      wake.stop(),
      backfill.stop(),
      recheck.stop(),
      media.stop(),
    ])
    x.close()
    await ledger.stop().catch((error: unknown) => log.error('ledger.unwritten', error))
    await database.close()
    lock.release()
  }

  try {
    await budgets.load()
    if (workspace.kind === 'live') await offerDefaultApp(signIn, builtInClientId)
    if (workspace.grants !== null) await adoptGrants(signIn, PracticeGrants.parse(workspace.grants))
    await Promise.all([badge(), outgoing.changed()])
  } catch (error) {
    await close()
    throw error
  }

  const { count } = await database.read
    .selectFrom('brands')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()

  return {
    brandCount: count,
    connect(portId, port) {
      connections.set(portId, serve(port, contract, handlers, { connectionId: portId }, translate))
      return () => {
        connections.delete(portId)
        focus.leave(portId)
      }
    },
    async begin() {
      if (closing) return
      await Promise.all([sync.start(), outbox.start(), backfill.start()])
      await stream.start()
      wake.rearm()
      recheck.start()
      writeReceipts(database, workspace.folder).catch((error: unknown) => log.error('person.receipts', error))
      await sweepFiles()
    },
    media: async (id) => (await media.find(id)) ?? (await files.find(id)),
    power(state) {
      sync.power(state)
      stream.power(state)
      if (state === 'resume' || state === 'online') {
        outbox.wake()
        recheck.wake()
      }
      if (state === 'resume') wake.rearm()
      if (state === 'resume' || state === 'online') backfill.wake()
    },
    async freeze() {
      await handlers['outbox.stop']({}, ownCall)
    },
    async idle() {
      await stream.idle()
      await Promise.all([
        sync.idle(),
        outbox.idle(),
        wake.idle(),
        backfill.idle(),
        recheck.idle(),
        ledger.idle(),
      ])
    },
    close,
  }
}
