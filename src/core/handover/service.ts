/** @file What whoever comes to the keyboard is told, as windows ask for it. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { markAbsencesSeen } from '../absences/keep.ts'
import type { Database } from '../db/database.ts'
import type { Budgets } from '../money/budgets.ts'
import type { CallContext } from '../rpc-context.ts'
import { handoverFile } from './file.ts'
import { countLines, lineRows, liveBrands, type Told } from './lines.ts'
import { dayOf, firstSpanMs, isDue, linesOf } from './rules.ts'
import { currentStay, goOnStaying, staySeen } from './stays.ts'
import { previewHandover, takeHandover } from './take.ts'
import { draftsToLeave, isSomethingLeft, keepDraftToLeave, leaveWords, takeOver, wordsLeft } from './words.ts'

type Methods = Extract<keyof Contract, `handover.${string}`>
type Parts = { database: Database; clock: Clock; budgets: Pick<Budgets, 'standing'> }

export function handoverService({
  database,
  clock,
  budgets,
}: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  const parts = { read: database.long, budgets }

  const toldFrom = (sinceAt: number, zone: string): Told => {
    const now = clock.now()
    return { sinceAt, now, dayEnd: dayOf(now, zone).until }
  }

  return {
    'handover.begin': async ({ zone, hereUntil }) => {
      const stay = await database.write((tx) => goOnStaying(tx, zone, hereUntil))
      if (stay.shownAt !== null) return { due: false }
      const isLeft = await isSomethingLeft(database.read)
      if (isLeft || stay.sinceAt === null) return { due: isDue(stay, { lines: 0, isLeft }) }
      const live = new Set(await liveBrands(database.read))
      const counts = await countLines(parts, toldFrom(stay.sinceAt, zone))
      return { due: isDue(stay, { lines: [...counts.keys()].filter((id) => live.has(id)).length, isLeft }) }
    },
    'handover.get': async ({ zone }) => {
      const stay = await currentStay(database.read)
      const isFirst = (stay?.sinceAt ?? null) === null
      const sinceAt = stay?.sinceAt ?? clock.now() - firstSpanMs
      const [brandIds, counts, words, drafts] = await Promise.all([
        liveBrands(database.read),
        countLines(parts, toldFrom(sinceAt, zone)),
        wordsLeft(database.read, sinceAt),
        draftsToLeave(database.read),
      ])
      return {
        sinceAt,
        isFirst,
        brands: brandIds.map((brandId) => ({
          brandId,
          lines: linesOf(counts.get(brandId) ?? new Map()),
          words: words.filter((one) => one.brandId === brandId),
          draft: drafts.get(brandId) ?? '',
        })),
      }
    },
    'handover.rows': ({ zone, brandId, line, sinceAt }) =>
      lineRows(parts, brandId, line, toldFrom(sinceAt, zone)),
    'handover.seen': async () => {
      await database.write(async (tx) => {
        // It tells what nobody saw as well.
        if (await staySeen(tx)) markAbsencesSeen(tx)
      })
      return {}
    },
    'handover.draft': async ({ brandId, text }) => {
      await database.write((tx) => keepDraftToLeave(tx, brandId, text))
      return {}
    },
    'handover.leave': async () => ({ brandIds: await database.write(leaveWords) }),
    'handover.confirm': async ({ wordIds }) => ({
      count: await database.write((tx) => takeOver(tx, wordIds)),
    }),
    'handover.export': () => handoverFile(database.long, clock.now()),
    'handover.preview': ({ content }) => previewHandover(database.long, content, clock.now()),
    'handover.import': ({ content }) => database.write((tx) => takeHandover(tx, content)),
  }
}
