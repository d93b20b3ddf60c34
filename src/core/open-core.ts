/**
 * @file Core, put together: the order in which its parts come to life, and how a committed change reaches windows and
 * engines. The whole of core in one process; tests call this with a fake clock and a vault of their own.
 */
import { contract, type ChangeEvent } from '../shared/contract/contract.ts'
import type { MediaFile } from '../shared/host-protocol.ts'
import { PracticeGrants } from '../shared/practice-protocol.ts'
import { serve, type RpcPort } from '../shared/rpc.ts'
import { openBase } from './base.ts'
import { admit } from './agents/permissions.ts'
import { needsReplyCounts } from './brands/counts.ts'
import { builtInClientId, offerDefaultApp } from './connect/default-app.ts'
import { adoptGrants } from './connect/grants.ts'
import type { CoreParts } from './core-parts.ts'
import { engines as buildEngines, translator } from './engines.ts'
import { handlersOf } from './handlers.ts'
import { outgoingTeller } from './outbox/outgoing.ts'
import { writeReceipts } from './people/receipt-files.ts'
import type { CallContext } from './rpc-context.ts'

/** Calls that core makes of its own handlers: no window asks. */
const ownCall: CallContext = { connectionId: 'core' }

export type Core = {
  brandCount: number
  /** Serves one window; the returned function ends the connection. */
  connect(portId: string, port: RpcPort): () => void
  /** Begins to read from X and to send. What is stored is served before that already. */
  begin(): Promise<void>
  /** The file behind an opaque name; null when there is nothing that may be shown. */
  media(id: string): Promise<MediaFile | null>
  power(state: 'suspend' | 'resume' | 'online' | 'offline'): void
  /** A person chose a folder; windows name it by its id from now on. */
  folderChosen(folderId: string, folder: string): void
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
  const { workspace, clock, vault, onBadge, onOutgoing, log } = parts
  const connections = new Map<string, ReturnType<typeof serve>>()
  let told = (_event: ChangeEvent, _postIds: readonly string[]): void => {}
  const base = openBase(parts, {
    onCommit(event, postIds) {
      for (const connection of connections.values()) connection.emit(event)
      told(event, postIds)
    },
    onSpent: () => engines.stream.budgetsMoved(),
  })
  const { database, budgets, accounts, x } = base
  const engines = buildEngines(parts, base)
  /** What people chose in dialogs, by what windows know of it. */
  const folders = new Map<string, string>()
  const { handlers, close: closeHandlers } = handlersOf(
    parts,
    base,
    engines,
    (folderId) => folders.get(folderId) ?? null,
  )

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
  let badging: Promise<void> = Promise.resolve()
  told = (event, postIds) => {
    if (event.jobIds.length > 0 || event.session) outgoing.changed()
    engines.told(event, postIds)
    if (event.brandIds.length > 0)
      badging = badging.then(badge).catch((error: unknown) => log.error('core.badge', error))
  }

  let closing = false
  async function close(): Promise<void> {
    closing = true
    for (const connection of connections.values()) connection.end()
    connections.clear()
    closeHandlers()
    await engines.stop()
    // Whoever counts still reads: the database closes after them.
    told = () => {}
    await Promise.all([outgoing.stop(), badging])
    await base.close()
  }

  try {
    const signIn = { database, accounts, vault, x, clock }
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
      const connection = serve(
        port,
        contract,
        handlers,
        { connectionId: portId },
        { translate: translator(parts), admit: (method, input) => admit(database.read, method, input) },
      )
      connections.set(portId, connection)
      return () => {
        connections.delete(portId)
        engines.focus.leave(portId)
      }
    },
    async begin() {
      if (closing) return
      await engines.start()
      writeReceipts(database, workspace.folder).catch((error: unknown) => log.error('person.receipts', error))
      await engines.sweepFiles()
    },
    media: async (id) => (await engines.media.find(id)) ?? (await engines.files.find(id)),
    power: engines.power,
    folderChosen: (folderId, folder) => void folders.set(folderId, folder),
    async freeze() {
      await handlers['outbox.stop']({}, ownCall)
    },
    idle: engines.idle,
    close,
  }
}
