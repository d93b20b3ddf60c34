/**
 * @file The rows behind intake: which tickets a customer has, which of them holds a message already, and the opening,
 * joining and leaving of tickets. What is decided where: belongs.ts.
 */
import { TicketStatus } from '../../shared/domain/ticket.ts'
import { brandSettingNow } from '../brands/settings.ts'
import type { Tx } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { absorb } from './absorb.ts'
import { reopenMsOf, type Candidate } from './belongs.ts'
import { ticketNumbers } from './numbers.ts'
import { openTicket, type Item, type NewTicket } from './opening.ts'
import * as sql from './placing-sql.ts'
import { refreshNow, type Arrived } from './refresh.ts'
import { isAfter } from './rules.ts'

/** A ticket of a customer, with where it began. */
export type Known = Candidate & { channel: 'public' | 'dm'; conversationId: string; hasDm: boolean }

type Row = {
  id: string
  openedAt: number
  status: string
  solvedAt: number | null
  importedAt: number | null
  mergedIntoId: string | null
  channel: 'public' | 'dm'
  conversationId: string
  hasDm: number
}

/** Who joined: a customer, one who said nothing but thanks, or we. */
export type Role = 'customer' | 'thanks' | 'ours'

/** A chain of merges is followed this far; it has no circle, so this is only a guard against a damaged file. */
const mergesAtMost = 100

export type Placing = ReturnType<typeof placing>

export function placing(tx: Tx) {
  const numbers = ticketNumbers(tx)
  const arrivals = new Map<string, Arrived>()
  const windows = new Map<string, number>()
  /** Tickets that began or reopened, by whose they are: what was opened without them may belong to them. */
  const newcomers = new Map<string, { brandId: string; customerId: string; into: Set<string> }>()
  const threadRows = tx.raw<Row>(sql.thread)
  const holder = tx.raw<{ id: string }>(sql.holding)
  const addItem = tx.raw(sql.insertItem)

  /** A ticket whose messages went to another one stands for that one, in its own time. */
  function known(row: Row): Known {
    let at = row
    for (let step = 0; at.mergedIntoId !== null && step < mergesAtMost; step++)
      at = tx.raw<Row>(sql.byId).get(at.mergedIntoId) ?? { ...at, mergedIntoId: null }
    return {
      id: at.id,
      openedAt: row.openedAt,
      status: TicketStatus.parse(at.status),
      solvedAt: at.solvedAt,
      imported: at.status === 'closed' && at.importedAt !== null,
      channel: at.channel,
      conversationId: at.conversationId,
      hasDm: isSet(at.hasDm),
    }
  }

  const arrivalOf = (ticketId: string): Arrived => {
    const arrival = arrivals.get(ticketId) ?? { customer: null, spoken: null, ours: false, lost: false }
    arrivals.set(ticketId, arrival)
    return arrival
  }

  function note(ticketId: string, item: Item, role: Role): void {
    const arrival = arrivalOf(ticketId)
    const moment = { at: item.at, itemId: item.itemId }
    if (role === 'ours') arrival.ours = true
    else if (isAfter(item, arrival.customer)) arrival.customer = moment
    if (role === 'customer' && isAfter(item, arrival.spoken)) arrival.spoken = moment
  }

  function reconsider(brandId: string, customerId: string, ticketId: string): void {
    const key = `${brandId} ${customerId}`
    const kept = newcomers.get(key) ?? { brandId, customerId, into: new Set() }
    newcomers.set(key, kept)
    kept.into.add(ticketId)
  }

  const ofCustomer = (brandId: string, customerId: string): Known[] =>
    tx.raw<Row>(sql.ofCustomer).all(brandId, customerId).map(known)

  function reopenMs(brandId: string, among: readonly Candidate[]): number {
    if (!among.some(({ status }) => status === 'solved')) return 0
    const kept = windows.get(brandId) ?? reopenMsOf(brandSettingNow(tx, brandId, 'lifecycle').reopenDays)
    windows.set(brandId, kept)
    return kept
  }

  function refreshAll(): void {
    for (const [ticketId, arrived] of arrivals) refreshNow(tx, ticketId, arrived)
    arrivals.clear()
  }

  return {
    /** The customer's tickets of one public thread, by when they began. */
    thread: (brandId: string, customerId: string, conversationId: string): Known[] =>
      threadRows.all(brandId, customerId, conversationId).map(known),

    /** All that a customer has with a brand, by when they began. */
    ofCustomer,

    /** This one began, or reopens: what was opened because it was not there is looked at again. */
    reconsider,

    /** The ticket of this brand that holds a customer's message; null when none does. */
    holding: (kind: Item['kind'], itemId: string, brandId: string): string | null =>
      holder.get(itemId, kind, brandId)?.id ?? null,

    /** How long after it was solved a ticket of this brand reopens, where one of these is solved. */
    reopenMs,

    /** Puts a message into a ticket; one that stands there already is only given its time. */
    join(ticketId: string, item: Item, role: Role): void {
      const stored = role === 'ours' ? 'ours' : 'customer'
      if (
        addItem.run(ticketId, item.kind, item.itemId, stored, item.at, item.itemId, item.kind, tx.at)
          .changes === 0
      )
        return
      if (item.kind === 'dm' && role !== 'ours') tx.raw(sql.markDm).run(ticketId)
      note(ticketId, item, role)
    },

    /** A message that was taken for a bare thanks says more now: it is heard again. */
    saysMore(ticketId: string, item: Item): void {
      if (tx.raw<{ quietAt: number | null }>(sql.quietOf).get(ticketId)?.quietAt === item.at)
        note(ticketId, item, 'customer')
    },

    /**
     * A message of ours answers these tickets of the brand and no others, but for the one in which it was written:
     * where it stood by mistake, its customer waits again.
     */
    answer(item: Item, ticketIds: readonly string[], brandId: string): void {
      const stands = tx
        .raw<{ id: string; isSent: number }>(sql.answering)
        .all(item.itemId, item.kind, brandId)
      for (const id of ticketIds) this.join(id, item, 'ours')
      for (const { id, isSent } of stands) {
        if (ticketIds.includes(id) || isSet(isSent)) continue
        tx.raw(sql.removeItem).run(id, item.kind, item.itemId)
        arrivalOf(id).lost = true
      }
    },

    beganEarlier(ticketId: string, at: number): void {
      tx.raw(sql.beganEarlier).run(at, ticketId)
    },

    open(ticket: NewTicket, first: Item): string {
      const id = openTicket(tx, numbers, ticket, first)
      if (ticket.channel === 'public') reconsider(ticket.brandId, ticket.customerId, id)
      return id
    },

    /** Brings the tickets up to date. Call once, at the end. */
    finish(): void {
      numbers.keep()
      refreshAll()
      for (const { brandId, customerId, into } of newcomers.values()) {
        const all = ofCustomer(brandId, customerId)
        if (all.length === into.size) continue
        for (const { into: ticketId, moved } of absorb(tx, brandId, all, into, reopenMs(brandId, all)))
          for (const item of moved) note(ticketId, item, item.role)
      }
      newcomers.clear()
      refreshAll()
    },
  }
}
