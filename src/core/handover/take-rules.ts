/**
 * @file What a handover file makes of a ticket here: what is taken in, and what stays because this side knows better.
 * Pure. Nothing of it ever sends, or touches what is sent.
 */
import type { HandoverField, HandoverTicket, KeptWhy } from '../../shared/domain/handover-file.ts'
import { isOver, mayMove } from '../../shared/domain/transitions.ts'
import type { TicketColumns, TicketColumnsRow } from '../audit/ticket-columns.ts'

/** A ticket as it is here. */
export type TicketHere = {
  own: TicketColumnsRow
  newest: HandoverTicket['newest']
  /** Whether the newest message that the file knows of is here. */
  hasTheirNewest: boolean
  /** When somebody here changed it last; null: nobody did. */
  changedAt: number | null
  /** Whether a file that was taken in before was written later, and speaks for it. */
  isToldLater: boolean
  /** Notes of the file that stay as they are: they are here, are another ticket's, or were taken back here. */
  noteIds: ReadonlySet<string>
  promises: readonly {
    id: string
    dueAt: number
    item: HandoverTicket['newest'] | null
    state: string
  }[]
}

export type Plan = {
  /** Null: its own columns stay. */
  columns: TicketColumns | null
  notes: HandoverTicket['notes']
  /** Ones that agents noted by hand; ids of ones that were noticed here and nobody confirmed. */
  promises: { dueAt: number; words: string }[]
  confirmed: string[]
  fields: HandoverField[]
  kept: { why: KeptWhy; fields: HandoverField[] } | null
}

/** @param agentOf who an agent of the file is here; undefined: nobody · @param now epoch ms */
export function planOf(
  theirs: HandoverTicket,
  here: TicketHere,
  { agentOf, now }: { agentOf: (id: string) => string | undefined; now: number },
): Plan {
  const differing = differences(theirs, here.own, agentOf, now)
  const names = [...differing.keys()]
  const isLater = here.changedAt !== null && here.changedAt > (theirs.changedAt ?? -Infinity)
  const isSame = here.newest.kind === theirs.newest.kind && here.newest.id === theirs.newest.id
  // Where a ticket stands depends on what the customer said last: both must know the same of it.
  const standing = isSame ? [] : names.filter((name) => name === 'status' || name === 'snooze')
  const stay = isLater || here.isToldLater ? names : standing
  const why: KeptWhy = isLater
    ? 'changed-here'
    : here.isToldLater
      ? 'older-file'
      : here.hasTheirNewest
        ? 'newer-here'
        : 'behind'
  const taken = names.filter((name) => !stay.includes(name))
  const notes = theirs.notes.filter(({ id }) => !here.noteIds.has(id))
  const promises = promisesOf(theirs, here, now)
  const isPromising = promises.promises.length + promises.confirmed.length > 0
  return {
    columns: taken.length === 0 ? null : Object.assign({}, ...taken.map((name) => differing.get(name))),
    notes,
    ...promises,
    fields: [
      ...taken,
      ...(isPromising ? ['promise' as const] : []),
      ...(notes.length > 0 ? ['note' as const] : []),
    ],
    kept: stay.length === 0 ? null : { why, fields: stay },
  }
}

/** What the file has otherwise, with the columns that would say so here. */
function differences(
  theirs: HandoverTicket,
  own: TicketColumnsRow,
  agentOf: (id: string) => string | undefined,
  now: number,
): Map<HandoverField, TicketColumns> {
  const found = new Map<HandoverField, TicketColumns>()
  const { status, solvedAt, solvedHow } = theirs
  // Whoever looked at it here has it open, whatever it is there; and what was over before it came here stays so.
  const mayBe = status !== 'new' && own.status !== 'closed' && mayMove(own.status, status, 'agent')
  if (mayBe && status !== own.status)
    found.set('status', {
      status,
      solved_at: isOver(status) ? (solvedAt ?? now) : null,
      solved_how: isOver(status) ? (solvedHow ?? 'answered') : null,
      waiting_on_x_until: null,
    })
  const ownerId = theirs.ownerId === null ? null : agentOf(theirs.ownerId)
  if (ownerId !== undefined && ownerId !== own.owner_agent_id) found.set('owner', { owner_agent_id: ownerId })
  // What would be over at once is over.
  const until = theirs.snoozedUntil !== null && theirs.snoozedUntil > now ? theirs.snoozedUntil : null
  const isForReply = theirs.snoozedForReply && (theirs.snoozedUntil === null || until !== null) ? 1 : 0
  if (until !== own.snoozed_until || isForReply !== own.snoozed_for_reply)
    found.set('snooze', { snoozed_until: until, snoozed_for_reply: isForReply })
  const { followUpAt } = theirs
  const isPast = followUpAt !== null && followUpAt <= now
  const reason = followUpAt === null ? null : theirs.followUpReason
  if (!isPast && (followUpAt !== own.follow_up_at || reason !== own.follow_up_reason))
    found.set('follow-up', { follow_up_at: followUpAt, follow_up_reason: reason })
  return found
}

function promisesOf(
  theirs: HandoverTicket,
  here: TicketHere,
  now: number,
): Pick<Plan, 'promises' | 'confirmed'> {
  const promises: Plan['promises'] = []
  const confirmed: string[] = []
  for (const { dueAt, item, words } of theirs.promises) {
    if (dueAt <= now) continue
    const same = here.promises.find((one) =>
      item === null
        ? one.item === null && one.dueAt === dueAt
        : one.item?.id === item.id && one.item.kind === item.kind,
    )
    if (same?.state === 'noticed') confirmed.push(same.id)
    // One that a message makes is noticed here once the message is here.
    else if (!same && item === null && words !== null) promises.push({ dueAt, words })
  }
  return { promises, confirmed }
}
