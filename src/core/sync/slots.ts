/** @file Every source in memory: where it stands, what it waits for, and what planning is to know of it. */
import type { Clock } from '../../shared/clock.ts'
import type { FailureCode } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import { loadArrivals } from './arrivals.ts'
import { isOpen } from './chain.ts'
import type { BudgetLevel } from './intervals.ts'
import type { PlanSource } from './plan.ts'
import { latelyPerHour, usualHours, type HourCount } from './rhythm.ts'
import { loadSources, refOf, type SourceRef, type SourceState } from './sources.ts'

/** One source, as the engine works with it. */
export type Slot = SourceState & {
  readAt: number | null
  asked: boolean
  running: boolean
  /** Its trouble could not be written down. */
  unwritten: boolean
  /** How many requests its last reading took. */
  requests: number
  arrivals: HourCount[]
}

export type SlotBoard = {
  get(ref: SourceRef): Slot | undefined
  /** All of them, as the plan wants to know them. */
  planned(): PlanSource[]
  /** Reads the rows anew; what runs stays as it is. @throws Failure `disk.*` */
  reload(): Promise<void>
  /** What failed so may try at once. */
  forgive(codes: readonly FailureCode[]): void
}

export function slotBoard(parts: {
  database: Database
  clock: Clock
  budgetOf?: (handleId: string) => BudgetLevel
  isStreaming?: (handleId: string) => boolean
  isOnScreen?: (brandId: string) => boolean
}): SlotBoard {
  const { database, clock } = parts
  const { budgetOf = () => 'open', isStreaming = () => false, isOnScreen = () => true } = parts
  let slots = new Map<string, Slot>()
  const keyOf = ({ handleId, source, subject }: SourceRef): string => `${handleId} ${source} ${subject}`

  const planOf = (slot: Slot, now: number, budget: BudgetLevel): PlanSource => ({
    handleId: slot.handle.id,
    appId: slot.handle.appId,
    source: slot.source,
    subject: slot.subject,
    readAt: slot.readAt,
    // Credits are per app: `apps` tells when one of its reads may try again.
    notBefore: slot.failure?.code === 'x.credits' ? null : slot.nextTryAt,
    interrupted: isOpen(slot.cursor),
    asked: slot.asked,
    running: slot.running,
    requests: slot.requests,
    budget,
    isStreaming: isStreaming(slot.handle.id),
    isOnScreen: isOnScreen(slot.handle.brandId),
    isOpenHours: usualHours(now),
    perHour: latelyPerHour(slot.arrivals, now),
  })

  return {
    get: (ref) => slots.get(keyOf(ref)),
    planned() {
      const now = clock.now()
      const ids = new Set([...slots.values()].map((slot) => slot.handle.id))
      const budgets = new Map([...ids].map((id) => [id, budgetOf(id)]))
      return [...slots.values()].map((slot) => planOf(slot, now, budgets.get(slot.handle.id) ?? 'open'))
    },
    async reload() {
      const states = await loadSources(database.read)
      const arrivals = await loadArrivals(database.read)
      slots = new Map(
        states.map((state): [string, Slot] => {
          const key = keyOf(refOf(state))
          const there = slots.get(key)
          // Another query under the same name is another source: what still runs of the old one writes nothing more.
          const known = there?.listening?.query === state.listening?.query ? there : undefined
          // What runs is newer than its row; the slot that it holds must stay the one that is planned with.
          if (known?.running) return [key, Object.assign(known, { handle: state.handle })]
          return [
            key,
            {
              ...state,
              readAt: known?.readAt ?? null,
              asked: known?.asked ?? false,
              running: false,
              unwritten: false,
              requests: known?.requests ?? 1,
              arrivals: arrivals.get(key) ?? [],
            },
          ]
        }),
      )
    },
    forgive(codes) {
      for (const slot of slots.values())
        if (codes.some((code) => slot.failure?.code === code)) slot.nextTryAt = null
    },
  }
}
