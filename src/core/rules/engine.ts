/**
 * @file The lane of rules: looks at what happened to tickets after the commit in which it happened, in its order, each
 * once. What happened stands in a queue that its own transaction wrote, and leaves it in the transaction of what the
 * rules did: nothing is lost with a killed process, and nothing is done twice.
 */
import type { Clock } from '../../shared/clock.ts'
import type { RuleEvent } from '../../shared/domain/rule.ts'
import { Failure } from '../../shared/errors.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { recordNow, ruleActor } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { isSet } from '../db/values.ts'
import { policyNow } from '../deadlines/policy.ts'
import { lane, type Lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { aroundOf, ownAction, perform, type Doing } from './apply.ts'
import { effectsOf, isHeard } from './effects.ts'
import { factsNow } from './facts.ts'
import { circleOf, heardIn } from './heard.ts'
import { matches, stillLasts } from './match.ts'
import { RuleIds, rulesOf, touchRules, type KeptRule } from './repo.ts'

/** So many events are looked at in one transaction. */
const batch = 20

type Queued = { n: number; ticketId: string; event: string; cause: string | null; path: string }
type Cause = { actionId: string; undoable: number; undoneBy: string | null }

/** Nothing happens before the first `wake`: something was committed, or the computer woke up. */
export function ruleEngine({ database, clock, log }: { database: Database; clock: Clock; log: Log }): Lane {
  async function work({ isStopped }: Lane): Promise<number> {
    while (!isStopped() && (await isWaiting())) await passOrDrop()
    const next = await database.read
      .selectFrom('rule_waits')
      .select(({ fn }) => fn.min('run_at').as('at'))
      .executeTakeFirst()
    return next?.at ?? Infinity
  }

  /** One event that no rule can be asked about must not keep all others waiting. */
  async function passOrDrop(): Promise<void> {
    try {
      await database.write((tx) => pass(tx, batch))
    } catch {
      await database
        .write((tx) => pass(tx, 1))
        .catch(async (error: unknown) => {
          if (error instanceof Failure && error.code.startsWith('disk.')) throw error
          log.error('rules.dropped', error)
          await database.write(dropOldest)
        })
    }
  }

  async function isWaiting(): Promise<boolean> {
    const { read } = database
    const queued = await read.selectFrom('rule_queue').select('n').limit(1).executeTakeFirst()
    if (queued) return true
    const due = read.selectFrom('rule_waits').select('rule_id').where('run_at', '<=', clock.now())
    return (await due.limit(1).executeTakeFirst()) !== undefined
  }

  return lane(work, { clock, log, failed: 'rules.failed' })
}

/** What `pass` looks at first goes, without a rule having been asked. */
function dropOldest(tx: Tx): void {
  const { changes } = tx.raw('DELETE FROM rule_queue WHERE n = (SELECT min(n) FROM rule_queue)').run()
  if (changes === 0)
    tx.raw('DELETE FROM rule_waits WHERE run_at = (SELECT min(run_at) FROM rule_waits)').run()
}

async function pass(tx: Tx, atMost: number): Promise<void> {
  const rules = await rulesOf(tx.db)
  const turnedOff = new Set<string>()
  const isOn = (rule: KeptRule): boolean => rule.isOn && !turnedOff.has(rule.id)
  let looked = 0
  for (; looked < atMost; looked++) {
    const queued = tx.raw<Queued>(oldestQueued).get()
    if (!queued) break
    tx.raw('DELETE FROM rule_queue WHERE n = ?').run(queued.n)
    const cause = queued.cause === null ? null : (tx.raw<Cause>(causeOf).get(queued.cause) ?? null)
    // What was taken back before anybody looked did not happen.
    if (cause?.undoneBy) continue
    const heard = heardIn(queued.event)
    const within = cause && isSet(cause.undoable) ? { actionId: cause.actionId, undoable: true } : null
    let path: readonly string[] = RuleIds.parse(JSON.parse(queued.path))
    for (const rule of rules) {
      if (!isOn(rule) || !heard.includes(rule.body.when.on)) continue
      if (rule.body.when.after > 0) {
        keepWait(tx, rule, queued.ticketId)
        continue
      }
      const ran = await runRule(tx, rule, queued.ticketId, path, within)
      if (ran === 'circle') turnedOff.add(rule.id)
      if (ran === 'ran') path = [...path, rule.id]
    }
  }
  const waits = tx.raw<{ ruleId: string; ticketId: string }>(dueWaits).all(tx.at, atMost - looked)
  for (const { ruleId, ticketId } of waits) {
    tx.raw('DELETE FROM rule_waits WHERE rule_id = ? AND ticket_id = ?').run(ruleId, ticketId)
    const rule = rules.find(({ id }) => id === ruleId)
    if (rule && isOn(rule)) await runRule(tx, rule, ticketId, [], null, rule.body.when.on)
  }
}

/** The first event counts: one that comes meanwhile does not put the look off. */
const keepWait = (tx: Tx, rule: KeptRule, ticketId: string): void =>
  void tx
    .raw('INSERT OR IGNORE INTO rule_waits (rule_id, ticket_id, run_at) VALUES (?, ?, ?)')
    .run(rule.id, ticketId, tx.at + rule.body.when.after * 60_000)

/**
 * Runs one rule on one ticket, if it holds.
 * @param path the rules that led here
 * @param within the action of an agent that led here; null: the rule does it by itself
 * @param waitedFor what must still last
 */
async function runRule(
  tx: Tx,
  rule: KeptRule,
  ticketId: string,
  path: readonly string[],
  within: Pick<Doing, 'actionId' | 'undoable'> | null,
  waitedFor: RuleEvent | null = null,
): Promise<'ran' | 'idle' | 'circle'> {
  const facts = await factsNow(tx.db, ticketId, tx.at, (brandId) => policyNow(tx, brandId))
  if (!facts || (rule.brandId !== null && rule.brandId !== facts.brandId)) return 'idle'
  if (waitedFor !== null && !stillLasts(waitedFor, facts, tx.at)) return 'idle'
  if (!matches(rule.body, facts, tx.at)) return 'idle'
  const found = effectsOf(rule.body.steps, facts, await aroundOf(tx.db, facts, rule.body.steps), tx.at)
  if (found.length === 0) return 'idle'
  const circle = found.some(({ action }) => isHeard(action)) ? circleOf(path, rule.id) : null
  if (circle) {
    await breakCircle(tx, rule, circle, facts)
    return 'circle'
  }
  const { last } = tx.raw<{ last: number | null }>('SELECT max(n) AS last FROM rule_queue').get() ?? {
    last: 0,
  }
  const doing = { ruleId: rule.id, ruleName: rule.name, ...(within ?? ownAction(tx)) }
  for (const { action } of found) {
    const left = await factsNow(tx.db, ticketId, tx.at, (brandId) => policyNow(tx, brandId))
    if (left) await perform(tx, action, left, doing)
  }
  tx.raw(followOn).run(JSON.stringify([...path, rule.id]), ticketId, last ?? 0)
  tx.raw('UPDATE rules SET runs = runs + 1, ran_at = ? WHERE id = ?').run(tx.at, rule.id)
  return 'ran'
}

/** A rule that would change again what it changed itself is turned off, and somebody is told which rules did that. */
async function breakCircle(
  tx: Tx,
  rule: KeptRule,
  circle: readonly string[],
  { brandId, ticketId }: { brandId: string; ticketId: string },
): Promise<void> {
  const all = await rulesOf(tx.db)
  const names = [...circle, rule.id].map((id) => all.find((one) => one.id === id)?.name ?? id)
  tx.raw('UPDATE rules SET is_on = 0, circle = ? WHERE id = ?').run(JSON.stringify(names), rule.id)
  recordNow(tx, ruleActor(rule.id), {
    event: 'rule.circled',
    actionId: newId(tx.at),
    brandId,
    after: { id: rule.id, circle: JSON.stringify(names) },
    undoable: false,
  })
  raiseAlert(tx, { brandId, ticketId, reason: 'circle', words: names.join(' → ') })
  touchRules(tx)
}

const oldestQueued = `
  SELECT n, ticket_id AS "ticketId", event, cause, path FROM rule_queue ORDER BY n LIMIT 1`

// All that rules led to on this ticket and nobody looked at yet follows from this one as well.
const followOn = "UPDATE rule_queue SET path = ? WHERE ticket_id = ? AND (n > ? OR path <> '[]')"

const causeOf = `
  SELECT action_id AS "actionId", undoable, undone_by AS "undoneBy" FROM audit WHERE id = ?`

const dueWaits = `
  SELECT rule_id AS "ruleId", ticket_id AS "ticketId" FROM rule_waits WHERE run_at <= ? ORDER BY run_at LIMIT ?`
