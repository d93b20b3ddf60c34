/** @file `burst`: the longest task of the window while five hundred posts come in within a second, as Chromium counts it. */
import { setTimeout as passed } from 'node:timers/promises'
import { z } from 'zod'
import { callCore } from '../../e2e/bridge.ts'
import { median, type Figure } from '../line.ts'
import { large, largeWords, openConsole, plan } from './window.ts'

const bursts = 7
const size = 500
const goal = 50
/** Chromium tells of no task that is shorter, ms: where it told of none, this stands for it. */
const toldFrom = 50
/** The first one comes this long after the opening; the next ones so long after the one before. */
const firstSeconds = 60
const betweenSeconds = 25

/** The same world may be planned for again. */
const run = Math.round(performance.timeOrigin) % 100_000

const people = Array.from({ length: size }, (_, number) => ({
  type: 'user',
  username: `burst_${run}_${number}`,
  name: `Traveller ${number}`,
}))
const posts = Array.from({ length: bursts }, (_, burst) =>
  people.map(({ username }, number) => ({
    type: 'post',
    by: username,
    text: `@northwindair burst ${burst}, number ${number}: where is my suitcase?`,
    after: `${firstSeconds + burst * betweenSeconds}s`,
  })),
).flat()

const Page = z.object({
  rows: z.array(z.object({ card: z.object({ runs: z.array(z.object({ text: z.string() })) }) })),
})

/** Measures in a folder of its own below `folder`. */
export async function burst(folder: string): Promise<Figure> {
  const workspace = await large(folder)
  await plan(workspace.profile, [...people, ...posts])
  const { page, close } = await openConsole(workspace)
  const hasCome = async (wanted: number): Promise<boolean> => {
    const { rows } = Page.parse(
      await callCore(page, 'column.page', { columnId: 'mentions:all', after: null, limit: 1 }),
    )
    return rows[0]?.card.runs.some(({ text }) => text.includes(`burst ${wanted}`)) ?? false
  }
  try {
    const longest: number[] = []
    for (let number = 0; number < bursts; number++) {
      await page.evaluate((shortest) => {
        const watch = { longest: shortest, stop: () => {} }
        Object.assign(window, { benchWatch: watch })
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration)
        })
        observer.observe({ type: 'longtask' })
        watch.stop = () => observer.disconnect()
      }, toldFrom)
      while (!(await hasCome(number))) await passed(500)
      // What came is read and drawn within a few rounds of re-reading.
      await passed(4_000)
      longest.push(
        await page.evaluate(() => {
          const { benchWatch } = window as unknown as { benchWatch: { longest: number; stop(): void } }
          benchWatch.stop()
          return benchWatch.longest
        }),
      )
    }
    return {
      line: {
        name: 'burst',
        value: Math.round(median(longest)),
        unit: 'ms',
        goal,
        runs: bursts,
        floor: `none: the longest task while ${size} posts come in, and ${toldFrom} where none was longer`,
      },
      notes: [`each ${longest.map(Math.round).join(' ')} ms`, largeWords(workspace.filled)],
    }
  } finally {
    await close()
  }
}
