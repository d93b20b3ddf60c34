/** @file How long a piece of work takes, and two of them held against each other. */
import { median } from './line.ts'

/** @returns ms */
export async function timed(work: () => Promise<void> | void): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The middle of the ratios, and of each side, ms. */
export type Against = { ratio: number; oursMs: number; floorMs: number }

/** @param warm so many pairs come first and are dropped */
export async function against(
  ours: () => Promise<void> | void,
  floor: () => Promise<void> | void,
  { warm, runs }: { warm: number; runs: number },
): Promise<Against> {
  const times: { ours: number; floor: number }[] = []
  for (let run = 0; run < warm + runs; run++) {
    // In turn, so that neither always finds what the other has warmed.
    const first = run % 2 === 0
    const one = await timed(first ? ours : floor)
    const other = await timed(first ? floor : ours)
    times.push(first ? { ours: one, floor: other } : { ours: other, floor: one })
  }
  const kept = times.slice(warm)
  return {
    ratio: median(kept.map((time) => time.ours / time.floor)),
    oursMs: median(kept.map((time) => time.ours)),
    floorMs: median(kept.map((time) => time.floor)),
  }
}
