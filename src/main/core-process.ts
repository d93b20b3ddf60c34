/**
 * @file One run of core: from its start with a boot message to its end. Owns what main and core say to each other;
 * whether it is started again is its workspace's affair.
 */
import type { WebContents } from 'electron'
import { within } from './within.ts'
import { startChild, type Child, type ChildOptions, type Exit } from './child.ts'
import { brokerPorts } from './ports.ts'
import { isCoresName, type Vault } from './vault/vault.ts'
import { coreFlags } from '../shared/core-flags.ts'
import { Failure, toWire, type WireFailure } from '../shared/errors.ts'
import { must } from '../shared/must.ts'
import {
  FromCore,
  type Arrival,
  type FellDue,
  type MediaFile,
  type Outgoing,
  type PowerState,
  type ToCore,
  type WorkspaceBoot,
  type WriteReport,
} from '../shared/host-protocol.ts'

/** Core has this long to close its database once it is asked to. */
const closeMs = 3_500

/** What is pressing in the workspace, for the system's badge. */
export type Badge = { needsReply: number; pressing: boolean }

/** How the first word of core's went: open with so many brands, or not. */
export type Boot = { ok: true; brands: number } | { ok: false; failure: WireFailure }

/** A run of core. */
export type CoreProcess = {
  /** Gives it its workspace, once. @returns core's first word; null when it ended without one */
  boot(workspace: WorkspaceBoot, vault: Vault): Promise<Boot | null>
  connect(window: WebContents, word: string): void
  /** The file behind an opaque name; null when core has nothing to show, or is gone. */
  media(id: string): Promise<MediaFile | null>
  power(state: PowerState): void
  folderChosen(folderId: string, folder: string): void
  /** Has it freeze everything outgoing; `onStopped` tells when it has. */
  stop(): void
  /** Asks it to close, and kills it if it has not ended in time. */
  close(): Promise<void>
  exited: Promise<Exit>
}

/** What a run of core needs. */
export type CoreOptions = Pick<ChildOptions, 'way' | 'script' | 'env' | 'log'> & {
  /** For the system's list of processes. */
  workspaceId: string
  /** @throws Failure for an address that may not be opened */
  openOutside(url: string): Promise<void>
  onBadge(badge: Badge): void
  onOutgoing(outgoing: Outgoing): void
  onFellDue(due: FellDue): void
  onArrived(arrivals: Arrival[]): void
  /** @throws Failure: none of its files is there */
  writeReport(job: WriteReport): Promise<void>
  onStopped(): void
}

/** Starts core. It loads its code while its workspace's key is still looked for. */
export function startCore(options: CoreOptions): CoreProcess {
  const {
    workspaceId,
    openOutside,
    onBadge,
    onOutgoing,
    onFellDue,
    onArrived,
    writeReport,
    onStopped,
    log,
    ...start
  } = options
  let settle: (result: Boot | null) => void = () => {}
  const booted = new Promise<Boot | null>((done) => {
    settle = done
  })
  let vault: Vault | null = null
  /** Windows that wait for a picture. */
  const asked = new Map<number, (file: MediaFile | null) => void>()
  let lastAsked = 0
  const child: Child = startChild({
    ...start,
    log,
    flags: coreFlags,
    name: `Switchboard core (${workspaceId})`,
    onMessage,
  })
  const post = (message: ToCore): void => child.post(message)
  const ports = brokerPorts(start.way.how === 'fork', (message, moved) => child.post(message, moved))

  function onMessage(data: unknown): void {
    const parsed = FromCore.safeParse(data)
    if (!parsed.success) {
      log.line(
        `core said something unknown: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
      )
      return
    }
    const message = parsed.data
    switch (message.kind) {
      case 'ready':
        settle({ ok: true, brands: message.brands })
        return
      case 'failed':
        child.expectEnd()
        settle({ ok: false, failure: message.failure })
        return
      case 'port.message':
        ports.deliver(message.portId, message.message)
        return
      case 'vault.request':
        void answerVault(message.requestId, message.action)
        return
      case 'host.open':
        void answerOpen(message.requestId, message.url)
        return
      case 'media.answer':
        asked.get(message.requestId)?.(message.file)
        asked.delete(message.requestId)
        return
      case 'report.write':
        void answerReport(message.requestId, message.job)
        return
      case 'badge':
        onBadge({ needsReply: message.needsReply, pressing: message.pressing })
        return
      case 'outgoing':
        onOutgoing(message.outgoing)
        return
      case 'fell-due':
        onFellDue(message.due)
        return
      case 'arrived':
        onArrived(message.arrivals)
        return
      case 'stopped':
        onStopped()
    }
  }

  async function answerVault(requestId: number, action: VaultAction): Promise<void> {
    try {
      post({
        kind: 'vault.answer',
        requestId,
        value: await doVault(must(vault, 'a core without a workspace has no secrets'), action),
      })
    } catch (error) {
      post({ kind: 'vault.refusal', requestId, failure: wireOf(error) })
    }
  }

  async function answerOpen(requestId: number, url: string): Promise<void> {
    try {
      await openOutside(url)
      post({ kind: 'host.answer', requestId, failure: null })
    } catch (error) {
      post({ kind: 'host.answer', requestId, failure: wireOf(error) })
    }
  }

  async function answerReport(requestId: number, job: WriteReport): Promise<void> {
    const failure = await writeReport(job).then(
      () => null,
      (error: unknown) => wireOf(error),
    )
    post({ kind: 'report.written', requestId, failure })
  }

  /** A foreign error's words may quote what was asked for, so only its kind goes into the log. */
  function wireOf(error: unknown): WireFailure {
    if (error instanceof Failure) return toWire(error)
    const id = crypto.randomUUID()
    log.line(`internal ${id}: ${error instanceof Error ? error.name : typeof error} while answering core`)
    return toWire(new Failure('internal', { id }))
  }

  void child.exited.then(() => {
    settle(null)
    for (const answer of asked.values()) answer(null)
    asked.clear()
    ports.end()
    onBadge({ needsReply: 0, pressing: false })
  })

  return {
    boot(workspace, itsVault) {
      vault = itsVault
      post({ kind: 'boot', workspace })
      return booted
    },
    connect: (window, word) => ports.connect(window, word),
    media(id) {
      const requestId = ++lastAsked
      return new Promise((answer) => {
        asked.set(requestId, answer)
        post({ kind: 'media.request', requestId, id })
      })
    },
    power: (state) => post({ kind: 'power', state }),
    folderChosen: (folderId, folder) => post({ kind: 'folder.chosen', folderId, folder }),
    stop: () => post({ kind: 'stop' }),
    async close() {
      child.expectEnd()
      post({ kind: 'close' })
      if (await within(closeMs, child.exited)) return
      log.line('core did not close in time: killed')
      child.kill()
      await child.exited
    },
    exited: child.exited,
  }
}

type VaultAction = Extract<FromCore, { kind: 'vault.request' }>['action']

async function doVault(vault: Vault, action: VaultAction): Promise<string | null> {
  if (!isCoresName(action.name)) {
    throw new Failure('input.invalid', { method: `vault.${action.do}`, issues: ['this entry is main’s own'] })
  }
  switch (action.do) {
    case 'read':
      return vault.read(action.name)
    case 'write':
      await vault.write(action.name, action.value)
      return null
    case 'erase':
      await vault.erase(action.name)
      return null
  }
}
