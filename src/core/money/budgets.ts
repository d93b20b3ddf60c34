/**
 * @file Where spending stands now, kept in memory so that it can be asked before every call: sums of the ledger by
 * brand and app, their budgets and caps. Writes nothing.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Limits, SpendLevel, SpendScope, SpendStream } from '../../shared/domain/money.ts'
import type { Reads } from '../db/database.ts'
import { dayOf } from './dedup.ts'
import type { Entry } from './ledger.ts'
import { defaultBudgets, levelOf, runsAt, worse, type Spent } from './levels.ts'
import { loadHandles, loadLimits, loadSpent } from './repo.ts'

export type Standing = {
  level: SpendLevel
  spent: Spent
  /** As set. */
  limits: Limits
  /** With the defaults where nothing is set. */
  counting: Limits
}

export type Budgets = {
  /** Reads the rows anew. @throws Failure `disk.*` */
  load(): Promise<void>
  /** Counts what was committed. */
  spent(entries: readonly Entry[]): void
  /** A handle's own level: its brand's or its app's, whichever is more serious. Unknown ones are open. */
  levelOf(handleId: string): SpendLevel
  standing(scope: SpendScope): Standing
  /** @throws Failure `money.capped` when a cap keeps this call from being made */
  admit(handleId: string, stream: SpendStream): void
  /** X's clock, epoch ms. */
  xNow(): number
}

export const noLimits: Limits = { dayBudget: null, monthBudget: null, dayCap: null, monthCap: null }
const dayMs = 86_400_000

/** @param deps.offsetMs X's clock minus ours */
export function budgetKeeper(deps: { read: Reads; clock: Clock; offsetMs: () => number }): Budgets {
  const { read, clock, offsetMs } = deps
  const xNow = (): number => clock.now() + offsetMs()
  const sums = new Map<string, number>()
  let limits = new Map<string, Limits>()
  let handles = new Map<string, { brandId: string; appId: string }>()

  /** X's day, and what counts on it for each scope: asked for before every call, and the same until midnight. */
  let current = { number: Number.NaN, day: '', counting: new Map<string, Limits>() }

  const keyOf = (kind: SpendScope['kind'], id: string, span: string): string => `${kind} ${id} ${span}`
  const sumOf = ({ kind, id }: SpendScope, span: string): number => sums.get(keyOf(kind, id, span)) ?? 0

  function add(kind: SpendScope['kind'], id: string, day: string, micros: number): void {
    for (const span of [day, day.slice(0, 7)]) {
      const key = keyOf(kind, id, span)
      sums.set(key, (sums.get(key) ?? 0) + micros)
    }
  }

  function today(): typeof current {
    const number = Math.floor(xNow() / dayMs)
    if (number !== current.number) current = { number, day: dayOf(number * dayMs), counting: new Map() }
    return current
  }

  function countingOf(scope: SpendScope, set: Limits): Limits {
    const { counting } = today()
    const key = `${scope.kind} ${scope.id}`
    const known = counting.get(key)
    if (known) return known
    const fresh = withDefaults(scope, set)
    counting.set(key, fresh)
    return fresh
  }

  function withDefaults(scope: SpendScope, set: Limits): Limits {
    if (scope.kind === 'app') return set
    const normal = defaultBudgets(daysBefore(scope))
    return {
      ...set,
      dayBudget: set.dayBudget ?? normal.day,
      monthBudget: set.monthBudget ?? normal.month,
    }
  }

  /** The last seven full days, from the first on which anything was spent. */
  function daysBefore(scope: SpendScope): number[] {
    const days = Array.from({ length: 7 }, (_, back) => sumOf(scope, dayOf(xNow() - (back + 1) * dayMs)))
    const oldest = days.findLastIndex((micros) => micros > 0)
    return days.slice(0, oldest + 1)
  }

  function standing(scope: SpendScope): Standing {
    const { day } = today()
    const spent = { day: sumOf(scope, day), month: sumOf(scope, day.slice(0, 7)) }
    const set = limits.get(`${scope.kind} ${scope.id}`) ?? noLimits
    const counting = countingOf(scope, set)
    return { level: levelOf(spent, counting), spent, limits: set, counting }
  }

  function levels(handleId: string): { scope: SpendScope; level: SpendLevel }[] {
    const handle = handles.get(handleId)
    if (!handle) return []
    const scopes = [
      { kind: 'brand', id: handle.brandId },
      { kind: 'app', id: handle.appId },
    ] as const
    return scopes.map((scope) => ({ scope, level: standing(scope).level }))
  }

  return {
    async load() {
      const [rows, set, known] = await Promise.all([
        loadSpent(read, dayOf(xNow() - 31 * dayMs)),
        loadLimits(read),
        loadHandles(read),
      ])
      sums.clear()
      for (const { brandId, appId, day, micros } of rows) {
        add('brand', brandId, day, micros)
        add('app', appId, day, micros)
      }
      limits = set
      handles = known
      current.counting.clear()
    },
    spent(entries) {
      for (const { brandId, appId, handleId, day, micros } of entries) {
        add('brand', brandId, day, micros)
        add('app', appId, day, micros)
        if (brandId !== '') handles.set(handleId, { brandId, appId })
      }
    },
    levelOf: (handleId) => levels(handleId).reduce<SpendLevel>((all, { level }) => worse(all, level), 'open'),
    standing,
    admit(handleId, stream) {
      const stopped = levels(handleId).find(({ level }) => !runsAt(level, stream))
      if (!stopped) return
      const midnight = (Math.floor(xNow() / dayMs) + 1) * dayMs - offsetMs()
      throw new Failure('money.capped', { scope: stopped.scope.kind, stream, resetAt: midnight })
    },
    xNow,
  }
}
