/**
 * @file Looks at a job again before it leaves: what the agent saw when it was written, held against what is here now.
 * The rule is pure; what is here now is read in `seen.ts`.
 */
import { z } from 'zod'
import type { AskReason } from '../../shared/domain/outbox.ts'
import { OwnId, XId } from '../../shared/ids.ts'
import { isMissed } from './rules.ts'

const Item = z.object({ id: XId, at: z.number() }).nullable()

/** What stands around a job at one instant. */
export const Seen = z.object({
  handle: z.object({ xUserId: XId, username: z.string(), appId: OwnId, auth: z.string() }),
  /** The tickets that it answers: its own, and for a direct message those that hold others of that person. */
  tickets: z.array(z.object({ ticketId: OwnId, customer: Item, ours: Item })),
  /** The post that it is about, by the first id of its history; null without one, or where it was never here. */
  target: z.object({ id: XId, latestId: XId }).nullable(),
})
export type Seen = z.infer<typeof Seen>

/** The same now, with what only now can tell. */
export type Now = Seen & {
  canSpeak: boolean
  isTargetGone: boolean
  /** Our newest item of a ticket was sent by this console. */
  isOursFromHere: (ticketId: string) => boolean
  isIncident: boolean
  /** It goes under a post of its notice that is not at X. */
  isNothingAbove: boolean
}

type When = { at: number; scheduledAt: number | null }

// What this console sent has X's time once X shows it: the same message is never newer than itself.
const isNewer = (now: z.infer<typeof Item>, before: z.infer<typeof Item>): boolean =>
  now !== null &&
  now.id !== before?.id &&
  (before === null || now.at > before.at || (now.at === before.at && BigInt(now.id) > BigInt(before.id)))

/**
 * Why a job must not leave by itself; empty when it may. The order is the one in which screens tell it.
 * @param when the instant, and the one that an agent chose for it
 */
export function asksOf(seen: Seen, now: Now, when: When): AskReason[] {
  const asks: AskReason[] = []
  if (!now.canSpeak) asks.push('signed-out')
  else if (
    now.handle.xUserId !== seen.handle.xUserId ||
    now.handle.username !== seen.handle.username ||
    now.handle.appId !== seen.handle.appId ||
    now.handle.auth !== seen.handle.auth
  )
    asks.push('account-changed')
  for (const before of seen.tickets) {
    const ticket = now.tickets.find(({ ticketId }) => ticketId === before.ticketId)
    if (!ticket) continue
    // An older post of ours that is read late answers nothing.
    if (isNewer(ticket.ours, before.ours) && isNewer(ticket.ours, before.customer))
      asks.push(now.isOursFromHere(ticket.ticketId) ? 'answered-here' : 'answered-elsewhere')
    if (isNewer(ticket.customer, before.customer)) asks.push('customer-wrote')
  }
  if (seen.target !== null) {
    if (now.isTargetGone) asks.push('target-deleted')
    else if (now.target !== null && now.target.latestId !== seen.target.latestId) asks.push('target-edited')
  }
  if (now.isNothingAbove) asks.push('nothing-above')
  if (when.scheduledAt !== null) {
    if (isMissed(when.scheduledAt, when.at)) asks.push('late')
    if (now.isIncident) asks.push('incident')
  }
  return [...new Set(asks)]
}
