/** @file Tickets between the handles of one brand: which of them X lets answer, and moving to it with a word on why. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { HandleWay } from '../../shared/domain/handle-way.ts'
import { purposeOf } from '../../shared/domain/handles-setting.ts'
import type { Routes } from '../../shared/domain/ticket.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Database, Reads } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { businessTime } from '../deadlines/business-time.ts'
import { policiesOf } from '../deadlines/policy.ts'
import { routesOf } from '../replies/routes.ts'
import type { CallContext } from '../rpc-context.ts'
import { changeTickets } from './change.ts'
import { noteDown } from './note.ts'
import { ticketState } from './repo.ts'

/** How far a way leads: X lets it answer in public for certain, or in private, or perhaps, or not at all. */
export const reachOfRoutes = ({ public: inPublic, dm }: Routes): number =>
  inPublic.open === 'yes' ? 3 : dm.open ? 2 : inPublic.open === 'perhaps' ? 1 : 0

type Sibling = { id: string; username: string }

/** The handles of a brand that are there. */
export const siblingsOf = (read: Reads, brandId: string): Promise<Sibling[]> =>
  read
    .selectFrom('handles')
    .select(['id', 'username'])
    .where('brand_id', '=', brandId)
    .where('state', '<>', 'removed')
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** The language of a ticket's newest message, as far as anybody knows it. */
async function languageOf(read: Reads, ticketId: string): Promise<string | null> {
  const row = await read
    .selectFrom('tickets')
    .leftJoin('triage_items', (join) =>
      join
        .onRef('triage_items.item_id', '=', 'tickets.newest_customer_item')
        .onRef('triage_items.brand_id', '=', 'tickets.brand_id'),
    )
    .select('triage_items.lang')
    .where('tickets.id', '=', ticketId)
    .executeTakeFirst()
  return row?.lang ?? null
}

export function moveHandleService({
  database,
  clock,
  xWebOrigin,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
  xWebOrigin: string
}): Pick<Handlers<Contract, CallContext>, 'ticket.ways' | 'ticket.move-handle'> {
  return {
    'ticket.ways': async ({ ticketId }) => {
      const { read } = database
      const { brandId, handleId } = await ticketState(read, ticketId)
      const setting = await brandSetting(read, brandId, 'handles')
      const policy = (await policiesOf(read)).get(brandId)
      const language = await languageOf(read, ticketId)
      const now = clock.now()
      const ways: HandleWay[] = []
      for (const { id, username } of await siblingsOf(read, brandId)) {
        const { purpose, languages, week } = purposeOf(setting, username)
        const time = week && policy ? businessTime(policy.zone, week, []) : policy?.time
        ways.push({
          handleId: id,
          username,
          isCurrent: id === handleId,
          purpose,
          languages,
          isOpen: time?.isOpen(now) ?? true,
          speaks: languages.length === 0 || language === null ? null : languages.includes(language),
          routes: await routesOf(read, ticketId, xWebOrigin, id),
        })
      }
      return ways.toSorted((one, other) => reachOfRoutes(other.routes) - reachOfRoutes(one.routes))
    },

    'ticket.move-handle': ({ ticketIds, handleId, note }) =>
      database.write(async (tx) => {
        const event = 'ticket.moved-handle'
        const handle = await tx.db
          .selectFrom('handles')
          .select('brand_id as brandId')
          .where('id', '=', handleId)
          .where('state', '<>', 'removed')
          .executeTakeFirst()
        if (!handle) throw new Failure('handle.missing', { handleId })
        for (const ticketId of ticketIds)
          if ((await ticketState(tx.db, ticketId)).brandId !== handle.brandId)
            throw new Failure('handle.other-brand', {})
        const actionId = newId(tx.at)
        const changed = await changeTickets(tx, {
          event,
          ticketIds,
          actionId,
          columnsFor: ({ own }) => (own.handle_id === handleId ? null : { handle_id: handleId }),
        })
        if (note !== '')
          for (const ticketId of changed)
            await noteDown(tx, { ticketId, brandId: handle.brandId, text: note, actionId })
        return { event, ticketIds: changed }
      }),
  }
}
