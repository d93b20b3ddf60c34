/**
 * @file The twelve fills of brands. Chosen by numbers, not by taste: told apart with every kind of colour vision and on
 * both themes, and none near the red and amber that mean alarm. `brand-fills.test.ts` holds them to it.
 */
import type { Oklch } from './colour.ts'

export const brandFills: readonly Oklch[] = [
  [0.7, 0.16, 250],
  [0.59, 0.198, 142],
  [0.605, 0.158, 329],
  [0.91, 0.14, 161],
  [0.35, 0.229, 270],
  [0.92, 0.203, 116],
  [0.54, 0.288, 296],
  [0.81, 0.05, 261],
  [0.46, 0.123, 336],
  [0.47, 0.159, 142],
  [0.69, 0.015, 354],
  [0.34, 0.042, 30],
]

const fallback: Oklch = [0.69, 0.015, 354]

/** The fill of an index that core gave a brand. */
export const brandFill = (index: number): Oklch => brandFills[index] ?? fallback
