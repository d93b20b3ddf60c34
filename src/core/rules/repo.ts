/** @file The rows of rules. */
import { z } from 'zod'
import { RuleBody, type RuleDraft, type RuleView } from '../../shared/domain/rule.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { RulesTable } from '../db/tables/rules.ts'
import { newId } from '../db/uuid.ts'
import { flag, fromJson, isSet } from '../db/values.ts'
import type { Selectable } from 'kysely'

export const RuleIds = z.array(z.string())

type RuleRow = Selectable<RulesTable>

/** A rule with where it stands among the others. */
export type KeptRule = RuleView & { position: number }

const kept = (row: RuleRow): KeptRule => ({
  id: row.id,
  brandId: row.brand_id,
  name: row.name,
  isOn: isSet(row.is_on),
  body: RuleBody.parse(JSON.parse(row.body)),
  circle: fromJson(RuleIds, row.circle),
  runs: row.runs,
  ranAt: row.ran_at,
  position: row.position,
})

/** All rules, in the order in which they run. */
export async function rulesOf(read: Reads): Promise<KeptRule[]> {
  const rows = await read.selectFrom('rules').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map(kept)
}

export async function findRule(read: Reads, ruleId: string): Promise<KeptRule | null> {
  const row = await read.selectFrom('rules').selectAll().where('id', '=', ruleId).executeTakeFirst()
  return row ? kept(row) : null
}

/** @throws Failure `rule.missing` */
export async function ruleById(read: Reads, ruleId: string): Promise<KeptRule> {
  const rule = await findRule(read, ruleId)
  if (!rule) throw new Failure('rule.missing', {})
  return rule
}

/** What makes a rule, as its line of history holds it. */
export const draftJson = ({ name, brandId, isOn, body }: RuleDraft): string =>
  JSON.stringify({ name, brandId, isOn, body })

/** Writes a rule where it stands, a new one below all others. Whoever writes it looked at it: no circle is told any more. */
export async function keepRule(
  tx: Tx,
  id: string | null,
  { name, brandId, isOn, body }: RuleDraft,
  position: number | null = null,
): Promise<string> {
  const ruleId = id ?? newId(tx.at)
  const { last } = await tx.db
    .selectFrom('rules')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const columns = { name, brand_id: brandId, is_on: flag(isOn), body: JSON.stringify(body), circle: null }
  await tx.db
    .insertInto('rules')
    .values({ id: ruleId, position: position ?? (last ?? 0) + 1, ran_at: null, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  touchRules(tx)
  return ruleId
}

export async function removeRule(tx: Tx, ruleId: string): Promise<void> {
  await tx.db.deleteFrom('rules').where('id', '=', ruleId).execute()
  touchRules(tx)
}

/** Puts rules into an order. */
export async function orderRules(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await tx.db
      .updateTable('rules')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute()
  touchRules(tx)
}

/** Whoever shows rules reads them again. */
export const touchRules = (tx: Tx): void => tx.touch.session()
