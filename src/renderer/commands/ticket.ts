/** @file Commands on the ticket itself, and undo. */
import { Failure } from '../../shared/errors.ts'
import type { Console } from '../state/console.ts'
import { nameInSentence } from '../overrides.ts'
import { t } from '../words.ts'
import { chosenTickets, dealWith, settled } from './chosen.ts'
import { cardOf, targetPost, targetTicket } from './context.ts'
import { focusDeck, focusPane, openComposer, openTicket, showEdit } from './go.ts'
import { did } from './tour.ts'
import type { Runtime } from './runtime.ts'

export const target = (c: Console) => targetTicket(c.rows.getState(), c.session.getState())

function solve(c: Console): void {
  const ticketIds = chosenTickets(c, 'ticket.solve')
  if (ticketIds === null) return
  const number = cardOf(c.rows.getState(), ticketIds[0])?.number ?? 0
  dealWith(c, ticketIds, async () => {
    const done = await c.call('ticket.solve', { ticketIds })
    const count = done.ticketIds.length
    const words = count > 1 ? 'said.solved.many' : done.unanswered > 0 ? 'said.unanswered' : 'said.solved'
    c.say(t(words, { count, number, unanswered: done.unanswered }), { undoable: true })
  })
}

function reopen(c: Console): void {
  const ticketIds = chosenTickets(c, 'ticket.reopen')
  if (ticketIds === null) return
  const number = cardOf(c.rows.getState(), ticketIds[0])?.number ?? 0
  c.attempt(async () => {
    const done = await c.call('ticket.reopen', { ticketIds })
    c.say(t('said.reopened', { count: done.ticketIds.length, number }), { undoable: true })
  })
}

function viewOnX(c: Console): void {
  const listened = targetPost(c.rows.getState(), c.session.getState())
  if (listened) return c.attempt(() => c.call('link.open', { kind: 'post', postId: listened.postId }))
  const ticketId = target(c)
  if (ticketId === null) return
  c.attempt(async () => {
    const { timeline, card } = await c.call('ticket.get', { ticketId })
    const post = timeline.findLast(
      (item) => item.kind === 'post' && !item.ours && !item.context && item.otherTicket === null,
    )
    if (post?.kind === 'post') await c.call('link.open', { kind: 'post', postId: post.id })
    else await c.call('link.open', { kind: 'profile', username: card.customer.username })
  })
}

function undo(c: Console): void {
  c.attempt(async () => {
    await c.drafts.flush()
    await settled(c)
    let done
    try {
      done = await c.call('undo.last', {})
    } catch (error) {
      if (error instanceof Failure && error.is('undo.nothing')) return c.say(t('error.undo.nothing'))
      throw error
    }
    if (done.offer) return c.session.setState({ overlay: { kind: 'compensate', offer: done.offer } })
    c.say(t(`said.undone.${done.reach}`))
    if (done.reach === 'recalled') {
      c.tally.slip()
      did(c, 'recall')
    }
    // A new post, and an own one, are written in the main window alone.
    if (c.session.getState().view.kind !== 'main' && (done.composeBrandId || done.editPostId)) return
    if (done.composeBrandId)
      return c.session.setState({ overlay: { kind: 'compose', brandId: done.composeBrandId } })
    if (done.editPostId && done.editBrandId) return showEdit(c, done.editBrandId, done.editPostId)
    const ticketId = done.ticketIds[0]
    if (ticketId === undefined) return
    const dealtWith = c.session.getState().dealtWith.filter((id) => !done.ticketIds.includes(id))
    c.session.setState({ expected: ticketId, dealtWith })
    // What was done together comes back chosen together.
    if (done.ticketIds.length > 1) {
      c.session.setState({ selection: done.ticketIds })
      return focusDeck(c)
    }
    if (done.reach === 'recalled') {
      openTicket(c, ticketId)
      c.apply.ticketShown()
      openComposer(c, ticketId, done.channel ?? 'public')
    } else if (c.session.getState().openTicketId !== null) {
      openTicket(c, ticketId)
      focusPane(c)
    }
  })
}

/** A post that a brand listens to becomes a ticket of that brand, and is in the pane. */
function openOfPost(c: Console): void {
  const post = targetPost(c.rows.getState(), c.session.getState())
  if (!post) return
  c.attempt(async () => {
    const { ticketId } = await c.call('ticket.open', { postId: post.postId, brandId: post.brandId })
    openTicket(c, ticketId)
    c.say(t('said.ticket.opened', { name: nameInSentence(post.author.name) }))
  })
}

export const ticketCommands = {
  'ticket.open': { when: (x) => x.postAlone, run: openOfPost },
  'ticket.solve': { when: (x) => x.ticketChosen && !x.ticketSolved, run: solve },
  'ticket.reopen': { when: (x) => x.ticketChosen && x.ticketSolved, run: reopen },
  'ticket.view-on-x': { when: (x) => x.ticketChosen || x.postChosen, run: viewOnX },
  'undo.last': { when: (x) => x.workspaceOpen, run: undo },
  'undo.list': {
    when: (x) => x.workspaceOpen,
    run: (c) => c.session.setState({ overlay: { kind: 'undo' } }),
  },
} as const satisfies Record<string, Runtime>
