/**
 * @file By when a ticket is owed a reply and its solution, and when that is told. Pure.
 *
 * [Note: What stands still] Both clocks run in business time alone and stand while the ticket is Pending, Solved or
 * Closed; On hold stops the clock of the solution alone. Whoever solves a ticket settles what waited: reopened, its reply
 * is owed in full from then on, while the time towards its solution goes on from where it stood.
 */
import type { z } from 'zod'
import { comesBackAt } from '../tickets/debt-rules.ts'
import type { TargetsSetting } from '../../shared/domain/deadline-settings.ts'
import { TicketStatus, type Priority } from '../../shared/domain/ticket.ts'
import type { BusinessTime, Span } from './business-time.ts'

/** What a brand settled about time, ready for use. */
export type Policy = { zone: string; time: BusinessTime; targets: TargetsSetting }

/** A stretch during which a ticket did not wait for us. `until` null: it lasts. */
export type Pause = { status: PausedStatus; from: number; until: number | null }
export const PausedStatus = TicketStatus.exclude(['new', 'open'])
export type PausedStatus = z.infer<typeof PausedStatus>

/** A ticket as its deadlines need it. */
export type TicketFacts = {
  status: TicketStatus
  priority: Priority
  openedAt: number
  /** No clock starts earlier, epoch ms. */
  clockFrom: number
  /** The oldest customer message after our last answer that waits for a reply. */
  oldestUnansweredAt: number | null
  /** When the oldest message that X refused, or whose fate is not known, was written. */
  troubleAt: number | null
  /** A follow-up or promise that has come due: no reply may wait longer than that. */
  owedAt?: number | null
  /** We answered it before. */
  isAnsweredBefore: boolean
  pauses: readonly Pause[]
}

export type Deadlines = {
  /** When the next reply is due; null when nothing waits for one. */
  dueAt: number | null
  /** When that is told as near. */
  warnAt: number | null
  /** When it is to be solved; null while its clock stands. */
  resolveDueAt: number | null
  resolveWarnAt: number | null
}

/** Which of its deadlines. */
export type DeadlineKind = 'first-reply' | 'next-reply' | 'resolution'

/** One running clock of a ticket: from when, how much, and what of the time between does not count. */
export type RunningClock = { kind: DeadlineKind; from: number; targetMs: number; pauses: readonly Span[] }

const stopsReplies: ReadonlySet<TicketStatus> = new Set(['pending', 'solved', 'closed'])
const stopsSolution: ReadonlySet<TicketStatus> = new Set(['pending', 'on-hold', 'solved', 'closed'])
const settles: ReadonlySet<TicketStatus> = new Set(['solved', 'closed'])

/** Whether a status stops a clock; only such stretches are kept. */
export const isPaused = (status: TicketStatus): status is PausedStatus => stopsSolution.has(status)

/** The clock of the reply that a ticket waits for; null when it waits for none. */
export function replyClock(facts: TicketFacts, targets: TargetsSetting): RunningClock | null {
  const since = facts.oldestUnansweredAt ?? facts.troubleAt
  if (since === null || stopsReplies.has(facts.status)) return null
  // A pause that began before the message was ended by it, whatever was read first.
  const ended = facts.pauses.filter(
    ({ status, from, until }) => until !== null && from > since && stopsReplies.has(status),
  )
  const from = ended.reduce(
    (latest, { status, until }) => (settles.has(status) ? Math.max(latest, until ?? 0) : latest),
    Math.max(since, facts.clockFrom),
  )
  const kind = facts.isAnsweredBefore ? 'next-reply' : 'first-reply'
  const minutes = (kind === 'first-reply' ? targets.firstReply : targets.nextReply)[facts.priority]
  return { kind, from, targetMs: minutes * minute, pauses: ended.map(spanOf) }
}

/** The clock of a ticket's solution; null while it stands. */
export function resolutionClock(facts: TicketFacts, targets: TargetsSetting): RunningClock | null {
  if (stopsSolution.has(facts.status)) return null
  const from = Math.max(facts.openedAt, facts.clockFrom)
  const targetMs = targets.resolution[facts.priority] * minute
  return {
    kind: 'resolution',
    from,
    targetMs,
    pauses: facts.pauses.filter(({ until }) => until !== null).map(spanOf),
  }
}

/** The deadlines of a ticket. They depend on nothing but what is given: no clock of the wall has a say. */
export function deadlinesOf(facts: TicketFacts, { time, targets }: Policy): Deadlines {
  const reply = replyClock(facts, targets)
  const resolution = resolutionClock(facts, targets)
  const end = (clock: RunningClock | null, share: number): number | null =>
    clock && time.plus(clock.from, clock.targetMs * share, clock.pauses)
  const near = targets.warnAt / 100
  const dueAt = end(reply, 1)
  const { owedAt = null } = facts
  const isOwedFirst = owedAt !== null && (dueAt === null || owedAt < dueAt)
  return {
    dueAt: isOwedFirst ? owedAt : dueAt,
    warnAt: isOwedFirst ? comesBackAt(owedAt) : end(reply, near),
    resolveDueAt: end(resolution, 1),
    resolveWarnAt: end(resolution, near),
  }
}

/** Something that is to be told about a deadline when its time comes. */
export type Telling = {
  event: 'deadline.warned' | 'deadline.missed'
  about: 'reply' | 'resolution'
  at: number
  dueAt: number
}

/** What there is to tell about a ticket's deadlines, in order. @param needsReply a reply that is not waited for is not told of */
export function tellings(deadlines: Deadlines, needsReply: boolean): Telling[] {
  const all: Telling[] = []
  const add = (about: Telling['about'], warnAt: number | null, dueAt: number | null): void => {
    if (warnAt === null || dueAt === null) return
    all.push({ event: 'deadline.warned', about, at: warnAt, dueAt })
    all.push({ event: 'deadline.missed', about, at: dueAt, dueAt })
  }
  if (needsReply) add('reply', deadlines.warnAt, deadlines.dueAt)
  add('resolution', deadlines.resolveWarnAt, deadlines.resolveDueAt)
  return all.sort((one, other) => one.at - other.at)
}

const minute = 60_000

const spanOf = ({ from, until }: Pause): Span => ({ from, until: until ?? Infinity })
