/**
 * @file `idle`: what core costs while nothing happens. Four brands with their streams, twelve columns on screen, nobody
 * writes: milliseconds of CPU that core's own process takes in a minute.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startPracticeX } from '../../src/practice/server.ts'
import { IdleAnswer, type IdleOrder } from './idle-protocol.ts'
import { median, rounded, type Figure } from './line.ts'

const goal = 500
const minutes = 3
const usernames = ['northair', 'lumen', 'metro', 'bonvoy']

const scenario = (): string =>
  [
    { type: 'app', name: 'Agency' },
    ...usernames.map((username) => ({
      type: 'handle',
      username,
      name: username,
      client: username,
      brand: username,
      app: 'Agency',
    })),
    { type: 'user', username: 'mara', name: 'Mara' },
    ...Array.from({ length: 200 }, (_, n) => ({
      type: 'post',
      by: 'mara',
      text: `@${usernames[n % usernames.length]} number ${n}`,
      at: new Date(Date.now() - (n + 1) * 60_000).toISOString(),
    })),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n')

/** Measures in a folder of its own below `folder`. Takes about four minutes. */
export async function idle(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'idle-'))
  const x = await startPracticeX({ scenario: scenario() })
  const child = fork(join(import.meta.dirname, 'idle-core.js'), { serialization: 'advanced' })
  try {
    const order: IdleOrder = { folder: own, xOrigin: x.baseUrl, grants: x.grants, minutes }
    child.send(order)
    const [message] = await once(child, 'message')
    const { cpuMs, live, columns } = IdleAnswer.parse(message)
    return {
      line: {
        name: 'idle',
        value: rounded(median(cpuMs)),
        unit: 'ms',
        goal,
        runs: cpuMs.length,
        floor: 'none: CPU of core in a minute in which nothing happens',
      },
      notes: [`minutes ${cpuMs.map(Math.round).join(', ')} ms; ${live} handles live, ${columns} columns`],
    }
  } finally {
    child.kill()
    await x.close()
    rmSync(own, { recursive: true })
  }
}
