/** @file What counts as a miss of the drill. Pure: what happened is read in `facts.ts`. */
import { z } from 'zod'
import { MissKind } from '../../shared/domain/drill.ts'
import type { Guard } from '../../shared/domain/guard.ts'

/** The guards that keep clients apart. */
const apart: ReadonlySet<Guard> = new Set([
  'other-brand',
  'copied',
  'foreign-link',
  'foreign-picture',
  'two-brands',
])

/** A message that a guard kept back, or that an agent let through with a reason. */
export type GuardFact = { ticketId: string | null; guard: Guard; letThrough: boolean }
export type ImpostorFact = {
  ticketId: string
  state: 'seen' | 'reported' | 'dismissed'
  /** The ticket waits for an answer still. */
  waits: boolean
}

export type DrillFacts = {
  guards: readonly GuardFact[]
  /** Tickets whose reply fell due without one. */
  late: readonly string[]
  impostors: readonly ImpostorFact[]
  isOver: boolean
}

export const Miss = z.object({ kind: MissKind, ticketId: z.string().nullable(), caught: z.boolean() })
export type Miss = z.infer<typeof Miss>

const kindOf = (guard: Guard): MissKind | null =>
  guard === 'private-data' ? 'leaked-number' : apart.has(guard) ? 'wrong-brand' : null

/** Whoever deals with the ticket has the impostor before their eyes; at the end nobody may be left. */
const isOverlooked = ({ state, waits }: ImpostorFact, isOver: boolean): boolean =>
  state === 'dismissed' || (state === 'seen' && (isOver || !waits))

/** At most one per kind and ticket, in the order in which they are given; what got out outweighs what was caught. */
export function missesOf({ guards, late, impostors, isOver }: DrillFacts): Miss[] {
  const all: Miss[] = [
    ...guards.flatMap(({ guard, ticketId, letThrough }) => {
      const kind = kindOf(guard)
      return kind === null ? [] : [{ kind, ticketId, caught: !letThrough }]
    }),
    ...late.map((ticketId) => ({ kind: 'missed-deadline' as const, ticketId, caught: false })),
    ...impostors
      .filter((one) => isOverlooked(one, isOver))
      .map(({ ticketId }) => ({ kind: 'impostor' as const, ticketId, caught: false })),
  ]
  const kept = new Map<string, Miss>()
  for (const miss of all) {
    const key = `${miss.kind}:${miss.ticketId ?? ''}`
    const before = kept.get(key)
    if (before === undefined || (before.caught && !miss.caught)) kept.set(key, miss)
  }
  return [...kept.values()]
}
