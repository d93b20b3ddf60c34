/**
 * @file `scroll`: frames that come late while a hundred thousand rows fly past, less those of the list library alone.
 * Each frame goes on by most of a screen, which no hand does for long.
 */
import { z } from 'zod'
import { rounded, type Figure } from '../line.ts'
import { large, largeWords, openBare, openConsole, type Driven } from './window.ts'

const rows = 100_000
const lateMs = 33
const goal = 10

const Flung = z.object({
  frames: z.number(),
  late: z.number(),
  longest: z.number(),
  blank: z.number(),
  ms: z.number(),
})
type Flung = z.infer<typeof Flung>

/**
 * Flings the list that has the focus until that many rows are behind it. `blank`: frames in which the middle of the list
 * showed no row that can be read.
 */
const fling = async ({ page }: Driven, wanted: number): Promise<Flung> =>
  Flung.parse(
    await page.evaluate(
      ([count, late]) =>
        new Promise((done, fail) => {
          const list = document.activeElement
          if (!(list instanceof HTMLElement)) return fail(new Error('nothing has the focus'))
          const row =
            list.querySelector<HTMLElement>(':scope > div > div')?.firstElementChild ??
            list.querySelector(':scope > div > div')
          const height = row?.getBoundingClientRect().height ?? 0
          if (height === 0) return fail(new Error('the list has no row'))
          const step = Math.round(list.clientHeight * 0.9)
          const told = { frames: 0, late: 0, longest: 0, blank: 0, ms: 0 }
          const startedAt = performance.now()
          const { left, top, width } = list.getBoundingClientRect()
          let before: number | null = null
          let still = 0
          const frame = (at: number): void => {
            if (before !== null) {
              told.frames += 1
              if (at - before > late) told.late += 1
              told.longest = Math.max(told.longest, at - before)
            }
            before = at
            const seen = document.elementFromPoint(left + width / 2, top + list.clientHeight / 2)
            if (!seen?.textContent || seen === list || seen === list.firstElementChild) told.blank += 1
            if (list.scrollTop >= count * height) {
              told.ms = performance.now() - startedAt
              return done(told)
            }
            const from = list.scrollTop
            list.scrollTop = from + step
            still = list.scrollTop === from ? still + 1 : 0
            if (still > 1_200) return fail(new Error(`the list ends at ${Math.round(from / height)} rows`))
            requestAnimationFrame(frame)
          }
          requestAnimationFrame(frame)
        }),
      [wanted, lateMs] as const,
    ),
  )

const per1000 = ({ late, frames }: Flung): number => (late / frames) * 1_000

/** Measures in folders of its own below `folder`. */
export async function scroll(folder: string): Promise<Figure> {
  const workspace = await large(folder)
  const bare = await openBare(folder, 'virtual', rows + 1_000)
  const floor = await fling(bare, rows)
  await bare.close()
  const ours = await openConsole(workspace)
  try {
    await ours.page
      .getByRole('listbox', { name: /^Mentions/ })
      .first()
      .focus()
    const flung = await fling(ours, rows)
    const told = (one: Flung): string =>
      `${one.late} of ${one.frames} frames late (longest ${Math.round(one.longest)} ms, ${one.blank} without a row to read, ${rounded(one.ms / 1_000, 1)} s)`
    return {
      line: {
        name: 'scroll',
        value: rounded(per1000(flung) - per1000(floor), 1),
        unit: 'frames',
        goal,
        runs: flung.frames,
        floor: 'late frames per thousand of the list library alone, with rows of one word',
      },
      notes: [`ours ${told(flung)}`, `bare ${told(floor)}`, largeWords(workspace.filled)],
    }
  } finally {
    await ours.close()
  }
}
