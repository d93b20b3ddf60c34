/**
 * @file `search`: 100 seeded questions over a million posts, from the handler's call to the posted answer with its cards;
 * the 95th percentile held against that of the bare statement on the full-text index.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '../../src/core/db/connection.ts'
import { expressionOf } from '../../src/core/search/expression.ts'
import { searchService } from '../../src/core/search/service.ts'
import { parseSearch } from '../../src/shared/domain/search-query.ts'
import { testKey } from '../database.ts'
import { grow, open, shared } from './grow.ts'
import { median, rounded, type Figure } from './line.ts'
import { seeded, type Chance } from './seeded.ts'
import { answer, complaint } from './sentences.ts'
import { timed } from './timed.ts'

const stored = 1_000_000
const rounds = 5
const goal = 1.5

const wordsOf = (chance: Chance): string[] =>
  `${complaint(chance).text} ${answer(chance)}`.match(/[\p{L}\p{N}]{3,}/gu) ?? []

/** As people ask: 40 of one word, 30 of two, 20 of a beginning, 10 of words in a row. */
function questions(): string[] {
  const chance = seeded(7)
  const several = (count: number, make: (words: string[]) => string): string[] =>
    Array.from({ length: count }, () => make(wordsOf(chance)))
  return [
    ...several(40, (words) => `${chance.one(words)} `),
    ...several(30, (words) => `${chance.one(words)} ${chance.one(words)} `),
    ...several(20, (words) => chance.one(words).slice(0, 4)),
    ...several(10, (words) => {
      const at = chance.whole(words.length - 2)
      return `"${words[at]} ${words[at + 1]}"`
    }),
  ]
}

const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0

/** Measures in a folder of its own below `folder`. */
export async function searchFigure(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'search-'))
  try {
    const file = join(own, 'search.db')
    await grow(file, stored, 0)
    const database = open(file, () => {})
    const handlers = searchService({ database, clock: shared.clock })
    const reader = openConnection(file, testKey, 'read', () => {})
    const bare = reader.prepare<unknown>(
      'SELECT rowid, bm25(post_words) FROM post_words WHERE post_words MATCH ? ORDER BY rowid DESC LIMIT 2000',
    )
    const { port1, port2 } = new MessageChannel()
    const ratios: number[] = []
    const p95s: { ours: number; floor: number }[] = []
    for (let round = 0; round <= rounds; round++) {
      const ours: number[] = []
      const floor: number[] = []
      for (const [n, text] of questions().entries()) {
        const expression = expressionOf(parseSearch(text, { isTyping: true }).words)
        const ask = async (): Promise<void> =>
          port1.postMessage(
            await handlers['ticket.search']({ text, isTyping: true }, { connectionId: 'bench' }),
          )
        // In turn, so that neither always finds what the other has warmed.
        if (n % 2 === 0) ours.push(await timed(ask))
        floor.push(await timed(() => void bare.all(expression)))
        if (n % 2 === 1) ours.push(await timed(ask))
      }
      // The first round starts the thread and warms the caches.
      if (round === 0) continue
      p95s.push({ ours: p95(ours), floor: p95(floor) })
      ratios.push(p95(ours) / p95(floor))
    }
    for (const port of [port1, port2]) port.close()
    reader.close()
    await database.close()
    const [ours, floor] = [median(p95s.map((one) => one.ours)), median(p95s.map((one) => one.floor))]
    return {
      line: {
        name: 'search',
        value: rounded(median(ratios)),
        unit: 'ratio',
        goal,
        runs: rounds,
        floor: 'the newest 2,000 matches of the index with their bm25, one prepared statement',
      },
      notes: [`${stored} posts; p95 ours ${rounded(ours)} ms, bare ${rounded(floor)} ms`],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}
