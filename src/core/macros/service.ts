/** @file Saved answers, as agents keep them and set them into drafts. */
import type { Contract } from '../../shared/contract/contract.ts'
import { forbiddenLabel } from '../../shared/domain/labels.ts'
import type { MacroDraft } from '../../shared/domain/macro.ts'
import { fillIn, unfilledIn, unknownIn } from '../../shared/domain/macro-text.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow } from '../audit/undo.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { ticketState } from '../tickets/repo.ts'
import { macroIn, macroJson } from './history.ts'
import { asideMacro, keepMacro, macroById, macroNow, macrosOf } from './repo.ts'
import { dropActions, macrosInDrafts, useMacro } from './uses.ts'
import { valuesOf } from './values.ts'

/**
 * @throws Failure `macro.unknown` where its text names what no value will ever fill; `label.forbidden` for a label that
 * records what must not be recorded of a person
 */
export function checkMacro(macro: MacroDraft): void {
  const [name] = unknownIn(macro.text)
  if (name !== undefined) throw new Failure('macro.unknown', { name, macro: macro.name })
  for (const label of macro.actions.tags) {
    const subject = forbiddenLabel(label)
    if (subject !== null) throw new Failure('label.forbidden', { label, subject })
  }
}

/**
 * Keeps a macro of a brand, in one line of history, which undo takes back.
 * @throws Failure `macro.unknown`, `macro.taken`, `macro.missing` for an id that is not this brand's
 */
export async function saveMacro(
  tx: Tx,
  brandId: string,
  id: string | null,
  macro: MacroDraft,
  actionId = newId(tx.at),
): Promise<string> {
  checkMacro(macro)
  const known = id === null ? null : await macroById(tx.db, id)
  if (known && known.brandId !== brandId) throw new Failure('macro.missing', {})
  const before = known && macroJson(known)
  const kept = await keepMacro(tx, brandId, id, macro)
  const after = macroJson(macro)
  if (before !== after)
    await record(tx, {
      event: 'macro.saved',
      actionId,
      brandId,
      before: { id: kept, macro: before },
      after: { id: kept, macro: after },
      undoable: true,
    })
  return kept
}

/** Takes back one `macro.saved` or `macro.removed`. @throws Failure `undo.conflict` when it was changed since */
export async function undoMacro(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const brandId = must(row.brand_id, 'a macro is of a brand')
  const read = (text: string | null) => macroIn(must(text, 'a macro is written down'))
  const { id, macro } = read(row.before)
  if (macroJson(await macroNow(tx.db, id)) !== macroJson(read(row.after).macro))
    throw new Failure('undo.conflict', { action: row.event })
  if (macro === null) await asideMacro(tx, brandId, id)
  else await keepMacro(tx, brandId, id, macro)
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

type Methods = 'macro.list' | 'macro.save' | 'macro.remove' | 'macro.insert' | 'macro.waiting' | 'macro.drop'

export function macroService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'macro.list': ({ brandId }) => macrosOf(database.read, brandId),

    'macro.save': ({ id, brandId, macro }) =>
      database.write(async (tx) => macroById(tx.db, await saveMacro(tx, brandId, id ?? null, macro))),

    'macro.remove': async ({ macroId }) => {
      await database.write(async (tx) => {
        const { brandId, ...macro } = await macroById(tx.db, macroId)
        await asideMacro(tx, brandId, macroId)
        await record(tx, {
          event: 'macro.removed',
          actionId: newId(tx.at),
          brandId,
          before: { id: macroId, macro: macroJson(macro) },
          after: { id: macroId, macro: null },
          undoable: true,
        })
      })
      return {}
    },

    'macro.insert': ({ macroId, ticketId, channel }) =>
      database.write(async (tx) => {
        const macro = await macroById(tx.db, macroId)
        const ticket = await ticketState(tx.db, ticketId)
        // One client's words never stand in another's answer.
        if (ticket.brandId !== macro.brandId) throw new Failure('macro.missing', {})
        const text = fillIn(macro.text, await valuesOf(tx.db, ticketId))
        const useId = await useMacro(tx, { macroId, ticketId, channel, actions: macro.actions })
        return { useId, text, unfilled: unfilledIn(text) }
      }),

    'macro.waiting': ({ ticketId }) => macrosInDrafts(database.read, ticketId),

    'macro.drop': async ({ useId }) => {
      await database.write((tx) => dropActions(tx, useId))
      return {}
    },
  }
}
