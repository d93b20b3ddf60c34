/** @file Mutes for the console, and what takes their changes back. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { isMutable } from '../../shared/domain/deck.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import { ColumnId } from '../columns/column-id.ts'
import type { Database, Tx } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { addMute, changeOf, isAsLeft, listMutes, muteEvents, put, removeMute } from './repo.ts'

/** @throws Failure `undo.conflict` when it was changed since, or its time is over */
async function undoMute(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const { id, before, after } = changeOf(row)
  const isOver = before !== null && before.until !== null && before.until <= tx.at
  if (isOver || !(await isAsLeft(tx.db, id, after))) throw new Failure('undo.conflict', { action: row.event })
  await put(tx, id, before)
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

export const muteUndoers: Undoers = Object.fromEntries(muteEvents.map((event) => [event, undoMute]))

/** @throws Failure `input.invalid` for a column that there is not, or that is always shown whole */
function refuseUnmutable(columnId: string): void {
  const column = ColumnId.safeParse(columnId)
  if (column.success && isMutable(column.data.kind)) return
  throw new Failure('input.invalid', { method: 'mute.add', issues: [`columnId: ${columnId}`] })
}

export function muteService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, 'mute.list' | 'mute.add' | 'mute.remove'> {
  return {
    'mute.list': () => listMutes(database.read, clock.now()),

    'mute.add': ({ mute, columnId, until }) =>
      database.write(async (tx) => {
        if (columnId !== null) refuseUnmutable(columnId)
        if (until !== null && until <= tx.at)
          throw new Failure('input.invalid', { method: 'mute.add', issues: ['until: over'] })
        return { id: await addMute(tx, mute, { columnId, until }) }
      }),

    'mute.remove': async ({ id }) => {
      await database.write((tx) => removeMute(tx, id))
      return {}
    },
  }
}
