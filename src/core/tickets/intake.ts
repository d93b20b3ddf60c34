/**
 * @file Decides for each message that became visible to a handle whether it opens or joins a ticket, and writes that.
 * What is decided does not depend on the order in which messages arrive: whatever arrives late is decided again. A
 * message that stands in a ticket of the brand stays there: an agent may have moved it.
 *
 * [Note: Who an own post answers] An own post belongs to the ticket of the customer whom it replies to; one that
 * continues an own post, to the customer whom that one replies to. It is never taken for an answer to everybody in the
 * conversation: that would hide messages which nobody answered.
 */
import type { Tx } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { Entities, type DmRecord } from '../posts/records.ts'
import { ofThatTime, placeInThread } from './belongs.ts'
import { hearing, type HandleRef, type IntakePost } from './hearing.ts'
import { dmIntake } from './intake-dms.ts'
import * as sql from './intake-sql.ts'
import type { Item } from './opening.ts'
import { placing, type Role } from './placing.ts'
import { isQuietThanks } from './quiet-thanks.ts'
import { owedFrom, parentsAtMost } from './rules.ts'

/** How long a thread of own posts is followed. */
const continuationsAtMost = 25

export type { HandleRef, IntakePost } from './hearing.ts'

type PostRow = Omit<IntakePost, 'entities'> & { entities: string | null }
type SeenRow = PostRow & { handleId: string }
type OurHandle = HandleRef & { connectedAt: number }
/** Whom an own post answers, and with which of their posts as far as that is known. */
type Answered = { customerId: string; postId: string | null }

export type Intake = {
  /** Decides one post. `depth`: how many steps above a ticket's post it was looked for; 0 when X sent it by itself. */
  post(post: IntakePost, depth: number): void
  /** Puts a post into a ticket that addresses nobody: somebody said so. @returns the ticket; null when none holds it */
  opens(post: IntakePost): string | null
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
  const childrenOf = tx.raw<SeenRow>(sql.children)
  const rows = placing(tx)

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
  const dms = dmIntake(tx, handle, rows, connectedAt(handle.id))

  /** @param writtenAt when the post that names it was written: nothing more is paid for what is over */
  function want(postId: string | null, us: HandleRef, depth: number, writtenAt: number): void {
    if (postId === null || depth > parentsAtMost || writtenAt < owedFrom(connectedAt(us.id))) return
    tx.raw(sql.wantPost).run(postId, us.id, depth, tx.at, postId, us.id, postId)
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
    const bears = hears.bearingOf(post, us)
    if (bears !== 'context' && place(post, us, bears)) {
      want(post.inReplyToPostId, us, depth + 1, since)
    } else {
      // Perhaps the parent or the quoted post shows that it is meant for us; and a parent has parents of its own.
      if (depth > 0 || hears.perhaps(post, us)) want(post.inReplyToPostId, us, depth + 1, since)
      touchConversation(post, us)
    }
    if (depth === 0) want(post.quotedPostId, us, 1, since)
  }

  /** Puts a customer's post where it belongs. @returns whether it belongs anywhere */
  function place(post: IntakePost, us: HandleRef, bears: 'opens' | 'joins'): boolean {
    const { id: itemId, createdAt: at, authorId: customerId, conversationId } = post
    const item: Item = { kind: 'post', itemId, at }
    const role: Role = post.quotedPostId === null && isQuietThanks(post.text) ? 'thanks' : 'customer'
    const held = rows.holding('post', itemId, us.brandId)
    if (held !== null) {
      rows.join(held, item, role)
      if (role === 'customer') rows.saysMore(held, item)
      return true
    }
    const thread = rows.thread(us.brandId, customerId, conversationId)
    const hadBegun = (ticketId?: string): boolean =>
      thread.some(({ id, openedAt }) => openedAt <= at && (ticketId === undefined || id === ticketId))
    if (bears === 'joins' && !hadBegun()) return false
    const found = placeInThread(
      thread,
      { at, isThanks: role === 'thanks' },
      rows.reopenMs(us.brandId, thread),
    )
    if (found.kind === 'joins') {
      rows.join(found.id, item, role)
      if (thread.some(({ id, status }) => id === found.id && status === 'solved'))
        rows.reconsider(us.brandId, customerId, found.id)
      if (hadBegun(found.id)) return true
      rows.beganEarlier(found.id, at)
      rows.reconsider(us.brandId, customerId, found.id)
      placeBetween(post, us)
      return true
    }
    rows.open(
      {
        brandId: us.brandId,
        handleId: us.id,
        customerId,
        channel: 'public',
        conversationId,
        previousId: found.previousId,
        clockFrom: connectedAt(us.id),
      },
      item,
    )
    placeBetween(post, us)
    for (const own of handles) {
      if (own.brandId !== us.brandId) continue
      for (const row of tx.raw<PostRow>(sql.postsBy).all(conversationId, own.xUserId, us.brandId))
        if (row.repostedPostId === null && answers(parsed(row), own)?.customerId === customerId)
          decideOwn(parsed(row), own)
    }
    return true
  }

  /** A ticket begins, or began earlier than was known: what its customer wrote since belongs to it now. */
  function placeBetween(post: IntakePost, us: HandleRef): void {
    for (const row of tx.raw<PostRow>(sql.postsBy).all(post.conversationId, post.authorId, us.brandId)) {
      const other = parsed(row)
      if (other.id === post.id || other.createdAt < post.createdAt || other.repostedPostId !== null) continue
      const bears = hears.bearingOf(other, us)
      if (bears !== 'context') place(other, us, bears)
    }
  }

  /** The customer whom an own post answers; see [Note: Who an own post answers]. */
  function answers(post: IntakePost, own: HandleRef): Answered | null {
    let at: IntakePost | null = post
    for (let step = 0; at && step < continuationsAtMost; step++) {
      const to: string | null = at.inReplyToUserId
      const parentId: string | null = at.inReplyToPostId
      if (to !== null && !isOurs(to, own.brandId))
        return { customerId: to, postId: parentId === null ? null : (postById(parentId)?.id ?? parentId) }
      if (parentId === null) return null
      const parent: IntakePost | null = postById(parentId)
      if (!parent) want(parentId, own, 1, at.createdAt)
      else if (!isOurs(parent.authorId, own.brandId))
        return { customerId: parent.authorId, postId: parent.id }
      at = parent
    }
    return null
  }

  function decideOwn(post: IntakePost, own: HandleRef): void {
    if (post.inReplyToPostId === null && post.inReplyToUserId === null) return
    const answered = answers(post, own)
    const ticketId = answered && ticketAnswered(post, own, answered)
    if (ticketId) rows.answer({ kind: 'post', itemId: post.id, at: post.createdAt }, [ticketId], own.brandId)
    else touchConversation(post, own)
  }

  /** The ticket that holds what was answered; while that is not known, the one of that time. */
  function ticketAnswered(post: IntakePost, { brandId }: HandleRef, answered: Answered): string | null {
    const held = answered.postId === null ? null : rows.holding('post', answered.postId, brandId)
    if (held !== null) return held
    return (
      ofThatTime(rows.thread(brandId, answered.customerId, post.conversationId), post.createdAt)?.id ?? null
    )
  }

  /** Context of a conversation that is perhaps on a screen. */
  function touchConversation(post: IntakePost, us: HandleRef): void {
    for (const { id } of tx.raw<{ id: string }>(sql.ticketsIn).all(post.conversationId, us.brandId))
      tx.touch.ticket(id)
  }

  /** @param steps own posts may continue own posts, which continue others: how often that is followed */
  const arrived = (postId: string, steps: number): void =>
    decideRows([...childrenOf.all(postId), ...tx.raw<SeenRow>(sql.quotes).all(postId)], steps)

  function decideRows(seen: readonly SeenRow[], steps: number): void {
    for (const row of seen) {
      const us = handles.find(({ id }) => id === row.handleId)
      if (!us) continue
      decide(parsed(row), us, 0)
      if (isOurs(row.authorId, us.brandId) && steps > 0) arrived(row.id, steps - 1)
    }
  }

  return {
    post: (post, depth) => decide(post, handle, depth),
    opens(post) {
      place(post, handle, 'opens')
      return rows.holding('post', post.id, handle.brandId)
    },
    arrived: (postId) => arrived(postId, continuationsAtMost),
    changed: (postId) => decideRows(tx.raw<SeenRow>(sql.seenBy).all(postId), 0),
    dm(event) {
      const author = ours.get(event.senderId)
      if (!author) dms.customers(event)
      else if (author.brandId === handle.brandId) dms.ours(event)
    },
    back(kind, { id, conversationId }) {
      for (const ticket of tx.raw<{ id: string }>(sql.ticketsShowing).all(id, kind, conversationId))
        tx.touch.ticket(ticket.id)
    },
    finish: () => rows.finish(),
  }
}
