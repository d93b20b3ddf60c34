/** @file What a benchmark hands back, and the few numbers it is made of. Measures nothing. */

/** One printed line. Lower is better; `floor` says what ours was held against. */
export type Line = {
  name: string
  value: number
  unit: 'ratio' | 'ms' | 'rows' | 'frames' | 'keys'
  /** Null: printed to compare. */
  goal: number | null
  runs: number
  floor: string
}

/** What a benchmark has learnt beside its line, for the person who looks for lost time. */
export type Figure = { line: Line; notes: string[] }

/** The middle one; of an even number the mean of the middle two. @throws RangeError for none */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  if (upper === undefined || lower === undefined) throw new RangeError('no median of nothing')
  return (upper + lower) / 2
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
