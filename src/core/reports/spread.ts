/** @file How long things took, in four numbers. Pure. */
import type { Spread } from '../../shared/domain/report.ts'

/** @param values ms, in any order */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = new Float64Array(values).sort()
  const count = sorted.length
  if (count === 0) return { count, median: null, p90: null, slowest: null }
  const at = (index: number): number => sorted[index] ?? 0
  return {
    count,
    median: (at(count >> 1) + at((count - 1) >> 1)) / 2,
    p90: at(Math.ceil(count * 0.9) - 1),
    slowest: at(count - 1),
  }
}
