/** @file Chance that is the same in every run. */

export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number
  /** 0 ≤ n < `below`, whole. */
  whole(below: number): number
  /** One of them. @throws RangeError for none */
  one<T>(of: readonly T[]): T
}

/** Numbers of mulberry32 from `seed` on. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return {
    next,
    whole,
    one<T>(of: readonly T[]): T {
      const picked = of[whole(of.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
  }
}
