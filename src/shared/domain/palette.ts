/** @file What a person chose in the palette before, and how much that says today. Pure. */
import { z } from 'zod'

/** An entry of the palette and how much it is used; `at`, epoch ms, is when it was chosen last. */
export const PaletteUse = z.object({ key: z.string().min(1).max(120), weight: z.number(), at: z.number() })
export type PaletteUse = z.infer<typeof PaletteUse>

/** A choice says half as much after this time: what somebody did all last month makes way for what they do now. */
const halfLifeMs = 14 * 86_400_000
const keptAtMost = 200

/** What earlier choices of an entry weigh now: 1 for one that was just made. */
export const weightNow = ({ weight, at }: PaletteUse, now: number): number =>
  weight * 0.5 ** (Math.max(0, now - at) / halfLifeMs)

/** The uses after one more, the weightiest first; of very many those that weigh least are forgotten. */
export function usedOnce(uses: readonly PaletteUse[], key: string, now: number): PaletteUse[] {
  const before = uses.find((use) => use.key === key)
  const chosen = { key, weight: (before ? weightNow(before, now) : 0) + 1, at: now }
  return [...uses.filter((use) => use !== before), chosen]
    .toSorted((one, other) => weightNow(other, now) - weightNow(one, now))
    .slice(0, keptAtMost)
}
