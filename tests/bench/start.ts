/**
 * @file `start`: from the start of the process to the first painted column of a practice workspace with 100,000 posts,
 * held against a bare Electron window on the same runtime, in alternating pairs.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ownFolder, startOnce, type AppUnderTest } from './app.ts'
import { fill } from './fill.ts'
import { median, rounded, type Figure } from './line.ts'

const goal = 2.5
const posts = 100_000
/** So many tickets wait for a reply. */
const waiting = 120
/** The first pair warms the disk's caches up and is dropped. */
const pairs = 10
/** A new practice workspace reads its whole world in this time. */
const settleMs = 10_000

/** Measures in a folder of its own below `folder`. */
export async function start(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'start-'))
  const ours: AppUnderTest = {
    folder: ownFolder(),
    profile: join(own, 'ours'),
    says: 'The first column is painted.',
  }
  const bare: AppUnderTest = {
    folder: join(ownFolder(), 'tests', 'bench', 'bare-window'),
    profile: join(own, 'bare'),
    says: 'The bare window is painted.',
  }
  try {
    await startOnce(ours, settleMs)
    const filled = await fill(join(ours.profile, 'workspaces', 'practice'), posts, waiting)
    if (filled.posts < posts) throw new Error(`only ${filled.posts} posts were filled in`)
    const times: { ours: number; bare: number }[] = []
    for (let pair = 0; pair < pairs; pair++) times.push(await measurePair(ours, bare, pair % 2 === 0))
    const kept = times.slice(1)
    const ms = (pick: 'ours' | 'bare'): number => Math.round(median(kept.map((time) => time[pick])))
    return {
      line: {
        name: 'start',
        value: rounded(median(kept.map((time) => time.ours / time.bare))),
        unit: 'ratio',
        goal,
        runs: kept.length,
        floor:
          'a bare sandboxed Electron window with one word, until it is ready to show; same runtime and flags',
      },
      notes: [
        `ours ${ms('ours')} ms, bare ${ms('bare')} ms; pairs ${kept.map((time) => rounded(time.ours / time.bare)).join(' ')}`,
        `${filled.posts} posts, ${filled.dms} direct messages, ${filled.tickets} tickets of which ${filled.needsReply} need a reply`,
      ],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}

async function measurePair(
  ours: AppUnderTest,
  bare: AppUnderTest,
  oursFirst: boolean,
): Promise<{ ours: number; bare: number }> {
  const first = await startOnce(oursFirst ? ours : bare)
  const second = await startOnce(oursFirst ? bare : ours)
  return oursFirst ? { ours: first, bare: second } : { ours: second, bare: first }
}
