/** @file What agents do with the outbox, put together. Writes rows only; the engine moves them. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import type { XGateway } from '../x/gateway.ts'
import { actService } from './acts.ts'
import { composeService } from './compose.ts'
import { recallJob, recallNewest, settleJob, type Decision } from './decide.ts'
import { limitsView } from './limits-view.ts'
import { jobById } from './repo.ts'
import { sendService } from './send.ts'
import { stopService } from './stop.ts'

type Methods =
  | 'reply.recall'
  | 'reply.settle'
  | 'outbox.recall'
  | 'outbox.settle'
  | 'outbox.recall-newest'
  | 'outbox.limits'
  | 'brand.hold'

type Parts = {
  database: Database
  x: Pick<XGateway, 'dateOffsetMs'>
  clock: Clock
  xWebOrigin: string
  /** Until when X lets nothing of a lane leave; null while it is open. */
  pausedUntil: (lane: string) => number | null
}

export function outboxService({ database, x, clock, xWebOrigin, pausedUntil }: Parts) {
  const settle = async (input: { jobId: string; decision: Decision }): Promise<Record<string, never>> => {
    await database.write(async (tx) =>
      settleJob(tx, await jobById(tx.db, input.jobId), input.decision, { x, clock }),
    )
    return {}
  }
  const recall = ({ jobId }: { jobId: string }) =>
    database.write(async (tx) => recallJob(tx, await jobById(tx.db, jobId)))
  const own: Pick<Handlers<Contract, CallContext>, Methods> = {
    'reply.recall': recall,
    'outbox.recall': recall,
    'reply.settle': settle,
    'outbox.settle': settle,
    'outbox.recall-newest': () => database.write(recallNewest),
    'outbox.limits': () => limitsView(database.read, clock.now(), pausedUntil),
    'brand.hold': async ({ brandId, publicMs, dmMs }) => {
      await database.write(async (tx) => {
        const { numUpdatedRows } = await tx.db
          .updateTable('brands')
          .set({ hold_public_ms: publicMs, hold_dm_ms: dmMs })
          .where('id', '=', brandId)
          .executeTakeFirst()
        if (numUpdatedRows !== 1n) throw new Failure('brand.missing', { brandId })
        tx.touch.brand(brandId)
        tx.touch.session()
      })
      return {}
    },
  }
  return {
    ...sendService({ database, xWebOrigin }),
    ...composeService({ database }),
    ...actService({ database, xNow: () => clock.now() + x.dateOffsetMs() }),
    ...stopService({ database, now: clock.now }),
    ...own,
  }
}
