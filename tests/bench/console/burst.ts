/**
 * @file `burst`: how long the window is busy at a stretch while five hundred posts come in within a second. The wait of a
 * timer in the page is taken for it: no single task was longer.
 */
import { setTimeout as passed } from 'node:timers/promises'
import { z } from 'zod'
import { callCore } from '../../e2e/bridge.ts'
import { median, type Figure } from '../line.ts'
import { large, largeWords, openConsole, plan } from './window.ts'

const bursts = 7
const size = 500
const goal = 50
/** The first one comes this long after the opening; the next ones so long after the one before. */
const firstSeconds = 30
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
      await page.evaluate(() => {
        const watch = { longest: 0, on: true }
        Object.assign(window, { benchWatch: watch })
        let before = performance.now()
        const tick = (): void => {
          const now = performance.now()
          watch.longest = Math.max(watch.longest, now - before)
          before = now
          if (watch.on) setTimeout(tick, 0)
        }
        tick()
      })
      while (!(await hasCome(number))) await passed(500)
      // What came is read and drawn within a few rounds of re-reading.
      await passed(4_000)
      longest.push(
        await page.evaluate(() => {
          const { benchWatch } = window as unknown as { benchWatch: { longest: number; on: boolean } }
          benchWatch.on = false
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
        floor: `none: the longest wait of a timer while ${size} posts come in`,
      },
      notes: [`each ${longest.map(Math.round).join(' ')} ms`, largeWords(workspace.filled)],
    }
  } finally {
    await close()
  }
}
