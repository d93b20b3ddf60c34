/**
 * @file When core dies: at any moment, while it starts, before or after a commit, after X has a message and before it
 * answers, around the keeping of a secret.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../bench/seeded.ts'
import type { PracticeX } from '../../src/practice/server.ts'
import type { CoreRun } from './core-run.ts'
import type { Death } from './die-at-commit.ts'
import type { Journal } from './journal.ts'

const ways = ['any', 'any', 'start', 'commit', 'commit', 'commit', 'send', 'send', 'send', 'secret'] as const

/** How the next core is to die. */
export type Plan = {
  way: (typeof ways)[number]
  /** It lives for so long at least, where the way says no other, ms of the machine. */
  lifeMs: number
  keep: 'before' | 'after'
  /** The commit at which it ends itself; null for all other ways. */
  death: Death | null
}

export type Kills = {
  plan(): Plan
  /** Lets this core live for a while and has it die as planned. Resolves when it is gone. */
  kill(core: CoreRun, plan: Plan): Promise<void>
  /** Core is about to have a secret kept, or has just had it kept. */
  onKeep(when: 'before' | 'after'): void
}

/** After this long without the moment that was waited for, any moment will do, ms of the machine. */
const patienceMs = 1_500
/** A core that lives for two seconds commits about so often. */
const commitsAtMost = 60

export function kills(x: PracticeX, chance: Chance, journal: Journal): Kills {
  let armed: { plan: Plan; strike: () => void } | null = null
  let sent = outboundCount(x)
  // Called while X takes a message in, before a word of the answer is written.
  x.world.onChange(() => {
    const now = outboundCount(x)
    if (now > sent && armed?.plan.way === 'send') armed.strike()
    sent = now
  })

  return {
    plan() {
      const way = chance.one(ways)
      const death = {
        commit: 1 + chance.whole(commitsAtMost),
        when: chance.one(['before', 'after'] as const),
      }
      return {
        way,
        lifeMs: chance.whole(800),
        keep: chance.one(['before', 'after'] as const),
        death: way === 'commit' ? death : null,
      }
    },
    onKeep(when) {
      if (armed?.plan.way === 'secret' && armed.plan.keep === when) armed.strike()
    },
    async kill(core, plan) {
      if (plan.way === 'start') await wait(plan.lifeMs / 3)
      else {
        await core.ready
        await Promise.race([wait(plan.lifeMs), core.gone])
      }
      await new Promise<void>((resolve) => {
        const strike = (): void => {
          if (armed === null) return
          armed = null
          timer.close()
          core.kill()
          resolve()
        }
        const isNow = plan.way === 'any' || plan.way === 'start'
        const timer = setTimeout(strike, isNow ? 0 : patienceMs)
        armed = { plan, strike }
        void core.gone.then(strike)
      })
      journal.note(`kill: ${plan.way}${plan.death ? ` ${JSON.stringify(plan.death)}` : ''}`)
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
