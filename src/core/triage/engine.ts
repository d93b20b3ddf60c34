/**
 * @file Triage's own lane: looks at messages after the commit that brought them, a few tickets at a time, newest first.
 * Nothing waits for it, and nothing is lost with it: what nobody has looked at is found again at the next start.
 */
import type { Log } from '../log/log.ts'
import type { Clock } from '../../shared/clock.ts'
import { must } from '../../shared/must.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Database } from '../db/database.ts'
import { noCorrections, type Corrections } from './corrections.ts'
import { keepSuspects, suspectsOf, ticketsToWatch, type Suspect } from './impostors.ts'
import { weightsOf } from './learning.ts'
import type { Looked } from './look.ts'
import type { LookedItem, TicketTriage } from './of-ticket.ts'
import { triageNow } from './refresh.ts'
import { othersFirst } from '../turns.ts'
import {
  correctionsOf,
  differs,
  factsOf,
  itemsOf,
  keepLooked,
  keepTriage,
  lookedItem,
  untriagedTickets,
  type ItemRow,
  type TicketFacts,
} from './rows.ts'

export type TriageEngine = {
  /** Begins, with what nobody has looked at yet. */
  start(): void
  /** These tickets changed. */
  told(ticketIds: readonly string[]): void
  /** Resolves once nothing is left to look at. */
  idle(): Promise<void>
  /** Starts nothing more; resolves when what was under way has ended. */
  stop(): Promise<void>
}

/** So many tickets are looked at before others get their turn: a page that arrives meanwhile waits for no more. */
const atOnce = 8
const unnamedAtMost = 20
/** So many waiting tickets are asked for in one go. */
const backlogAtOnce = 2_000

type Found = {
  ticket: TicketFacts
  looked: { item: ItemRow; looked: Looked }[]
  triage: TicketTriage | null
  suspects: Suspect[]
}

export function triageEngine({
  database,
  clock,
  log,
  onLooked,
}: {
  database: Database
  clock: Clock
  log: Log
  /** Messages were looked at: whoever waited for that is woken. */
  onLooked: () => void
}): TriageEngine {
  const { read } = database
  /** Newest last: what came last is looked at first. */
  const waiting = new Set<string>()
  /** Tickets that somebody answered of whom only the id is known. */
  const unnamed = new Set<string>()
  let corrections: Corrections = noCorrections
  let backlog: 'unknown' | 'none' = 'none'
  let working: Promise<void> | null = null
  let running = false

  function wake(): void {
    if (!running || working) return
    working = work()
      .catch((error: unknown) => log.error('triage.failed', error))
      .finally(() => {
        working = null
        if (running && (waiting.size > 0 || backlog === 'unknown')) wake()
      })
  }

  async function work(): Promise<void> {
    while (running) {
      if (waiting.size === 0) {
        if (backlog === 'none') return
        backlog = 'none'
        await askForBacklog()
        continue
      }
      const batch = [...waiting].slice(-atOnce)
      for (const ticketId of batch) waiting.delete(ticketId)
      await pass(batch.toReversed())
      // Whoever waits for the event loop gets it first.
      await othersFirst()
    }
  }

  async function askForBacklog(): Promise<void> {
    const untriaged = await untriagedTickets(database.long, backlogAtOnce)
    const watched = await ticketsToWatch(database.long, backlogAtOnce)
    for (const ticketId of [...watched, ...untriaged].toReversed()) waiting.add(ticketId)
    // What a look leaves untouched would be asked for again for ever: only a full page asks for the next.
    if (untriaged.length === backlogAtOnce) backlog = 'unknown'
  }

  async function pass(ticketIds: readonly string[]): Promise<void> {
    const found: Found[] = []
    corrections = weightsOf(await correctionsOf(read))
    for (const ticketId of ticketIds) {
      const one = await lookAt(ticketId)
      if (one) found.push(one)
    }
    if (found.length === 0) return
    await database.write(async (tx) => {
      for (const { ticket, looked, triage, suspects } of found) {
        for (const one of looked) await keepLooked(tx, ticket.brandId, one.item, one.looked)
        await keepTriage(tx, ticket.id, triage)
        await keepSuspects(tx, ticket.id, suspects)
      }
    })
    onLooked()
  }

  /** @returns what is to be written; null for nothing */
  async function lookAt(ticketId: string): Promise<Found | null> {
    const ticket = await factsOf(read, ticketId)
    if (!ticket) return null
    const rows = await itemsOf(read, ticketId)
    const looked = rows.some(isNew) ? await lookAtNew(ticket, rows) : []
    const fresh = new Map(looked.map(({ item, looked: one }) => [item, one]))
    const items = rows.flatMap((row) => {
      const one = fresh.get(row)
      return (one ? withFound(row, one) : lookedItem(row)) ?? []
    })
    const triage = triageNow(ticket, items, clock.now())
    const watched = ticket.channel === 'public' ? await suspectsOf(read, ticketId) : null
    unnamed.delete(ticketId)
    if (watched?.unnamed) unnamed.add(ticketId)
    // The newest of them: they are looked at again with every change, until a name is known.
    if (unnamed.size > unnamedAtMost) unnamed.delete(must([...unnamed][0], 'the oldest of many'))
    const suspects = watched?.suspects ?? []
    const isOther = looked.length > 0 || suspects.length > 0 || (await differs(read, ticketId, triage))
    return isOther ? { ticket, looked, triage, suspects } : null
  }

  async function lookAtNew(ticket: TicketFacts, rows: readonly ItemRow[]): Promise<Found['looked']> {
    const { look } = await import('./look.ts')
    const privateData = await brandSetting(read, ticket.brandId, 'privateData')
    const looked: Found['looked'] = []
    let earlier: LookedItem['category'] | null = null
    for (const item of rows) {
      if (isNew(item)) {
        const message = { text: item.text, lang: item.lang, isReply: item.isReply === 1, earlier }
        const one = look(message, { corrections, privateData })
        looked.push({ item, looked: one })
        earlier = one.category
      } else {
        const known = lookedItem(item)
        earlier = known?.said ?? known?.category ?? earlier
      }
    }
    return looked
  }

  return {
    start() {
      running = true
      backlog = 'unknown'
      wake()
    },
    told(ticketIds) {
      for (const ticketId of [...unnamed, ...ticketIds]) {
        waiting.delete(ticketId)
        waiting.add(ticketId)
      }
      wake()
    },
    async idle() {
      while (working) await working
    },
    async stop() {
      running = false
      while (working) await working
    },
  }
}

const isNew = ({ doneVersion, version }: ItemRow): boolean => doneVersion !== version

const withFound = (row: ItemRow, looked: Looked): LookedItem | null =>
  lookedItem({
    ...row,
    doneVersion: row.version,
    category: looked.category,
    sentiment: looked.sentiment,
    urgency: looked.urgency,
    lastResort: looked.lastResort,
    privateData: looked.privateData.join(','),
  })
