/**
 * @file What an agent does on purpose: answers, writes chains and posts, schedules, recalls, stops, solves, undoes, and
 * changes what stands at X. Each part of a message carries a token of its own.
 */
import type { Chance } from '../bench/seeded.ts'
import { GuardsSetting } from '../../src/shared/domain/guard-settings.ts'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import { must } from '../../src/shared/must.ts'
import type { TicketDetail } from '../../src/shared/domain/ticket.ts'
import type { CoreRun } from './core-run.ts'
import { brands, type Stage } from './stage.ts'
import type { Truth } from './truth.ts'

/** What an agent may be told in the course of a day; anything else is a fault of the product. */
export const everyday: ReadonlySet<string> = new Set([
  'core.gone',
  'job.left',
  'job.missing',
  'job.final',
  'reply.already-out',
  'reply.no-route',
  'post.not-allowed',
  'outbox.undecided',
  'undo.nothing',
  'undo.conflict',
  'draft.stale',
  'brand.missing',
  'ticket.missing',
  'connect.code-expired',
  'connect.expired',
])

const guardsOff = Object.fromEntries(Object.keys(GuardsSetting.shape).map((guard) => [guard, 'off']))

type Act = (core: CoreRun) => Promise<unknown>

/** Scheduled messages leave within so long, world ms. */
const scheduledWithinMs = 12 * 60_000
/** No schedule is so near that it has passed when core hears of it, world ms. */
const scheduledAfterMs = 120_000

const rows = async (core: CoreRun, column: string) =>
  (await core.call('column.page', { columnId: `${column}:all`, after: null, limit: 200 })).rows

/** What is in the outbox. */
export const openJobs = async (core: CoreRun): Promise<JobView[]> =>
  (await rows(core, 'outbox')).flatMap((row) => (row.kind === 'job' ? [row.job] : []))

/**
 * Acts, as often as they are done. `accepted` hears of every message that core took, `stopped` of the brands whose stop
 * core has confirmed.
 */
export function actsOf(
  stage: Stage,
  chance: Chance,
  truth: Truth,
  heard: { accepted: (job: JobView) => void; stopped: (brandIds: readonly string[]) => void },
): [what: string, act: Act][] {
  const { journal } = stage
  let count = 0

  const words = (): string =>
    `We are looking into it & will be back k${++count}x ${chance.next() < 0.2 ? 'https://example.com/help' : ''}`.trim()
  const some = (): string[] => Array.from({ length: 2 + chance.whole(3) }, words)
  const later = (): number | null =>
    chance.next() < 0.15 ? stage.now() + scheduledAfterMs + chance.whole(scheduledWithinMs) : null

  async function someTicket(core: CoreRun): Promise<TicketDetail | null> {
    const column = chance.one(['needs-reply', 'needs-reply', 'mentions', 'dms', 'waiting'])
    const all = await rows(core, column)
    if (all.length === 0) return null
    return core.call('ticket.get', {
      ticketId: must(chance.one(all).card, 'a row of a ticket column has a card').ticketId,
    })
  }

  async function someHandle(core: CoreRun) {
    const handles = (await core.call('brand.list', {})).flatMap((brand) => brand.handles)
    return handles.length === 0 ? null : chance.one(handles)
  }

  /** The same words go out for every brand, many times: what guards make of that is not what is tried here. */
  async function withoutGuards(core: CoreRun, brandId: string): Promise<void> {
    // Again before each message: the agent's undo may have taken it back.
    await core.call('brand.set', { brandId, name: 'guards', value: guardsOff })
  }

  async function answer(core: CoreRun): Promise<void> {
    const ticket = await someTicket(core)
    if (!ticket) return
    await withoutGuards(core, ticket.card.brandId)
    const { routes } = ticket
    const isDm = routes.dm.open && (routes.public.open === 'no' || chance.next() < 0.35)
    if (!isDm && routes.public.open === 'no') return
    const parts = !isDm && chance.next() < 0.25 ? some() : [words()]
    const scheduledAt = later()
    journal.note(
      `agent: sends ${parts.join(' / ')} ${isDm ? 'by dm' : `under ${routes.public.targetPostId}`} ${scheduledAt ?? ''}`,
    )
    const job = await core.call('reply.send', {
      ticketId: ticket.card.ticketId,
      channel: isDm ? 'dm' : 'public',
      text: parts.join(' '),
      ...(parts.length > 1 ? { parts } : {}),
      targetPostId: isDm ? null : routes.public.targetPostId,
      solves: chance.next() < 0.3,
      scheduledAt,
    })
    heard.accepted(job)
  }

  async function compose(core: CoreRun): Promise<void> {
    const handle = await someHandle(core)
    if (!handle) return
    await withoutGuards(core, handle.brandId)
    const parts = chance.next() < 0.4 ? some() : [words()]
    const scheduledAt = later()
    journal.note(`agent: posts ${parts.join(' / ')} as @${handle.username} ${scheduledAt ?? ''}`)
    heard.accepted(
      await core.call('post.compose', { brandId: handle.brandId, handleId: handle.id, parts, scheduledAt }),
    )
  }

  /** Changes something that stands at X; what is not there any more, or not here yet, is refused. */
  async function change(core: CoreRun): Promise<void> {
    const handle = await someHandle(core)
    const brand = brands.find((one) => one === handle?.username)
    if (!handle || !brand) return
    const posts = truth.mentions(brand)
    if (posts.length === 0) return
    const { id: postId, authorId } = chance.one(posts)
    const method = chance.one([
      'post.hide',
      'post.unhide',
      'post.repost',
      'post.unrepost',
      'post.bookmark',
      'post.unbookmark',
      'person.mute',
      'person.unmute',
    ] as const)
    journal.note(`agent: ${method} ${postId} as @${handle.username}`)
    const job =
      method === 'person.mute' || method === 'person.unmute'
        ? await core.call(method, { handleId: handle.id, xUserId: authorId })
        : await core.call(method, { handleId: handle.id, postId })
    heard.accepted(job)
  }

  async function remove(core: CoreRun): Promise<void> {
    const handle = await someHandle(core)
    const ours = [...truth.allOutbound().values()].flat().filter(({ from }) => from === handle?.xUserId)
    if (!handle || ours.length === 0) return
    const { id: postId } = chance.one(ours)
    journal.note(`agent: deletes ${postId} of @${handle.username}`)
    heard.accepted(await core.call('post.delete', { handleId: handle.id, postId }))
  }

  async function stop(core: CoreRun): Promise<void> {
    if (chance.next() >= 0.05) return
    const { brandIds } = await core.call('outbox.stop', {})
    journal.note('agent: stops everything')
    heard.stopped(brandIds)
  }

  const onTicket = async (core: CoreRun, work: (ticketId: string) => Promise<unknown>): Promise<void> => {
    const ticket = await someTicket(core)
    if (ticket) await work(ticket.card.ticketId)
  }

  return [
    ...Array.from({ length: 12 }, (): [string, Act] => ['answer', answer]),
    ...Array.from({ length: 2 }, (): [string, Act] => ['compose', compose]),
    ...Array.from({ length: 2 }, (): [string, Act] => ['change', change]),
    ['delete', remove],
    [
      'recall',
      async (core) => {
        const held = (await openJobs(core)).filter(({ state }) => state === 'held')
        if (held.length > 0) await core.call('outbox.recall', { jobId: chance.one(held).id })
      },
    ],
    [
      'recall the newest',
      async (core) => {
        if (chance.next() < 0.2) await core.call('outbox.recall-newest', {})
      },
    ],
    ['stop', stop],
    ['solve', (core) => onTicket(core, (ticketId) => core.call('ticket.solve', { ticketIds: [ticketId] }))],
    ['reopen', (core) => onTicket(core, (ticketId) => core.call('ticket.reopen', { ticketIds: [ticketId] }))],
    ['note', (core) => onTicket(core, (ticketId) => core.call('ticket.note', { ticketId, text: 'a note' }))],
    ['wait', (core) => onTicket(core, (ticketId) => core.call('ticket.wait-on-x', { ticketId }))],
    ['undo', (core) => core.call('undo.last', {})],
    [
      'sync now',
      async (core) => {
        const handle = await someHandle(core)
        if (!handle) return
        const source = chance.one(['mentions', 'dms', 'posts', 'thread', 'quotes'] as const)
        await core.call('sync.now', { handleId: handle.id, source })
      },
    ],
  ]
}
