/** @file Answers what the guard rails say about a draft while it is written. */
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { Guard } from '../../shared/domain/guard.ts'
import type { AttachedTo } from '../../shared/domain/media.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { rememberCopy } from './copies.ts'
import { exposedIn } from './exposed.ts'
import { factsOf, type GuardedDraft } from './facts.ts'
import { compilePattern } from './patterns.ts'
import { findingsOf } from './rules.ts'

type Methods = 'draft.check' | 'draft.copied' | 'guard.pattern' | 'guard.counts'

const monthMs = 30 * 86_400_000

/** An override as the history tells it. */
const Overridden = z.object({ guard: Guard })

/** Whose draft it is: a ticket's brand is the ticket's, whatever a window thinks. @throws Failure `ticket.missing` */
async function draftOf(
  db: Reads,
  to: AttachedTo,
): Promise<Pick<GuardedDraft, 'brandId' | 'handleId' | 'ticketId' | 'channel'>> {
  if (to.kind === 'compose') return { brandId: to.brandId, handleId: null, ticketId: null, channel: 'public' }
  const { ticketId, channel } = to
  const ticket = await db
    .selectFrom('tickets')
    .select(['brand_id as brandId', 'handle_id as handleId'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  return { ...ticket, ticketId, channel }
}

export function guardService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'draft.check': async ({ to, text, attachmentIds = [] }) => {
      const exposed = to.kind === 'ticket' ? await exposedIn(database.read, to.ticketId) : []
      if (text.trim() === '' && attachmentIds.length === 0) return { findings: [], exposed }
      const draft = { ...(await draftOf(database.read, to)), text, attachmentIds }
      return { findings: findingsOf(await factsOf(database.read, draft, clock.now())), exposed }
    },

    'draft.copied': async ({ brandId, text }) => {
      await database.write(async (tx) => {
        const brand = await tx.db
          .selectFrom('brands')
          .select('client_id as clientId')
          .where('id', '=', brandId)
          .executeTakeFirst()
        if (!brand) throw new Failure('brand.missing', { brandId })
        await rememberCopy(tx, brand.clientId, text)
      })
      return {}
    },

    'guard.pattern': async ({ pattern }) => ({ readable: compilePattern(pattern) !== null }),

    'guard.counts': async ({ brandId }) => {
      const rows = await database.read
        .selectFrom('audit')
        .select('after')
        .where('event', '=', 'guard.overridden')
        .where('brand_id', '=', brandId)
        .where('at', '>', clock.now() - monthMs)
        .execute()
      const counts = new Map<Guard, number>()
      for (const { after } of rows) {
        const overridden = fromJson(Overridden, after)
        if (overridden) counts.set(overridden.guard, (counts.get(overridden.guard) ?? 0) + 1)
      }
      return [...counts].map(([guard, overridden]) => ({ guard, overridden }))
    },
  }
}
