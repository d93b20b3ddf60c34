/** @file Which tickets each figure, time and share of a report counts, and what it makes of them. Pure. */
import {
  FigureId,
  type ExcludedWhy,
  type Figure,
  type ReportRow,
  type Spread,
  type TimeClock,
  type TimeId,
  type TimeKind,
  type TimeRow,
} from '../../shared/domain/report.ts'
import type { Took } from './entries.ts'
import type { Half, Measured } from './measured.ts'
import { spreadOf } from './spread.ts'

export type Side = 'now' | 'before'

/** What a ticket adds to a figure: one number for each time that it counts. */
type Adds = (half: Half, ticket: Measured) => readonly number[]

/** Asked for each ticket and figure: those of each length are made once. */
const madeOnes: number[][] = []
const ones = (count: number): readonly number[] =>
  (madeOnes[count] ??= Array.from({ length: count }, () => 1))
const once = (isSo: boolean): readonly number[] => ones(isSo ? 1 : 0)

const endedAs = (promises: Half['promises'], as: string): number =>
  promises.reduce((count, { state }) => count + Number(state === as), 0)

const adds: Readonly<Record<FigureId, Adds>> = {
  'messages-in': ({ messagesIn }) => (messagesIn > 0 ? [messagesIn] : []),
  'messages-out': ({ messagesOut }) => (messagesOut > 0 ? [messagesOut] : []),
  // Counted by who they are, see `figureOf`.
  people: ({ messagesIn }) => once(messagesIn > 0),
  tickets: ({ isOpened }) => once(isOpened),
  replies: ({ replies }) => ones(replies.length),
  resolutions: ({ solved }, { solvedHow }) => (solvedHow === 'no-reply-needed' ? [] : ones(solved.length)),
  'resolved-tickets': ({ solved }, { solvedHow }) =>
    once(solvedHow !== 'no-reply-needed' && solved.length > 0),
  reopened: ({ reopened }) => ones(reopened.length),
  'no-reply-needed': ({ solved }, { solvedHow }) =>
    once(solvedHow === 'no-reply-needed' && solved.length > 0),
  backlog: ({ isLeft }) => once(isLeft),
  'promises-kept': ({ promises }) => ones(endedAs(promises, 'kept')),
  'promises-broken': ({ promises }) => ones(endedAs(promises, 'broken')),
  csat: ({ rated }) => rated.map(({ score }) => score ?? 0),
  'csat-asked': ({ asked }) => ones(asked.length),
}

/** What a ticket adds to a figure; nothing: it is not behind it. */
export const behind = (id: FigureId, ticket: Measured, side: Side): readonly number[] =>
  adds[id](ticket[side], ticket)

/** All figures, in the order in which they are told. */
export const figuresOf = (tickets: readonly Measured[]): Figure[] =>
  FigureId.options.map((id) => {
    const now = figureOf(id, tickets, 'now')
    const before = figureOf(id, tickets, 'before')
    return { id, value: now.value, of: now.of, before: before.value, ofBefore: before.of }
  })

function figureOf(
  id: FigureId,
  tickets: readonly Measured[],
  side: Side,
): { value: number | null; of: number } {
  let sum = 0
  let of = 0
  const people = new Set<string>()
  for (const ticket of tickets)
    for (const value of behind(id, ticket, side)) {
      sum += value
      of += 1
      // One person who writes to two brands is a customer of each.
      if (id === 'people') people.add(`${ticket.brandId} ${ticket.customerId}`)
    }
  if (id === 'people') return { value: people.size, of: people.size }
  return id === 'csat' ? { value: of === 0 ? null : sum / of, of } : { value: sum, of }
}

export function timesOf(tickets: readonly Measured[], id: TimeId, side: Side): Took[] {
  const times: Took[] = []
  for (const ticket of tickets) for (const took of ticket[side].times) if (took.id === id) times.push(took)
  return times
}

const clocks: readonly TimeClock[] = ['posted', 'delivered']
const kinds: readonly TimeKind[] = ['wall', 'business']
const timeIds: readonly TimeId[] = ['first-reply', 'next-reply', 'resolution']

export function timeRows(tickets: readonly Measured[]): TimeRow[] {
  return timeIds.flatMap((id) => {
    const now = timesOf(tickets, id, 'now')
    const before = timesOf(tickets, id, 'before')
    return clocks.flatMap((clock) =>
      kinds.map((kind) => ({
        id,
        clock,
        kind,
        now: spreadBy(now, clock, kind),
        before: spreadBy(before, clock, kind),
        within: kind === 'business' ? withinOf(now, clock) : null,
        withinBefore: kind === 'business' ? withinOf(before, clock) : null,
      })),
    )
  })
}

const spreadBy = (times: readonly Took[], clock: TimeClock, kind: TimeKind): Spread =>
  spreadOf(times.map(({ ms }) => ms[clock][kind]))

const withinOf = (times: readonly Took[], clock: TimeClock): number =>
  times.reduce((sum, { within }) => sum + (within[clock] ? 1 : 0), 0)

type Share = { key: string | null; tickets: number; before: number }

/** Tickets that began, by something that each of them has once; the most first. */
export function sharesBy(tickets: readonly Measured[], keyOf: (ticket: Measured) => string | null): Share[] {
  const shares = new Map<string | null, Share>()
  for (const ticket of tickets) {
    if (!ticket.now.isOpened && !ticket.before.isOpened) continue
    const key = keyOf(ticket)
    const share = shares.get(key) ?? { key, tickets: 0, before: 0 }
    shares.set(key, share)
    if (ticket.now.isOpened) share.tickets += 1
    if (ticket.before.isOpened) share.before += 1
  }
  return [...shares.values()].toSorted(
    (one, other) =>
      other.tickets - one.tickets || other.before - one.before || compare(one.key ?? '', other.key ?? ''),
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Why a ticket of this period has no times; null: it has. */
export function excludedWhy({
  now,
  importedAt,
  solvedHow,
  openedAt,
  clockFrom,
}: Measured): ExcludedWhy | null {
  const isThere = now.messagesIn + now.replies.length + now.solved.length > 0
  if (!isThere) return null
  if (importedAt !== null) return 'imported'
  if (openedAt < clockFrom) return 'before-connected'
  return solvedHow === 'no-reply-needed' ? 'no-reply-needed' : null
}

/** One row of a dimension: tickets by whose they are, replies by who wrote them. */
export function rowOf(key: string | null, name: string, tickets: readonly Measured[], own: OwnOf): ReportRow {
  let opened = 0
  let replies = 0
  let resolutions = 0
  const times: Took[] = []
  for (const ticket of tickets) {
    if (own.ticket(ticket)) {
      opened += behind('tickets', ticket, 'now').length
      resolutions += behind('resolutions', ticket, 'now').length
    }
    for (const reply of ticket.now.replies) if (own.reply(ticket, reply.agentId)) replies += 1
    for (const took of ticket.now.times)
      if (took.id === 'first-reply' && own.reply(ticket, took.agentId)) times.push(took)
  }
  return {
    key,
    name,
    tickets: opened,
    replies,
    resolutions,
    firstReply: spreadBy(times, 'posted', 'business'),
    within: withinOf(times, 'posted'),
  }
}

/** What belongs to a row: tickets, and replies by who wrote them. */
export type OwnOf = {
  ticket: (ticket: Measured) => boolean
  reply: (ticket: Measured, agentId: string | null) => boolean
}
