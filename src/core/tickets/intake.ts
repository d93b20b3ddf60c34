/**
 * @file Decides for each message that became visible to a handle whether it opens or joins a ticket, and writes that.
 * What is decided does not depend on the order in which messages arrive: whatever arrives late is decided again.
 *
 * [Note: Who an own post answers] An own post belongs to the ticket of the customer whom it replies to; one that
 * continues an own post, to the customer whom that one replies to. It is never taken for an answer to everybody in the
 * conversation: that would hide messages which nobody answered.
 */
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag, fromJson } from '../db/values.ts'
import { beginClosed, firstDeadlines } from '../deadlines/keep.ts'
import { Entities, type DmRecord } from '../posts/records.ts'
import { hearing, type HandleRef, type IntakePost } from './hearing.ts'
import * as sql from './intake-sql.ts'
import { ticketNumbers } from './numbers.ts'
import { refreshNow, type Arrived } from './refresh.ts'
import { isAfter, isPast, owedFrom, parentsAtMost, type Moment } from './rules.ts'

/** How long a thread of own posts is followed. */
const continuationsAtMost = 25

export type { HandleRef, IntakePost } from './hearing.ts'

type PostRow = Omit<IntakePost, 'entities'> & { entities: string | null }
type SeenRow = PostRow & { handleId: string }
type OurHandle = HandleRef & { connectedAt: number }
type TicketRow = { id: string; openedAt: number }
type Item = { kind: 'post' | 'dm'; itemId: string; at: number }
type NewTicket = {
  brandId: string
  handleId: string
  customerId: string
  channel: 'public' | 'dm'
  conversationId: string
}

export type Intake = {
  /** Decides one post. `depth`: how many steps above a ticket's post it was looked for; 0 when X sent it by itself. */
  post(post: IntakePost, depth: number): void
  /** A post that was not here before arrived: those that name it are decided again, for everybody who sees them. */
  arrived(postId: string): void
  /** Another version of a post arrived: it is decided again, for everybody who sees it. */
  changed(postId: string): void
  dm(event: DmRecord): void
  /** X shows an item again that it did not show for a while: whoever looks at its tickets sees it. */
  back(kind: 'post' | 'dm', item: { id: string; conversationId: string }): void
  /** Brings the tickets up to date. Call once, at the end. */
  finish(): void
}

/** Intake for what one handle sees, on one transaction. */
export function intake(tx: Tx, handle: HandleRef): Intake {
  const handles = tx.raw<OurHandle>(sql.allHandles).all()
  const ours = new Map(handles.map((one) => [one.xUserId, one]))
  const findTicket = tx.raw<TicketRow>(sql.ticketOf)
  const addItem = tx.raw(sql.insertItem)
  const childrenOf = tx.raw<SeenRow>(sql.children)
  const arrivals = new Map<string, Arrived>()
  const numbers = ticketNumbers(tx)

  const connectedAt = (handleId: string): number =>
    handles.find(({ id }) => id === handleId)?.connectedAt ?? 0

  const isOurs = (xUserId: string | null, brandId: string): boolean =>
    xUserId !== null && ours.get(xUserId)?.brandId === brandId
  const parsed = (row: PostRow): IntakePost => ({ ...row, entities: fromJson(Entities, row.entities) })
  const postById = (id: string): IntakePost | null => {
    const row = tx.raw<PostRow>(sql.onePost).get(id, id)
    return row ? parsed(row) : null
  }
  const hears = hearing(tx, { isOurs, postById })

  /** @param writtenAt when the post that names it was written: nothing more is paid for what is over */
  function want(postId: string | null, us: HandleRef, depth: number, writtenAt: number): void {
    if (postId === null || depth > parentsAtMost || writtenAt < owedFrom(connectedAt(us.id))) return
    tx.raw(sql.wantPost).run(postId, us.id, depth, tx.at, postId, us.id, postId)
  }

  function join(ticketId: string, item: Item, role: 'customer' | 'ours'): void {
    if (addItem.run(ticketId, item.kind, item.itemId, role, item.at).changes === 0) return
    const arrival = arrivals.get(ticketId) ?? { customer: null, ours: false }
    const isNewest = role === 'customer' && isAfter(item, arrival.customer)
    arrivals.set(ticketId, {
      customer: isNewest ? { at: item.at, itemId: item.itemId } : arrival.customer,
      ours: arrival.ours || role === 'ours',
    })
  }

  /** A ticket with one customer message is written as it will stand; only what joins later refreshes it. */
  function open(ticket: NewTicket, first: Item): string {
    const id = newId(tx.at)
    const clockFrom = connectedAt(ticket.handleId)
    const isOver = isPast(clockFrom, first, null)
    const waits = {
      status: isOver ? ('closed' as const) : ('new' as const),
      priority: 'normal' as const,
      openedAt: first.at,
      clockFrom,
      oldestUnansweredAt: isOver ? null : first.at,
      troubleAt: null,
      isAnsweredBefore: false,
    }
    const deadlines = firstDeadlines(tx, ticket.brandId, waits, !isOver)
    tx.raw(sql.insertTicket).run(
      id,
      numbers.next(),
      ticket.brandId,
      ticket.handleId,
      ticket.customerId,
      ticket.channel,
      ticket.conversationId,
      waits.status,
      first.at,
      first.at,
      first.itemId,
      first.kind,
      flag(first.kind === 'dm'),
      waits.oldestUnansweredAt,
      deadlines.dueAt,
      deadlines.warnAt,
      deadlines.resolveDueAt,
      deadlines.resolveWarnAt,
      deadlines.tellAt,
      flag(!isOver),
      clockFrom,
      isOver ? tx.at : null,
    )
    if (isOver) beginClosed(tx, id, first.at)
    addItem.run(id, first.kind, first.itemId, 'customer', first.at)
    tx.touch.ticket(id)
    tx.touch.brand(ticket.brandId)
    return id
  }

  function decide(post: IntakePost, us: HandleRef, depth: number): void {
    if (post.repostedPostId !== null) return
    const author = ours.get(post.authorId)
    if (author) {
      if (author.brandId === us.brandId) decideOwn(post, author)
      return
    }
    // What somebody looked for is context of something younger.
    const since = depth > 0 ? Infinity : post.createdAt
    const known = findTicket.get(us.brandId, post.authorId, 'public', post.conversationId) ?? null
    const moment: Item = { kind: 'post', itemId: post.id, at: post.createdAt }
    const bears = hears.bearingOf(post, us)
    if (bears === 'opens') {
      want(post.inReplyToPostId, us, depth + 1, since)
      if (known && known.openedAt <= post.createdAt) join(known.id, moment, 'customer')
      else openOrExtend(post, us, known, moment)
    } else if (bears === 'joins' && known && known.openedAt <= post.createdAt) {
      want(post.inReplyToPostId, us, depth + 1, since)
      join(known.id, moment, 'customer')
    } else {
      // Perhaps the parent or the quoted post shows that it is meant for us; and a parent has parents of its own.
      if (depth > 0 || hears.perhaps(post, us)) want(post.inReplyToPostId, us, depth + 1, since)
      touchConversation(post, us)
    }
    if (depth === 0) want(post.quotedPostId, us, 1, since)
  }

  /** Opens a ticket, or finds that it began earlier than was known: what stood in between belongs to it now. */
  function openOrExtend(post: IntakePost, us: HandleRef, known: TicketRow | null, first: Item): void {
    const { conversationId, authorId: customerId } = post
    const id =
      known?.id ??
      open({ brandId: us.brandId, handleId: us.id, customerId, channel: 'public', conversationId }, first)
    if (known) {
      tx.raw(sql.beganEarlier).run(first.at, id)
      join(id, first, 'customer')
    }
    for (const row of tx.raw<PostRow>(sql.postsBy).all(conversationId, customerId, us.brandId)) {
      const other = parsed(row)
      const isBetween = other.id !== post.id && other.createdAt >= post.createdAt
      if (isBetween && other.repostedPostId === null && hears.bearingOf(other, us) !== 'context') {
        join(id, { kind: 'post', itemId: other.id, at: other.createdAt }, 'customer')
      }
    }
    if (known) return
    for (const own of handles) {
      if (own.brandId !== us.brandId) continue
      for (const row of tx.raw<PostRow>(sql.postsBy).all(conversationId, own.xUserId, us.brandId)) {
        if (row.repostedPostId === null && answers(parsed(row), own) === customerId) {
          join(id, { kind: 'post', itemId: row.id, at: row.createdAt }, 'ours')
        }
      }
    }
  }

  /** The customer whom an own post answers; see [Note: Who an own post answers]. */
  function answers(post: IntakePost, own: HandleRef): string | null {
    let at: IntakePost | null = post
    for (let step = 0; at && step < continuationsAtMost; step++) {
      const to: string | null = at.inReplyToUserId
      if (to !== null && !isOurs(to, own.brandId)) return to
      if (at.inReplyToPostId === null) return null
      const parentId: string = at.inReplyToPostId
      const parent: IntakePost | null = postById(parentId)
      if (!parent) want(parentId, own, 1, at.createdAt)
      else if (!isOurs(parent.authorId, own.brandId)) return parent.authorId
      at = parent
    }
    return null
  }

  function decideOwn(post: IntakePost, own: HandleRef): void {
    if (post.inReplyToPostId === null && post.inReplyToUserId === null) return
    const customerId = answers(post, own)
    const ticket =
      customerId === null ? null : findTicket.get(own.brandId, customerId, 'public', post.conversationId)
    if (ticket) join(ticket.id, { kind: 'post', itemId: post.id, at: post.createdAt }, 'ours')
    else touchConversation(post, own)
  }

  /** Context of a conversation that is perhaps on a screen. */
  function touchConversation(post: IntakePost, us: HandleRef): void {
    for (const { id } of tx.raw<{ id: string }>(sql.ticketsIn).all(post.conversationId, us.brandId))
      tx.touch.ticket(id)
  }

  /** @param steps own posts may continue own posts, which continue others: how often that is followed */
  const arrived = (postId: string, steps: number): void =>
    decideRows([...childrenOf.all(postId), ...tx.raw<SeenRow>(sql.quotes).all(postId)], steps)

  function decideRows(rows: readonly SeenRow[], steps: number): void {
    for (const row of rows) {
      const us = handles.find(({ id }) => id === row.handleId)
      if (!us) continue
      decide(parsed(row), us, 0)
      if (isOurs(row.authorId, us.brandId) && steps > 0) arrived(row.id, steps - 1)
    }
  }

  return {
    post: (post, depth) => decide(post, handle, depth),
    arrived: (postId) => arrived(postId, continuationsAtMost),
    changed: (postId) => decideRows(tx.raw<SeenRow>(sql.seenBy).all(postId), 0),
    dm(event) {
      const item: Item = { kind: 'dm', itemId: event.id, at: event.createdAt }
      const { conversationId } = event
      const author = ours.get(event.senderId)
      if (author) {
        if (author.brandId !== handle.brandId) return
        for (const { id } of tx.raw<{ id: string }>(sql.ticketsIn).all(conversationId, handle.brandId))
          join(id, item, 'ours')
        return
      }
      const known = findTicket.get(handle.brandId, event.senderId, 'dm', conversationId)
      if (known) {
        join(known.id, item, 'customer')
        return
      }
      const id = open(
        {
          brandId: handle.brandId,
          handleId: handle.id,
          customerId: event.senderId,
          channel: 'dm',
          conversationId,
        },
        item,
      )
      for (const earlier of tx.raw<Moment & { senderId: string }>(sql.dmsIn).all(conversationId)) {
        if (isOurs(earlier.senderId, handle.brandId)) join(id, { kind: 'dm', ...earlier }, 'ours')
      }
    },
    back(kind, { id, conversationId }) {
      for (const ticket of tx.raw<{ id: string }>(sql.ticketsShowing).all(id, kind, conversationId))
        tx.touch.ticket(ticket.id)
    },
    finish() {
      numbers.keep()
      for (const [ticketId, arrived] of arrivals) refreshNow(tx, ticketId, arrived)
      arrivals.clear()
    },
  }
}
