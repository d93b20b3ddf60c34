/**
 * @file The twelve fills of brands. Chosen by numbers, not by taste: told apart with every kind of colour vision and on
 * both themes, and none near the red and amber that mean alarm. `brand-fills.test.ts` holds them to it.
 */
import type { Oklch } from './colour.ts'

export const brandFills: readonly Oklch[] = [
  [0.7, 0.16, 250],
  [0.8, 0.179, 158],
  [0.71, 0.143, 59],
  [0.62, 0.183, 331],
  [0.47, 0.196, 309],
  [0.5, 0.273, 283],
  [0.85, 0.047, 264],
  [0.3, 0.075, 255],
  [0.56, 0.042, 159],
  [0.32, 0.059, 63],
  [0.71, 0.014, 252],
  [0.42, 0.038, 172],
]

const fallback: Oklch = [0.71, 0.014, 252]

/** The fill of an index that core gave a brand. */
export const brandFill = (index: number): Oklch => brandFills[index] ?? fallback
