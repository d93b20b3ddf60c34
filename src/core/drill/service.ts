/** @file The practice drill: when its clock runs, and the score that everything which happened since makes. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { DrillView } from '../../shared/domain/drill.ts'
import type { WorkspaceKind } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import { isSet } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { answeredIn, drillFacts, drillTickets, type DrillSpan, type DrillTicket } from './facts.ts'
import { Miss, missesOf } from './rules.ts'

const name = 'drill'

const Counted = z.object({ left: z.number(), answered: z.number(), misses: z.array(Miss) })
type Counted = z.infer<typeof Counted>

/** `score`: what was counted when it was ended; null while it goes on. */
const Kept = z.object({ beganAt: z.number(), endedAt: z.number().nullable(), score: Counted.nullable() })

async function countNow(read: Reads, span: DrillSpan, tickets: readonly DrillTicket[]): Promise<Counted> {
  const answered = await answeredIn(read, span)
  const waiting = new Set(tickets.filter(({ needsReply }) => isSet(needsReply)).map(({ id }) => id))
  return {
    left: waiting.size,
    answered: tickets.filter(({ id }) => answered.has(id)).length,
    // Tickets that opened later are none of it.
    misses: missesOf(await drillFacts(read, span, waiting)).filter(
      ({ ticketId }) => ticketId === null || tickets.some(({ id }) => id === ticketId),
    ),
  }
}

async function viewOf(read: Reads, { beganAt, endedAt, score }: z.infer<typeof Kept>): Promise<DrillView> {
  const tickets = await drillTickets(read, beganAt)
  const byId = new Map(
    tickets.map(({ id, brandId, number, customer }) => [id, { id, brandId, number, customer }]),
  )
  const { left, answered, misses } = score ?? (await countNow(read, { beganAt, endedAt }, tickets))
  return {
    beganAt,
    endedAt,
    total: tickets.length,
    left,
    answered,
    misses: misses.map(({ kind, caught, ticketId }) => ({
      kind,
      caught,
      ticket: (ticketId === null ? null : byId.get(ticketId)) ?? null,
    })),
  }
}

export function drillService({
  database,
  kind,
}: {
  database: Database
  kind: WorkspaceKind
}): Pick<Handlers<Contract, CallContext>, 'drill.get' | 'drill.begin' | 'drill.end'> {
  const kept = (read: Reads) => setting(read, name, Kept)
  const keep = async (tx: Tx, drill: z.infer<typeof Kept>): Promise<DrillView> => {
    await keepSetting(tx, name, drill)
    tx.touch.session()
    return viewOf(tx.db, drill)
  }
  return {
    'drill.get': async () => {
      const drill = await kept(database.read)
      return { drill: drill && (await viewOf(database.read, drill)) }
    },

    'drill.begin': async () => {
      if (kind !== 'practice')
        throw new Failure('input.invalid', {
          method: 'drill.begin',
          issues: ['this workspace is not practice'],
        })
      return database.write((tx) => keep(tx, { beganAt: tx.at, endedAt: null, score: null }))
    },

    'drill.end': () =>
      database.write(async (tx) => {
        const drill = await kept(tx.db)
        if (!drill || drill.endedAt !== null)
          throw new Failure('input.invalid', { method: 'drill.end', issues: ['no drill goes on'] })
        const span = { beganAt: drill.beganAt, endedAt: tx.at }
        const score = await countNow(tx.db, span, await drillTickets(tx.db, span.beganAt))
        return keep(tx, { ...span, score })
      }),
  }
}
