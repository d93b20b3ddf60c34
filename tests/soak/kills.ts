/**
 * @file When core dies: at any moment, while it starts, in the middle of a commit, after X has a message and before it
 * answers, around the keeping of a secret.
 */
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../bench/seeded.ts'
import type { PracticeX } from '../../src/practice/server.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import type { CoreRun } from './core-run.ts'
import type { Journal } from './journal.ts'

const ways = ['any', 'any', 'start', 'commit', 'commit', 'commit', 'send', 'send', 'send', 'secret'] as const

export type Kills = {
  /** Lets this core live for a while and kills it. Resolves when it is gone. */
  kill(core: CoreRun): Promise<void>
  /** Core is about to have a secret kept, or has just had it kept. */
  onKeep(when: 'before' | 'after'): void
}

/** After this long without the moment that was waited for, any moment will do, ms of the machine. */
const patienceMs = 1_500

export function kills(x: PracticeX, folder: string, chance: Chance, journal: Journal): Kills {
  let armed: { way: (typeof ways)[number]; strike: () => void; keep: 'before' | 'after' } | null = null
  let sent = outboundCount(x)
  // Called while X takes a message in, before a word of the answer is written.
  x.world.onChange(() => {
    const now = outboundCount(x)
    if (now > sent && armed?.way === 'send') armed.strike()
    sent = now
  })

  return {
    onKeep(when) {
      if (armed?.way === 'secret' && armed.keep === when) armed.strike()
    },
    async kill(core) {
      const way = chance.one(ways)
      const before = chance.whole(800)
      const keep = chance.one(['before', 'after'] as const)
      const delayMs = chance.next() * 3
      if (way === 'start') await wait(before / 3)
      else {
        await core.ready
        await wait(before)
      }
      if (way !== 'any' && way !== 'start') {
        await new Promise<void>((resolve) => {
          const strike = (): void => {
            if (armed === null) return
            armed = null
            timer.close()
            watcher?.close()
            core.kill()
            resolve()
          }
          const wal = join(folder, `${databaseFileName}-wal`)
          const watcher =
            way === 'commit' && existsSync(wal) ? watch(wal, () => void setTimeout(strike, delayMs)) : null
          const timer = setTimeout(strike, patienceMs)
          armed = { way, strike, keep }
          void core.gone.then(strike)
        })
      } else core.kill()
      journal.note(`kill: ${way}`)
      await core.gone
    },
  }
}

const outboundCount = ({ world }: PracticeX): number =>
  Object.values(world.data.meters).reduce(
    (sum, meter) =>
      sum +
      Object.entries(meter.kinds).reduce(
        (all, [kind, { count }]) => (kind.includes('.create') ? all + count : all),
        0,
      ),
    0,
  )
