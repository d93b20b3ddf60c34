/**
 * @file Core's entry as a process of its own: a utility process of Electron, or a child of Node's on the runtime whose
 * engine cannot load the database. Owns the parent port; everything else begins in open-core.ts.
 */
import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { systemClock, type Clock } from '../shared/clock.ts'
import { Failure, fromWire, toWire } from '../shared/errors.ts'
import { FromCore, ToCore, type MediaFile, type WriteReport } from '../shared/host-protocol.ts'
import type { RpcPort } from '../shared/rpc.ts'
import { standardErrorLog } from './log/standard-error.ts'
import { openCore, type Core } from './open-core.ts'
import { parentPort, type TransferredPort } from './parent-port.ts'
import { vaultClient } from './vault/vault-client.ts'

const log = standardErrorLog()
const parent = parentPort()
const post = (message: z.infer<typeof FromCore>): void => parent.post(message)

const vault = vaultClient(post)
const relayed = new Map<string, { receive: (message: unknown) => void; end: () => void }>()
const hostCalls = new Map<number, { resolve: () => void; reject: (failure: Failure) => void }>()
let nextHostCall = 0
let core: Core | null = null

/** Asks main to open an address in the system browser. */
const openOutside = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const requestId = ++nextHostCall
    hostCalls.set(requestId, { resolve, reject })
    post({ kind: 'host.open', requestId, url })
  })

const reportCalls = new Map<number, { resolve: () => void; reject: (failure: Failure) => void }>()
let nextReportCall = 0

/** Asks main to write the files of a report. */
const writeReport = (job: WriteReport): Promise<void> =>
  new Promise((resolve, reject) => {
    const requestId = ++nextReportCall
    reportCalls.set(requestId, { resolve, reject })
    post({ kind: 'report.write', requestId, job })
  })

parent.listen((data, ports) => {
  const parsed = ToCore.safeParse(data)
  if (!parsed.success) {
    log.warn('host.message-refused', { issues: parsed.error.issues.length })
    return
  }
  receive(parsed.data, ports[0]).catch((error: unknown) => log.error('host.message', error))
})

async function receive(message: z.infer<typeof ToCore>, port: TransferredPort | undefined): Promise<void> {
  switch (message.kind) {
    case 'boot':
      await boot(message.workspace)
      return
    case 'port.open':
      if (!core) return
      if (message.relayed) openRelayed(core, message.portId)
      else if (port) port.on('close', core.connect(message.portId, overPort(port)))
      return
    case 'port.message':
      relayed.get(message.portId)?.receive(message.message)
      return
    case 'port.close':
      relayed.get(message.portId)?.end()
      relayed.delete(message.portId)
      return
    case 'vault.answer':
    case 'vault.refusal':
      vault.receive(message)
      return
    case 'host.answer': {
      const call = hostCalls.get(message.requestId)
      hostCalls.delete(message.requestId)
      if (message.failure) call?.reject(new Failure('internal', { id: 'host' }, message.failure.code))
      else call?.resolve()
      return
    }
    case 'media.request':
      post({ kind: 'media.answer', requestId: message.requestId, file: await findMedia(message.id) })
      return
    case 'folder.chosen':
      core?.folderChosen(message.folderId, message.folder)
      return
    case 'report.written': {
      const call = reportCalls.get(message.requestId)
      reportCalls.delete(message.requestId)
      if (message.failure) call?.reject(fromWire(message.failure))
      else call?.resolve()
      return
    }
    case 'power':
      core?.power(message.state)
      return
    case 'stop':
      if (!core) return
      await core.freeze()
      post({ kind: 'stopped' })
      return
    case 'close':
      await end(0)
  }
}

/** Whatever goes wrong, main gets its answer: it keeps a window's request open until then. */
async function findMedia(id: string): Promise<MediaFile | null> {
  try {
    return (await core?.media(id)) ?? null
  } catch (error) {
    log.error('media.find', error)
    return null
  }
}

async function boot(workspace: Parameters<typeof openCore>[0]['workspace']): Promise<void> {
  const clock = systemClock(workspace.clockOffsetMs)
  try {
    core = await openCore({
      workspace,
      longThread: new URL('long-thread.js', import.meta.url),
      clock,
      vault: vault.vault,
      openOutside,
      onBadge: (badge) => post({ kind: 'badge', ...badge }),
      onOutgoing: (outgoing) => post({ kind: 'outgoing', outgoing }),
      onFellDue: (due) => post({ kind: 'fell-due', due }),
      onArrived: (arrivals) => post({ kind: 'arrived', arrivals }),
      writeReport,
      log,
      random: () => randomInt(2 ** 32) / 2 ** 32,
    })
    post({ kind: 'ready', brands: core.brandCount })
    begin(core, clock)
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('internal', { id: randomUUID() })
    log.error('core.boot', error, { code: failure.code })
    post({ kind: 'failed', failure: toWire(failure) })
  }
}

/** The first column is painted from what is stored; reading X at that moment would only be in its way. */
const firstReadAfterMs = 400

function begin(opened: Core, clock: Clock): void {
  clock.after(firstReadAfterMs, () => {
    opened.begin().catch((error: unknown) => log.error('core.begin', error))
  })
}

function openRelayed(to: Core, portId: string): void {
  let receive: (message: unknown) => void = () => {}
  const end = to.connect(portId, {
    post: (message) => post({ kind: 'port.message', portId, message }),
    listen: (handler) => {
      receive = handler
    },
    close: () => {},
  })
  relayed.set(portId, { receive: (message) => receive(message), end })
}

function overPort(port: TransferredPort): RpcPort {
  return {
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      port.on('message', (event) => receive(event.data))
      port.start()
    },
    close: () => port.close(),
  }
}

async function end(code: number): Promise<void> {
  await core?.close()
  process.exit(code)
}

// Node would print the whole error, and a foreign one may hold a token; main sees the end and begins core anew.
process.on('uncaughtException', (error) => {
  log.error('core.uncaught', error)
  process.exit(70)
})

// A forked core outlives a killed main; without main there is no vault, no window and no reason.
process.on('disconnect', () => {
  end(1).catch((error: unknown) => log.error('core.disconnect', error))
})
