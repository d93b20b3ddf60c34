/** @file Reading the past of a handle for the console: its price, beginning, pausing, going on, giving up. */
import type { Contract } from '../../shared/contract/contract.ts'
import {
  BackfillSource,
  type BackfillPart,
  type BackfillState,
  type BackfillView,
} from '../../shared/domain/backfill.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { instantOfId } from '../x/dates.ts'
import type { Estimator } from './estimate.ts'
import { beginChain, loadBackfills, setChains, spentOn, type Backfill } from './repo.ts'
import { daysBefore } from './rules.ts'

type Methods =
  | 'backfill.list'
  | 'backfill.estimate'
  | 'backfill.start'
  | 'backfill.pause'
  | 'backfill.resume'
  | 'backfill.cancel'

export function backfillService(deps: {
  database: Database
  estimate: Estimator
  /** X's clock, epoch ms. */
  now: () => number
  /** A person asks: the app's next paid call may try whether credits are back. */
  allowTry: (appId: string) => void
  /** Chains began or go on. */
  onBegun: () => void
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const { database, estimate, now, allowTry, onBegun } = deps

  async function viewOf(handleId: string): Promise<BackfillView> {
    const [view] = await viewsOf(database.read, await loadBackfills(database.read, handleId))
    if (!view) throw new Failure('backfill.missing', { handleId })
    return view
  }

  async function move(handleId: string, from: BackfillState[], to: BackfillState, event: string) {
    await database.write(async (tx) => {
      const brandId = await brandOf(tx, handleId)
      if (!setChains(tx, handleId, from, to)) return
      await tell(tx, event, brandId, { handle_id: handleId })
    })
    onBegun()
    return viewOf(handleId)
  }

  return {
    'backfill.list': async () => viewsOf(database.read, await loadBackfills(database.read)),
    'backfill.estimate': ({ handleId }) => estimate(handleId),

    async 'backfill.start'({ handleId, days }) {
      const { prices } = await estimate(handleId)
      const expected = must(
        prices.find((price) => price.days === days),
        'every depth has its price',
      )
      await database.write(async (tx) => {
        const brandId = await brandOf(tx, handleId)
        const { connected_at: known } = await tx.db
          .selectFrom('handles')
          .select('connected_at')
          .where('id', '=', handleId)
          .executeTakeFirstOrThrow()
        // A handle that was worked here from its beginning has a past from now on.
        if (known === 0)
          await tx.db.updateTable('handles').set({ connected_at: now() }).where('id', '=', handleId).execute()
        const connectedAt = known === 0 ? now() : known
        const fromAt = daysBefore(now(), days)
        for (const source of BackfillSource.options)
          beginChain(tx, handleId, source, { fromAt, expected: expected[source], connectedAt })
        await tell(tx, 'backfill.started', brandId, { handle_id: handleId, days })
      })
      onBegun()
      return viewOf(handleId)
    },

    'backfill.pause': ({ handleId }) => move(handleId, ['running'], 'paused', 'backfill.paused'),
    async 'backfill.resume'({ handleId }) {
      for (const { handle } of await loadBackfills(database.read, handleId)) allowTry(handle.appId)
      return move(handleId, ['paused'], 'running', 'backfill.resumed')
    },
    'backfill.cancel': ({ handleId }) =>
      move(handleId, ['running', 'paused'], 'cancelled', 'backfill.cancelled'),
  }
}

/** @throws Failure `brand.missing` */
async function brandOf(tx: Tx, handleId: string): Promise<string> {
  const row = await tx.db
    .selectFrom('handles')
    .select('brand_id')
    .where('id', '=', handleId)
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  if (!row) throw new Failure('brand.missing', { brandId: handleId })
  return row.brand_id
}

async function tell(
  tx: Tx,
  event: string,
  brandId: string,
  after: Record<string, string | number>,
): Promise<void> {
  await record(tx, { event, actionId: newId(tx.at), brandId, after, undoable: false })
  tx.touch.brand(brandId)
}

/** Chains put together by handle. */
async function viewsOf(read: Reads, backfills: readonly Backfill[]): Promise<BackfillView[]> {
  const byHandle = Map.groupBy(backfills, ({ handle }) => handle.id)
  const spent = await spentOn(read, [...byHandle.keys()])
  return [...byHandle].map(([handleId, chains]) => {
    const first = must(chains[0], 'a group has a first')
    return {
      handleId,
      username: first.handle.username,
      state: stateOf(chains),
      fromAt: Math.min(...chains.map(({ chain }) => chain.fromAt)),
      micros: spent.get(handleId) ?? 0,
      parts: chains.map(partOf),
    }
  })
}

function stateOf(chains: readonly Backfill[]): BackfillState {
  const order: BackfillState[] = ['running', 'paused', 'cancelled']
  return order.find((state) => chains.some((one) => one.state === state)) ?? 'done'
}

const partOf = (one: Backfill): BackfillPart => ({
  source: one.source,
  state: one.state,
  items: one.chain.items,
  expected: one.expected,
  reachedAt: one.chain.reachedId === null ? null : instantOfId(one.chain.reachedId),
  horizonAt: one.horizonAt,
  failure: one.failure,
  nextTryAt: one.nextTryAt,
})
