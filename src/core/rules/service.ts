/** @file Keeping rules: what they name must be there, each change is a line of history that undo takes back. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import { forbiddenLabel } from '../../shared/domain/labels.ts'
import { RuleDraft, type RuleBody } from '../../shared/domain/rule.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { draftJson, findRule, keepRule, orderRules, removeRule, ruleById, RuleIds, rulesOf } from './repo.ts'
import { tryRule } from './trial.ts'

type Methods = 'rule.list' | 'rule.save' | 'rule.remove' | 'rule.move' | 'rule.try'

/** More rules than this nobody keeps in mind. */
const mostRules = 200

/** @throws Failure `rule.unfit`, `label.forbidden` */
async function check(read: Reads, brandId: string | null, { if: asked, steps }: RuleBody): Promise<void> {
  const unfit = (what: 'brand' | 'handle' | 'agent' | 'macro' | 'label'): Failure =>
    new Failure('rule.unfit', { what })
  const isThere = async (table: 'brands' | 'handles' | 'agents', id: string): Promise<boolean> =>
    (await read.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  if (brandId !== null && !(await isThere('brands', brandId))) throw unfit('brand')
  for (const condition of [...asked.all, ...asked.any]) {
    if (condition.field === 'brand' || condition.field === 'handle' || condition.field === 'owner') {
      const what = condition.field === 'owner' ? 'agent' : condition.field
      for (const id of condition.oneOf) if (!(await isThere(`${what}s`, id))) throw unfit(what)
    }
  }
  for (const action of steps) {
    const agentId =
      action.do === 'assign' || action.do === 'escalate' || action.do === 'follow' ? action.agentId : null
    if (agentId !== null && !(await isThere('agents', agentId))) throw unfit('agent')
    if (action.do === 'move-handle' && !(await isThere('handles', action.handleId))) throw unfit('handle')
    if (action.do === 'draft') {
      const macro = await read
        .selectFrom('macros')
        .select('brand_id')
        .where('id', '=', action.macroId)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      // One client's words never stand in another's answer: only a brand's own rule may write its macro.
      if (!macro || macro.brand_id !== brandId) throw unfit('macro')
    }
    if (action.do === 'tag') {
      if (action.add.length + action.remove.length === 0) throw unfit('label')
      for (const label of action.add) {
        const subject = forbiddenLabel(label)
        if (subject !== null) throw new Failure('label.forbidden', { label, subject })
      }
    }
  }
}

export function ruleService({
  database,
  clock,
}: {
  database: Database
  clock: Clock
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'rule.list': () => rulesOf(database.read),

    'rule.save': ({ id, rule }) =>
      database.write(async (tx) => {
        await check(tx.db, rule.brandId, rule.body)
        const before = id ? await ruleById(tx.db, id) : null
        if (before && draftJson(before) === draftJson(rule) && before.circle === null) return before
        const all = await rulesOf(tx.db)
        if (!before && all.length >= mostRules) throw new Failure('rule.too-many', { most: mostRules })
        const kept = await keepRule(tx, before?.id ?? null, rule)
        await record(tx, {
          event: 'rule.saved',
          actionId: newId(tx.at),
          brandId: rule.brandId,
          before: { id: kept, rule: before && draftJson(before) },
          after: { id: kept, rule: draftJson(rule) },
          undoable: true,
        })
        return ruleById(tx.db, kept)
      }),

    'rule.remove': async ({ ruleId }) => {
      await database.write(async (tx) => {
        const before = await ruleById(tx.db, ruleId)
        await removeRule(tx, ruleId)
        await record(tx, {
          event: 'rule.removed',
          actionId: newId(tx.at),
          brandId: before.brandId,
          before: { id: ruleId, rule: draftJson(before), position: before.position },
          after: { id: ruleId, rule: null, position: null },
          undoable: true,
        })
      })
      return {}
    },

    'rule.move': async ({ ruleId, by }) => {
      await database.write(async (tx) => {
        const ids = (await rulesOf(tx.db)).map(({ id }) => id)
        const at = ids.indexOf(ruleId)
        if (at < 0) throw new Failure('rule.missing', {})
        const to = at + by
        if (to < 0 || to >= ids.length) return
        const after = ids.toSpliced(at, 1).toSpliced(to, 0, ruleId)
        await orderRules(tx, after)
        await record(tx, {
          event: 'rule.moved',
          actionId: newId(tx.at),
          before: { order: JSON.stringify(ids) },
          after: { order: JSON.stringify(after) },
          undoable: true,
        })
      })
      return {}
    },

    'rule.try': async ({ brandId, body }) => {
      await check(database.read, brandId, body)
      return tryRule(database.long, { brandId, body, now: clock.now() })
    },
  }
}

const Kept = z.object({
  id: z.string(),
  rule: z
    .string()
    .nullable()
    .transform((json) => (json === null ? null : RuleDraft.parse(JSON.parse(json)))),
  position: z.number().nullish(),
})
const Order = z.object({ order: z.string().transform((json) => RuleIds.parse(JSON.parse(json))) })

const read = <T>(schema: z.ZodType<T>, json: string | null): T =>
  schema.parse(JSON.parse(must(json, 'a line that undo takes back knows before and after')))

const conflict = ({ event: action }: AuditRow): Failure => new Failure('undo.conflict', { action })
const restored = ({ event }: AuditRow): UndoResult => ({
  event,
  ticketIds: [],
  reach: 'restored',
  channel: null,
})

async function undoKept(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const before = read(Kept, row.before)
  const after = read(Kept, row.after)
  const now = await findRule(tx.db, before.id)
  if ((now && draftJson(now)) !== (after.rule && draftJson(after.rule))) throw conflict(row)
  if (before.rule === null) await removeRule(tx, before.id)
  else await keepRule(tx, before.id, before.rule, before.position ?? null)
  return restored(row)
}

async function undoMoved(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const now = (await rulesOf(tx.db)).map(({ id }) => id)
  if (JSON.stringify(now) !== JSON.stringify(read(Order, row.after).order)) throw conflict(row)
  await orderRules(tx, read(Order, row.before).order)
  return restored(row)
}

/** By audit event. */
export const ruleUndoers: Undoers = {
  'rule.saved': undoKept,
  'rule.removed': undoKept,
  'rule.moved': undoMoved,
}
