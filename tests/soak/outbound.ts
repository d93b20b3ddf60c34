/** @file What became of each message: X has it once where core says so, and nowhere where core says that it did not go. */
import { z } from 'zod'
import type { AgentTally } from './agent.ts'
import type { Query } from './inside.ts'
import type { Journal } from './journal.ts'
import { tokenOf, type Truth } from './truth.ts'

const Json = z.string().transform((text): unknown => JSON.parse(text))
const Job = z.object({
  id: z.string(),
  brandId: z.string(),
  kind: z.string(),
  state: z.string(),
  payload: Json.pipe(
    z.object({
      text: z.string().optional(),
      parts: z.array(z.string()).optional(),
      postId: z.string().optional(),
    }),
  ),
  progress: Json.pipe(z.array(z.string())),
  item: z.string().nullable(),
  sendingAt: z.number().nullable(),
  scheduledAt: z.number().nullable(),
})
const Id = z.object({ id: z.string() })

/** What was scheduled and is later than this asks, ms. */
const missedAfterMs = 10 * 60_000
/** Between the last look and the write of it, ms of the world on a busy machine. */
const slackMs = 60_000

export type Outbound = { outbound: number; doubled: number; avoidable: number }

export function judgeOutbound(query: Query, truth: Truth, journal: Journal, agent: AgentTally): Outbound {
  const atX = truth.allOutbound()
  let doubled = 0
  for (const [token, items] of atX)
    if (items.length > 1) {
      doubled++
      journal.wrong(`doubled: ${token} came to X as ${items.map(({ id }) => id).join(', ')}`)
    }

  let avoidable = 0
  const jobs = query(Job, jobRows)
  const stored = new Set(query(Id, 'SELECT id FROM posts').map(({ id }) => id))
  const claimed = new Map<string, string>()
  for (const job of jobs) {
    const { id, kind, state, item, progress } = job
    const texts = job.payload.parts ?? (job.payload.text === undefined ? [] : [job.payload.text])
    const isChain = kind === 'chain'
    for (const [index, text] of texts.entries()) {
      const token = tokenOf(text)
      const there = atX.get(token) ?? []
      const name = `${token} of ${kind} ${id}`
      const isSaid = isChain ? index < progress.length : state === 'sent'
      const said = isChain ? progress[index] : item
      if (isSaid && !there.some((one) => one.id === said))
        journal.wrong(
          `${name} is said to be sent as ${said}, X has ${there.map((one) => one.id).join(', ') || 'nothing'}`,
        )
      if (isSaid && said) {
        if (claimed.has(said)) journal.wrong(`${name} and ${claimed.get(said)} claim the same ${said}`)
        claimed.set(said, name)
      }
      if (!isSaid && state === 'unsure' && there.length > 0) {
        avoidable++
        journal.wrong(`${name} is unsure in the end, though X shows it`)
      }
      if (!isSaid && closed.has(state) && there.length > 0 && !agent.doubted.has(id))
        journal.wrong(`${name} is said to be ${state}, but X has it`)
    }
    if (isChain && state === 'sent' && progress.length !== texts.length)
      journal.wrong(`chain ${id} is said to be sent with ${progress.length} of ${texts.length} parts`)
    if (live.has(state)) journal.wrong(`${kind} ${id} is still ${state} in the end`)
    if (kind === 'delete' && state === 'sent' && job.payload.postId && stored.has(job.payload.postId))
      journal.wrong(`the deleted post ${job.payload.postId} of ${id} is still here`)
    judgeTimes(job)
  }
  const known = new Set(jobs.map(({ id }) => id))
  for (const id of agent.accepted) if (!known.has(id)) journal.wrong(`the accepted message ${id} is gone`)
  return { outbound: atX.size, doubled, avoidable }

  /** Nothing leaves while its brand is stopped, and nothing that was scheduled leaves late by itself. */
  function judgeTimes({ id, kind, brandId, sendingAt, scheduledAt }: z.infer<typeof Job>): void {
    if (sendingAt === null) return
    const stop = agent.stops.find(
      (one) =>
        one.brandIds.includes(brandId) && sendingAt > one.from && sendingAt < one.to && !one.released.has(id),
    )
    if (stop) journal.wrong(`${kind} ${id} left while everything was stopped`)
    const late = scheduledAt === null ? 0 : sendingAt - scheduledAt
    if (late > missedAfterMs + slackMs) journal.wrong(`${kind} ${id} left by itself ${late} ms too late`)
  }
}

const closed: ReadonlySet<string> = new Set(['refused', 'missed', 'recalled', 'dropped'])
const live: ReadonlySet<string> = new Set(['held', 'queued', 'sending', 'ask', 'stopped'])

const jobRows = `
  SELECT id, brand_id AS brandId, kind, state, payload, progress, sent_item_id AS item, sending_at AS sendingAt,
    scheduled_at AS scheduledAt FROM jobs`
