/** @file What must be here of what X gave: every item in its newest version, and in a ticket where it asks for one. */
import { z } from 'zod'
import type { WorldPost } from '../../src/practice/world-data.ts'
import type { Query } from './inside.ts'
import type { Journal } from './journal.ts'
import { brands, listenedTo, type Brand } from './stage.ts'
import { numberOf, type Truth } from './truth.ts'

const Item = z.object({ id: z.string(), text: z.string() })
const Id = z.object({ id: z.string() })
const Gap = z.object({ handle: z.string(), source: z.string(), fromAt: z.number(), toAt: z.number() })
const Listening = z.object({ kind: z.enum(['search', 'list']), since: z.number() })
const Conversation = z.object({ id: z.string(), openedAt: z.number() })

/** X counts whole seconds. */
const secondMs = 1_000
/** A conversation this long may be read by its customer alone; see wideConversation in src/core/sync/batches.ts. */
const narrowAtMost = 50

export type Inbound = { inbound: number; lost: number; gaps: number }

/** @param unlisted posts that mentions never show */
export function judgeInbound(
  query: Query,
  truth: Truth,
  journal: Journal,
  unlisted: ReadonlySet<string>,
): Inbound {
  const gaps = query(Gap, openGaps)
  const told = new Set<string>()
  let lost = 0

  for (const brand of brands) {
    const posts = new Map(query(Item, visible('posts', 'post', brand)).map((row) => [row.id, row.text]))
    const dms = new Set(query(Item, visible('dm_events', 'dm', brand)).map(({ id }) => id))
    const postsInTickets = new Set(query(Id, ticketed('post', brand)).map(({ id }) => id))
    const dmsInTickets = new Set(query(Id, ticketed('dm', brand)).map(({ id }) => id))
    const isDeclared = (source: string, at: number): boolean =>
      gaps.some(
        (gap) =>
          gap.handle === brand &&
          gap.source === source &&
          at >= gap.fromAt - secondMs &&
          at <= gap.toAt + secondMs,
      )
    const lose = (source: string, at: number, what: string): void => {
      if (isDeclared(source, at)) {
        journal.note(`in a declared gap: ${what}`)
        return
      }
      lost++
      journal.wrong(`lost: ${what} of @${brand}`)
    }
    const look = (source: string, post: WorldPost, opens: boolean): void => {
      const id = post.history[0] ?? post.id
      const name = `${source}: ${id} (newest ${post.id})`
      const text = posts.get(id)
      if (text === undefined) lose(source, post.createdAt, `${name} is not here`)
      else if (numberOf(text) !== numberOf(post.text))
        lose(source, post.createdAt, `${name} is here in an older version`)
      else if (opens && !postsInTickets.has(id)) lose(source, post.createdAt, `${name} is in no ticket`)
      if (source !== 'posts') told.add(`${brand} ${id}`)
    }

    for (const post of truth.mentions(brand))
      if (!unlisted.has(post.history[0] ?? post.id)) look('mentions', post, truth.isMeantFor(post, brand))
    for (const post of truth.ownPosts(brand)) look('posts', post, false)
    for (const post of truth.quotes(brand)) look('quotes', post, !truth.isOurs(post))
    for (const { id, openedAt } of query(Conversation, conversations(brand))) {
      const thread = truth.thread(id, brand)
      if (thread.length > narrowAtMost) continue
      // A post that named the handle only after an edit counts from its first version here, and is known from its last.
      const followedFrom = Math.max(openedAt, truth.editedAt(id))
      for (const post of thread) if (post.createdAt > followedFrom) look('thread', post, false)
    }
    for (const { kind, since } of query(Listening, listening(brand)))
      for (const post of truth.by(listenedTo[kind])) if (post.createdAt > since) look(kind, post, false)
    for (const { id, senderId, createdAt } of truth.dms(brand)) {
      const isTheirs = senderId !== truth.userId(brand)
      if (isTheirs) told.add(`${brand} ${id}`)
      if (!dms.has(id)) lose('dms', createdAt, `direct message ${id} is not here`)
      else if (isTheirs && !dmsInTickets.has(id))
        lose('dms', createdAt, `direct message ${id} is in no ticket`)
    }
  }
  return { inbound: told.size, lost, gaps: gaps.length }
}

const openGaps = `
  SELECT h.username AS handle, g.source, g.from_at AS fromAt, g.to_at AS toAt
  FROM gaps g JOIN handles h ON h.id = g.handle_id WHERE g.closed_at IS NULL`

const visible = (table: 'posts' | 'dm_events', kind: 'post' | 'dm', brand: Brand): string => `
  SELECT p.id, p.text FROM ${table} p JOIN visible_to v ON v.kind = '${kind}' AND v.item_id = p.id
  JOIN handles h ON h.id = v.handle_id WHERE h.username = '${brand}'`

const ticketed = (kind: 'post' | 'dm', brand: Brand): string => `
  SELECT i.item_id AS id FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
  JOIN handles h ON h.brand_id = t.brand_id WHERE i.kind = '${kind}' AND h.username = '${brand}'`

const listening = (brand: Brand): string => `
  SELECT l.kind, l.created_at AS since FROM listening l JOIN handles h ON h.id = l.handle_id
  WHERE h.username = '${brand}'`

// Those that the product follows by search; see src/core/sync/watched.ts.
const conversations = (brand: Brand): string => `
  SELECT t.conversation_id AS id, max(t.opened_at) AS openedAt FROM tickets t JOIN handles h ON h.id = t.handle_id
  WHERE h.username = '${brand}' AND t.channel = 'public' AND t.status IN ('new', 'open', 'pending')
  GROUP BY t.conversation_id`
