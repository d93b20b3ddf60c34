/**
 * @file An agent at work: does what an agent does, settles what core tells, connects again. Speaks to core through its
 * contract alone. A message that may or may not be at X is decided only once X can no longer surprise.
 */
import { z } from 'zod'
import type { Chance } from '../bench/seeded.ts'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import { Failure } from '../../src/shared/errors.ts'
import { actsOf, everyday, openJobs } from './acts.ts'
import type { CoreRun } from './core-run.ts'
import { besideCore } from './inside.ts'
import { signInAgain } from './sign-in.ts'
import { listenedTo, type Stage } from './stage.ts'
import { latestWriteMs, type Trouble } from './trouble.ts'
import { tokenOf, type Truth } from './truth.ts'

/** The latest look at X that core promises, after the first byte may have left, ms; see src/core/outbox/rules.ts. */
const lastLookMs = 120_000
/** Timelines lag at most so long. */
const longestLagMs = 90_000

/** While everything of these brands was stopped, world ms, for certain. */
export type Stop = { brandIds: readonly string[]; from: number; to: number; released: ReadonlySet<string> }

export type AgentTally = {
  told: number
  avoidable: number
  reconnects: number
  accepted: ReadonlySet<string>
  doubted: ReadonlySet<string>
  stops: readonly Stop[]
}

export type Agent = {
  act(): Promise<void>
  /** What cannot wait: sign-ins and messages that core tells about. `mayEnd`: gives messages up instead of sending. */
  tidy(mayEnd: boolean): Promise<void>
  tally(): AgentTally
}

export function agent(
  stage: Stage,
  chance: Chance,
  { truth, mishaps, folder }: { truth: Truth; mishaps: Trouble; folder: string },
): Agent {
  const { journal } = stage
  const accepted = new Set<string>()
  const told = new Map<string, boolean>()
  const doubted = new Set<string>()
  const dead = new Set<string>()
  const stops: (Stop & { released: Set<string> })[] = []
  let reconnects = 0
  let isListening = false

  /** Failures of an agent's day are none of the soak's; a dead core is a matter of course. */
  async function trying(what: string, work: (core: CoreRun) => Promise<void>): Promise<void> {
    const core = stage.core()
    if (!core) return
    try {
      await work(core)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (everyday.has(error.code) || error.code.startsWith('x.'))
        journal.note(`agent: ${what}: ${error.code}`)
      else journal.wrong(`${what} failed with ${error.code} ${JSON.stringify(error.data)}`)
    }
  }

  const acts = actsOf(stage, chance, truth, {
    accepted: ({ id }) => accepted.add(id),
    stopped: (brandIds) =>
      stops.push({ brandIds, from: stage.now(), to: Infinity, released: new Set<string>() }),
  })

  async function settle(
    core: CoreRun,
    jobId: string,
    decision: 'send-again' | 'to-draft' | 'drop',
  ): Promise<void> {
    journal.note(`agent: ${decision} ${jobId}`)
    await core.call('reply.settle', { jobId, decision })
  }

  async function release(core: CoreRun, jobId: string, mayEnd: boolean): Promise<void> {
    const decision = mayEnd ? 'drop' : chance.one(['send', 'send', 'send', 'to-draft', 'drop'] as const)
    if (decision === 'send') for (const stop of stops) stop.released.add(jobId)
    journal.note(`agent: ${decision} of what waits, ${jobId}`)
    await core.call('outbox.release', { jobId, decision })
  }

  async function endStop(core: CoreRun): Promise<void> {
    const { stopped } = await core.call('session.get', {})
    if (!stopped) return
    // From here on core may release them, whether its answer comes or not.
    for (const stop of stops) stop.to = Math.min(stop.to, stage.now())
    await core.call('outbox.resume', { brandIds: stopped.brandIds })
  }

  /** A saved search and a list, each once, for the first brand. */
  async function listen(core: CoreRun): Promise<void> {
    const [brand] = await core.call('brand.list', {})
    if (!brand || isListening) return
    const known = new Set((await core.call('listening.list', { brandId: null })).map(({ kind }) => kind))
    if (!known.has('search')) {
      const query = `from:${listenedTo.search}`
      await core.call('listening.save', {
        name: 'a search',
        listenTo: { kind: 'search', brandId: brand.id, query },
      })
    }
    if (!known.has('list')) {
      const { id: query } = await stage.control.list({ name: 'a list', members: [listenedTo.list] })
      await core.call('listening.save', {
        name: 'a list',
        listenTo: { kind: 'list', brandId: brand.id, query },
      })
    }
    isListening = true
  }

  async function doubts(core: CoreRun, job: JobView): Promise<void> {
    const [row] =
      besideCore(folder, (query) =>
        query(
          z.object({ looks: z.number(), sendingAt: z.number() }),
          `SELECT looks, coalesce(sending_at, created_at) AS sendingAt FROM jobs WHERE id = '${job.id}' AND state = 'unsure'`,
        ),
      ) ?? []
    if (!row || row.looks < 2) return
    doubted.add(job.id)
    // Of a chain it is the first part that X is not known to have.
    const token = tokenOf(job.parts.find(({ state }) => state === 'waiting')?.text ?? job.text)
    const shown = truth.outbound(token)[0]
    if (!told.has(job.id)) {
      const isAvoidable =
        shown !== undefined &&
        shown.at + longestLagMs <= row.sendingAt + lastLookMs &&
        !mishaps.mayHaveHidden(row.sendingAt)
      told.set(job.id, isAvoidable)
      journal.note(`agent: told of ${token} ${job.id}`)
      if (isAvoidable)
        journal.wrong(`${token} of ${job.id} is told as unsure, but X shows ${shown.id} in time`)
    }
    // What X shows is for core to recognise, when it reads it.
    if (shown || stage.now() < row.sendingAt + latestWriteMs + longestLagMs + 60_000) return
    await settle(core, job.id, chance.one(['send-again', 'to-draft', 'drop']))
  }

  return {
    async act() {
      const [what, work] = chance.one(acts)
      await trying(what, async (core) => void (await work(core)))
    },
    async tidy(mayEnd) {
      await trying('listen', listen)
      await trying('connect again', async (core) => {
        for (const handle of (await core.call('brand.list', {})).flatMap((brand) => brand.handles)) {
          if (handle.state !== 'reconnect') {
            dead.delete(handle.username)
            continue
          }
          if (!dead.has(handle.username)) reconnects++
          dead.add(handle.username)
          journal.note(`agent: connects @${handle.username} again`)
          await signInAgain(core, handle)
        }
      })
      await trying('settle', async (core) => {
        for (const job of await openJobs(core)) {
          if (job.state === 'unsure') await doubts(core, job)
          const isTold = ['refused', 'missed', 'ask', 'stopped'].includes(job.state)
          if (!isTold || (!mayEnd && chance.next() >= 0.3)) continue
          if (job.state === 'stopped' || (job.state === 'ask' && chance.next() < 0.5))
            await release(core, job.id, mayEnd)
          else await settle(core, job.id, mayEnd ? 'drop' : chance.one(['send-again', 'to-draft', 'drop']))
        }
      })
      // Some minutes of the world: long enough for much to be held back.
      if (mayEnd || chance.next() < 0.3) await trying('end the stop', endStop)
    },
    tally: () => ({
      told: told.size,
      avoidable: [...told.values()].filter(Boolean).length,
      reconnects,
      accepted,
      doubted,
      stops,
    }),
  }
}
