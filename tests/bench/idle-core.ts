/**
 * @file Core in a process of its own for the `idle` benchmark: on the machine's clock, at the pace of a live workspace,
 * with one window that shows twelve columns and reads them again whenever core says that something changed.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openCore } from '../../src/core/open-core.ts'
import { systemClock } from '../../src/shared/clock.ts'
import type { Contract } from '../../src/shared/contract/contract.ts'
import { connect } from '../../src/shared/rpc.ts'
import { mapVault } from '../flows/map-vault.ts'
import { rpcPorts } from '../flows/rpc-ports.ts'
import { IdleOrder, type IdleAnswer } from './idle-protocol.ts'

/** First reads, subscriptions and the first renewals are over by then. */
const settleMs = 45_000
const minuteMs = 60_000
const columnsShown = 12

const [message] = await once(process, 'message')
const { folder, xOrigin, grants, minutes } = IdleOrder.parse(message)

const core = await openCore({
  workspace: {
    id: 'idle',
    kind: 'live',
    folder,
    stamp: xOrigin,
    xOrigin,
    xWebOrigin: xOrigin,
    databaseKey: 'ab'.repeat(32),
    secretsKept: 'beside',
    clockOffsetMs: 0,
    redirectPorts: [],
    grants,
  },
  longThread: join(import.meta.dirname, 'long-thread.js'),
  clock: systemClock(),
  vault: mapVault(),
  openOutside: async () => {},
  onBadge: () => {},
  onFellDue: () => {},
  onArrived: () => {},
  writeReport: async () => {},
  onOutgoing: () => {},
  log: { info() {}, warn() {}, error: (event, error) => console.error(event, error) },
  random: Math.random,
})
await core.begin()

const [window, served] = rpcPorts()
core.connect('window', served)
let read = async (): Promise<void> => {}
const { call } = connect<Contract>(
  window,
  () => {
    read().catch((error: unknown) => console.error('idle.read', error))
  },
  () => {},
)
const columns = (await call('deck.list', {})).flatMap((deck) => deck.columns).slice(0, columnsShown)
read = async () => {
  await call('brand.list', {})
  await call('session.get', {})
  for (const { id } of columns) await call('column.page', { columnId: id, after: null, limit: 50 })
}
await read()
await wait(settleMs)

const cpuMs: number[] = []
for (let minute = 0; minute < minutes; minute++) {
  const before = process.cpuUsage()
  await wait(minuteMs)
  const { user, system } = process.cpuUsage(before)
  cpuMs.push((user + system) / 1_000)
}
const handles = (await call('brand.list', {})).flatMap((brand) => brand.handles)
const answer: IdleAnswer = {
  cpuMs,
  live: handles.filter((handle) => handle.live).length,
  columns: columns.length,
}
await core.close()
process.send?.(answer)
