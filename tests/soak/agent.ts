/**
 * @file An agent at work: answers, recalls, solves, undoes, settles what core tells, connects again. Speaks to core
 * through its contract alone. A message that may or may not be at X is decided only once X can no longer surprise.
 */
import { z } from 'zod'
import type { Chance } from '../bench/seeded.ts'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import { must } from '../../src/shared/must.ts'
import type { TicketDetail } from '../../src/shared/domain/ticket.ts'
import { Failure } from '../../src/shared/errors.ts'
import type { CoreRun } from './core-run.ts'
import { besideCore } from './inside.ts'
import { signInAgain } from './sign-in.ts'
import type { Stage } from './stage.ts'
import { latestWriteMs } from './trouble.ts'
import { tokenOf, type Truth } from './truth.ts'

/** What an agent may be told in the course of a day; anything else is a fault of the product. */
const everyday = new Set([
  'core.gone',
  'job.left',
  'job.missing',
  'reply.already-out',
  'reply.no-route',
  'outbox.undecided',
  'undo.nothing',
  'undo.conflict',
  'draft.stale',
  'brand.missing',
  'ticket.missing',
  'connect.code-expired',
  'connect.expired',
])

/** The latest look at X that core promises, after the first byte may have left, ms; see src/core/outbox/rules.ts. */
const lastLookMs = 120_000
/** Timelines lag at most so long. */
const longestLagMs = 90_000

export type Agent = {
  act(): Promise<void>
  /** What cannot wait: sign-ins and messages that core tells about. `mayEnd`: gives messages up instead of sending. */
  tidy(mayEnd: boolean): Promise<void>
  tally(): {
    told: number
    avoidable: number
    reconnects: number
    accepted: ReadonlySet<string>
    doubted: ReadonlySet<string>
  }
}

export function agent(stage: Stage, chance: Chance, truth: Truth, folder: string): Agent {
  const { journal } = stage
  const accepted = new Set<string>()
  const told = new Map<string, boolean>()
  const doubted = new Set<string>()
  const dead = new Set<string>()
  let reconnects = 0
  let count = 0

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

  const rows = async (core: CoreRun, column: string) =>
    (await core.call('column.page', { columnId: `${column}:all`, after: null, limit: 200 })).rows

  async function someTicket(core: CoreRun): Promise<TicketDetail | null> {
    const column = chance.one(['needs-reply', 'needs-reply', 'mentions', 'dms', 'waiting'])
    const all = await rows(core, column)
    if (all.length === 0) return null
    return core.call('ticket.get', {
      ticketId: must(chance.one(all).card, 'a row of a ticket column has a card').ticketId,
    })
  }

  async function answer(core: CoreRun): Promise<void> {
    const ticket = await someTicket(core)
    if (!ticket) return
    const { routes } = ticket
    const isDm = routes.dm.open && (routes.public.open === 'no' || chance.next() < 0.35)
    if (!isDm && routes.public.open === 'no') return
    const text =
      `We are looking into it & will be back k${++count}x ${chance.next() < 0.2 ? 'https://example.com/help' : ''}`.trim()
    journal.note(`agent: sends k${count}x ${isDm ? 'by dm' : `under ${routes.public.targetPostId}`}`)
    const job = await core.call('reply.send', {
      ticketId: ticket.card.ticketId,
      channel: isDm ? 'dm' : 'public',
      text,
      targetPostId: isDm ? null : routes.public.targetPostId,
      solves: chance.next() < 0.3,
    })
    accepted.add(job.id)
  }

  const jobs = async (core: CoreRun): Promise<JobView[]> =>
    (await rows(core, 'outbox')).flatMap((row) => (row.kind === 'job' ? [row.job] : []))

  const onTicket = async (core: CoreRun, work: (ticketId: string) => Promise<unknown>): Promise<void> => {
    const ticket = await someTicket(core)
    if (ticket) await work(ticket.card.ticketId)
  }

  const acts: [string, (core: CoreRun) => Promise<unknown>][] = [
    ...Array.from({ length: 12 }, (): [string, typeof answer] => ['answer', answer]),
    [
      'recall',
      async (core) => {
        const held = (await jobs(core)).filter(({ state }) => state === 'held')
        if (held.length > 0) await core.call('reply.recall', { jobId: chance.one(held).id })
      },
    ],
    [
      'recall the newest',
      async (core) => {
        if (chance.next() < 0.2) await core.call('outbox.recall-newest', {})
      },
    ],
    [
      'stop',
      async (core) => {
        if (chance.next() < 0.04) await core.call('outbox.stop', {})
      },
    ],
    ['solve', (core) => onTicket(core, (ticketId) => core.call('ticket.solve', { ticketIds: [ticketId] }))],
    ['reopen', (core) => onTicket(core, (ticketId) => core.call('ticket.reopen', { ticketIds: [ticketId] }))],
    ['note', (core) => onTicket(core, (ticketId) => core.call('ticket.note', { ticketId, text: 'a note' }))],
    ['wait', (core) => onTicket(core, (ticketId) => core.call('ticket.wait-on-x', { ticketId }))],
    ['undo', (core) => core.call('undo.last', {})],
    [
      'sync now',
      async (core) => {
        const handles = (await core.call('brand.list', {})).flatMap((brand) => brand.handles)
        if (handles.length === 0) return
        const source = chance.one(['mentions', 'dms', 'posts'] as const)
        await core.call('sync.now', { handleId: chance.one(handles).id, source })
      },
    ],
  ]

  async function settle(
    core: CoreRun,
    jobId: string,
    decision: 'send-again' | 'to-draft' | 'drop',
  ): Promise<void> {
    journal.note(`agent: ${decision} ${jobId}`)
    await core.call('reply.settle', { jobId, decision })
  }

  async function doubts(core: CoreRun, job: JobView): Promise<void> {
    const [row] = besideCore(folder, (query) =>
      query(
        z.object({ looks: z.number(), sendingAt: z.number() }),
        `SELECT looks, coalesce(sending_at, created_at) AS sendingAt FROM jobs WHERE id = '${job.id}' AND state = 'unsure'`,
      ),
    )
    if (!row || row.looks < 2) return
    doubted.add(job.id)
    const shown = truth.outbound(tokenOf(job.text))[0]
    if (!told.has(job.id)) {
      const isAvoidable = shown !== undefined && shown.at + longestLagMs <= row.sendingAt + lastLookMs
      told.set(job.id, isAvoidable)
      journal.note(`agent: told of ${tokenOf(job.text)} ${job.id}`)
      if (isAvoidable)
        journal.wrong(`${tokenOf(job.text)} of ${job.id} is told as unsure, but X shows ${shown.id} in time`)
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
        for (const job of await jobs(core)) {
          if (job.state === 'unsure') await doubts(core, job)
          const isTold = ['refused', 'missed', 'ask', 'stopped'].includes(job.state)
          if (!isTold || (!mayEnd && chance.next() >= 0.3)) continue
          if (job.state === 'stopped') {
            const decision = mayEnd
              ? 'drop'
              : chance.one(['send', 'send', 'send', 'to-draft', 'drop'] as const)
            journal.note(`agent: ${decision} of what was stopped, ${job.id}`)
            await core.call('outbox.release', { jobId: job.id, decision })
          } else await settle(core, job.id, mayEnd ? 'drop' : chance.one(['send-again', 'to-draft', 'drop']))
        }
      })
      await trying('end the stop', async (core) => {
        const { stopped } = await core.call('session.get', {})
        if (stopped) await core.call('outbox.resume', { brandIds: stopped.brandIds })
      })
    },
    tally: () => ({
      told: told.size,
      avoidable: [...told.values()].filter(Boolean).length,
      reconnects,
      accepted,
      doubted,
    }),
  }
}
