/**
 * @file `key`: how long the eye waits for a key. From `j` (its event's own time) to the first task after the frame in
 * which the highlight stands on the next row; on a console of a million posts, and on a bare list of plain rows.
 * `keys`: whether fifteen keys a second lose one.
 */
import { setTimeout as passed } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { callCore } from '../../e2e/bridge.ts'
import { median, rounded, type Figure } from '../line.ts'
import { large, largeWords, openBare, openConsole, type Driven } from './window.ts'

const rounds = 7
const presses = 60
/** Off the beat of the frames, so that every phase of one is met. */
const betweenMs = 53
const bareRows = 60

/** Begins to listen in the page. A press that moves nothing is never answered. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const waits: number[] = []
    Object.assign(window, { benchWaits: waits })
    const highlighted = (): string | null =>
      document.activeElement?.getAttribute('aria-activedescendant') ?? null
    const afterFrame = (then: () => void): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = then
        port2.postMessage(null)
      })
    }
    addEventListener(
      'keydown',
      (event) => {
        const before = highlighted()
        const look = (): void => {
          if (highlighted() === before) afterFrame(look)
          else waits.push(performance.now() - event.timeStamp)
        }
        afterFrame(look)
      },
      { capture: true },
    )
  })

/** The waits since the last call, ms. */
const takeWaits = async (page: Page): Promise<number[]> =>
  z
    .array(z.number())
    .parse(await page.evaluate(() => (window as unknown as { benchWaits: number[] }).benchWaits.splice(0)))

const p95 = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}

/** Down and up again, in halves, so that every round goes over the same rows. @returns its p95, ms */
async function round({ page }: Driven): Promise<number> {
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(press < presses / 2 ? 'j' : 'k')
    await passed(betweenMs)
  }
  const waits = await takeWaits(page)
  if (waits.length < presses) throw new Error(`only ${waits.length} of ${presses} keys moved the highlight`)
  return p95(waits)
}

/** Measures in folders of its own below `folder`. */
export async function key(folder: string): Promise<Figure> {
  const workspace = await large(folder)
  const bare = await openBare(folder, 'plain', bareRows)
  const ours = await openConsole(workspace)
  try {
    for (const { page } of [bare, ours]) await listen(page)
    // The first round of each warms up.
    await round(bare)
    await round(ours)
    const times: { ours: number; bare: number }[] = []
    for (let n = 0; n < rounds; n++) {
      const first = await round(n % 2 === 0 ? ours : bare)
      const second = await round(n % 2 === 0 ? bare : ours)
      times.push(n % 2 === 0 ? { ours: first, bare: second } : { ours: second, bare: first })
    }
    const middle = (of: 'ours' | 'bare'): number => median(times.map((time) => time[of]))
    const told = (of: 'ours' | 'bare'): string => times.map((time) => rounded(time[of], 1)).join(' ')
    return {
      line: {
        name: 'key',
        value: rounded(middle('ours') / middle('bare')),
        unit: 'ratio',
        goal: 1.5,
        runs: rounds,
        floor: 'the p95 of j on a bare list of sixty plain rows, same runtime',
      },
      notes: [`p95 ms: ours ${told('ours')}; bare ${told('bare')}`, largeWords(workspace.filled)],
    }
  } finally {
    await ours.close()
    await bare.close()
  }
}

const perSecond = 15
const seconds = 30

/** Every second key solves a ticket: what was pressed is what was done. */
export async function keys(folder: string): Promise<Figure> {
  const workspace = await large(folder)
  const { page, close } = await openConsole(workspace)
  const waiting = async (): Promise<string[]> =>
    z
      .object({ ticketIds: z.array(z.string()) })
      .parse(await callCore(page, 'column.tickets', { columnId: 'needs-reply:all' })).ticketIds
  try {
    const before = await waiting()
    const count = perSecond * seconds
    const startedAt = performance.now()
    for (let press = 0; press < count; press++) {
      await page.keyboard.press(press % 2 === 0 ? 'e' : 'j')
      await passed(Math.max(0, startedAt + ((press + 1) * 1_000) / perSecond - performance.now()))
    }
    const took = performance.now() - startedAt
    await passed(2_000)
    const after = new Set(await waiting())
    const done = before.filter((id) => !after.has(id)).length
    return {
      line: {
        name: 'keys',
        value: count / 2 - done,
        unit: 'keys',
        goal: 0,
        runs: count,
        floor: 'none: tickets that were to be solved and were not',
      },
      notes: [`${count} keys in ${rounded(took / 1_000, 1)} s, ${done} tickets solved of ${before.length}`],
    }
  } finally {
    await close()
  }
}
