/** @file `memory`: what an hour of work leaves behind in the window. */
import type { CDPSession } from '@playwright/test'
import { rounded, type Figure } from '../line.ts'
import { large, largeWords, openConsole } from './window.ts'

const first = 60
const actions = 3_600
const goal = 1.15

/**
 * What a person does all day, without anything that leaves the house: the same again and again. It ends where it began:
 * rows further down would be held because they are looked at.
 */
const round = [
  'j',
  'j',
  'Enter',
  'j',
  'k',
  'Escape',
  ']',
  'j',
  'k',
  'x',
  'x',
  '[',
  'Control+k',
  'Escape',
  '?',
  'Escape',
  'j',
  'Enter',
  'r',
  'Escape',
  'Escape',
  'e',
  'z',
  'k',
  'k',
  'k',
] as const

async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.enable')
  for (let time = 0; time < 3; time++) await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}

/** Measures in a folder of its own below `folder`. */
export async function memory(folder: string): Promise<Figure> {
  const workspace = await large(folder)
  const { page, cdp, close } = await openConsole(workspace)
  try {
    const work = async (from: number, to: number): Promise<void> => {
      for (let action = from; action < to; action++) {
        await page.keyboard.press(round[action % round.length] ?? 'j')
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
      }
    }
    await work(0, first)
    const before = await heap(cdp)
    await work(first, actions)
    const after = await heap(cdp)
    const mb = (bytes: number): number => rounded(bytes / 2 ** 20, 1)
    return {
      line: {
        name: 'memory',
        value: rounded(after / before),
        unit: 'ratio',
        goal,
        runs: actions,
        floor: `the heap of the same window after the first ${first} actions, garbage collected`,
      },
      notes: [`${mb(before)} MB, then ${mb(after)} MB`, largeWords(workspace.filled)],
    }
  } finally {
    await close()
  }
}
