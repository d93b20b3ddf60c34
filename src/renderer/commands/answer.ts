/** @file Commands that answer: open the composer, send, save a note, go to X. The brand is the ticket's, always. */
import type { Override } from '../../shared/domain/guard.ts'
import type { CommandId } from '../../shared/commands.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { unfilledIn } from '../../shared/domain/macro-text.ts'
import { Failure } from '../../shared/errors.ts'
import { nameInSentence } from '../overrides.ts'
import { clockTime, fullTime, secondsLeft } from '../time.ts'
import { failureWords, t } from '../words.ts'
import type { Console } from '../state/console.ts'
import { keymapOf } from '../state/rows.ts'
import type { DraftChannel } from '../state/session.ts'
import { signOffOf } from '../state/sign-off.ts'
import { answerPostsOf, limits, mostPosts, weight } from '../state/weight.ts'
import { beginRound, goOnInRound } from './round.ts'
import { channelOf, contextOf, targetPost, targetTicket, type Context } from './context.ts'
import { attachInputId, focusPane, goOn, isWrittenElsewhere, openComposer, openTicket } from './go.ts'
import { isUnapproved } from './job.ts'
import { keyName } from './key-label.ts'
import { moveToDm } from './ways-over.ts'
import { did } from './tour.ts'
import type { Runtime } from './runtime.ts'

/** The open ticket with all that a send needs; null while it is not read. */
function open(c: Console): TicketDetail | null {
  const { detail } = c.rows.getState()
  return detail && detail.card.ticketId === c.session.getState().openTicketId ? detail : null
}

/** Why a way to answer is closed or open, in one sentence. */
export function routeWords(detail: TicketDetail, channel: 'public' | 'dm'): string {
  const { routes } = detail
  const at = routes.public.targetAt
  const values = { username: routes.username, time: at === null ? '' : clockTime(at) }
  const words = t(`route.${routes[channel].reason}`, values)
  return channel === 'public' && routes.public.targetIsOlder && routes.public.open !== 'no'
    ? `${words} ${t('route.older')}`
    : words
}

/** Whether the way to direct messages is to ask for one in public. */
export const asksForDm = ({ routes }: TicketDetail): boolean =>
  routes.dm.reason === 'no-dm-conversation' && routes.public.open !== 'no'

/** A command's key in a sentence, as who sits here has it. */
const keyNow = (c: Console, id: CommandId): string =>
  keyName(keymapOf(c.rows.getState()), id, c.session.getState().info?.platform === 'mac')

const begin =
  (command: CommandId, channel: DraftChannel) =>
  (c: Console): void => {
    if (beginRound(c, command, channel)) return
    const ticketId = targetTicket(c.rows.getState(), c.session.getState())
    if (ticketId === null)
      return c.say(
        targetPost(c.rows.getState(), c.session.getState())
          ? t('said.post-alone', { key: keyNow(c, 'reply.on-x') })
          : t('said.no-ticket'),
      )
    const detail = open(c)
    if (channel === 'dm' && detail?.card.ticketId === ticketId && !detail.routes.dm.open) {
      // Nobody can write first to somebody who never wrote: what can be done is to ask.
      if (asksForDm(detail)) return moveToDm(c, ticketId)
      return c.say(routeWords(detail, 'dm'))
    }
    openComposer(c, ticketId, channel)
  }

async function saveNote(c: Console, ticketId: string, text: string, number: number): Promise<void> {
  await c.call('ticket.note', { ticketId, text })
  c.drafts.type(ticketId, 'note', '')
  await c.drafts.flush()
  c.say(t('said.noted', { number }), { undoable: true })
  if (!goOnInRound(c, ticketId)) focusPane(c)
}

/** How a message leaves: whether it solves the ticket, when (null: after its hold), and why in spite of a guard. */
export type Sending = { solves: boolean; scheduledAt: number | null; override?: Override }

async function sendReply(
  c: Console,
  detail: TicketDetail,
  channel: 'public' | 'dm',
  { solves, scheduledAt, override }: Sending,
): Promise<void> {
  const { ticketId } = detail.card
  const typed = c.drafts.text(ticketId, channel)
  const settings = await c.call('brand.settings', { brandId: detail.card.brandId })
  if (!settings.goLive.live) return c.say(failureWords(new Failure('brand.read-only', {})))
  const signOff = signOffOf(c.rows.getState(), detail, channel, settings.signOff)
  const parts = channel === 'public' ? answerPostsOf(typed, signOff) : []
  const text = parts.length === 1 ? (parts[0] ?? '') : typed
  const targetPostId = channel === 'public' ? detail.routes.public.targetPostId : null
  await c.drafts.flush()
  const attachmentIds = detail.attachments.filter((file) => file.channel === channel).map((file) => file.id)
  const message = { ticketId, channel, text, targetPostId, solves, scheduledAt, attachmentIds, override }
  const job = await c.call('reply.send', parts.length > 1 ? { ...message, parts } : message)
  c.drafts.taken(ticketId, channel)
  c.session.setState({ guarded: null })
  did(c, 'send')
  const summary = c.tally.answered(ticketId, c.clock.monotonic())
  if (summary) c.session.setState({ summary })
  const name = nameInSentence(detail.card.customer.name)
  if (isUnapproved(job)) {
    c.say(t('said.waits-approval', { key: keyNow(c, 'outbox.approve') }), { undoable: true })
    if (goOnInRound(c, ticketId)) return
    return solves ? goOn(c, [ticketId]) : focusPane(c)
  }
  const moves = channel === 'public' && c.session.getState().movingToDm === ticketId
  if (moves) c.session.setState({ movingToDm: null })
  if (scheduledAt !== null) {
    c.say(t('said.scheduled', { at: fullTime(scheduledAt) }), { undoable: true })
    return focusPane(c)
  }
  const leaves = job.releaseAt === null ? null : { name, at: job.releaseAt, jobId: job.id, ticketId }
  const seconds = leaves ? secondsLeft(c.now(), leaves.at) : 0
  c.say(leaves ? t('said.leaves', { name, seconds }) : t('said.left', { name }), { leaves, undoable: true })
  if (goOnInRound(c, ticketId)) return
  if (solves) goOn(c, [ticketId])
  else if (moves && detail.routes.dm.open) openComposer(c, ticketId, 'dm')
  else focusPane(c)
}

/** How long a text may be in all, as its channel counts. */
const mostOf = (channel: DraftChannel): number =>
  channel === 'public' ? limits.public * mostPosts : limits[channel]

const isTooLong = (channel: DraftChannel, text: string): boolean =>
  channel === 'public'
    ? answerPostsOf(text, null).length > mostPosts
    : weight(channel, text) > limits[channel]

/** A picture needs no words; a note is words alone. */
const hasFiles = (detail: TicketDetail, channel: DraftChannel): boolean =>
  detail.attachments.some((file) => file.channel === channel)

/** Hands what the composer holds to core. */
export function send(c: Console, sending: Sending): void {
  const detail = open(c)
  const session = c.session.getState()
  if (!detail) return c.say(t('said.not-read'))
  if (session.sending) return
  const { ticketId, number } = detail.card
  if (isWrittenElsewhere(c, ticketId)) return
  if (session.held !== ticketId) return c.say(t('said.not-read'))
  const channel = channelOf(detail.routes, session.channel)
  const text = c.drafts.text(ticketId, channel)
  if (text.trim() === '' && !hasFiles(detail, channel))
    return c.say(failureWords(new Failure('reply.empty', {})))
  if (isTooLong(channel, text)) {
    const length = weight(channel, text)
    return c.say(failureWords(new Failure('reply.too-long', { length, limit: mostOf(channel) })))
  }
  const unfilled = channel === 'note' ? [] : unfilledIn(text)
  if (unfilled.length > 0) return c.say(failureWords(new Failure('macro.unfilled', { names: unfilled })))
  c.session.setState({ sending: true })
  c.attempt(async () => {
    try {
      if (channel === 'note') await saveNote(c, ticketId, text, number)
      else await sendReply(c, detail, channel, sending)
    } catch (error) {
      if (channel === 'note' || !(error instanceof Failure) || !error.is('guard.stopped')) throw error
      // The guard takes the focus, and says what it saw.
      const { solves, scheduledAt } = sending
      c.tally.slip()
      c.session.setState({ guarded: { ticketId, channel, solves, scheduledAt } })
    } finally {
      c.session.setState({ sending: false })
    }
  })
}

function replyOnX(c: Console): void {
  const alone = targetPost(c.rows.getState(), c.session.getState())
  if (alone && alone.ticketId === null)
    return c.attempt(async () => {
      await c.call('link.open', { kind: 'reply-intent', postId: alone.postId })
      c.say(t('said.answer-on-x'))
    })
  const ticketId = targetTicket(c.rows.getState(), c.session.getState())
  if (ticketId === null) return c.say(t('said.no-ticket'))
  openTicket(c, ticketId)
  c.attempt(async () => {
    const detail = await c.call('ticket.get', { ticketId })
    if (detail.routes.webIntentUrl === null) return c.say(t('route.no-public-post'))
    await c.call('ticket.wait-on-x', { ticketId })
    await c.call('link.open', { kind: 'web-intent', ticketId })
    c.say(t('said.waiting-on-x', { number: detail.card.number }), { undoable: true })
  })
}

function cycle(c: Console): void {
  const detail = open(c)
  if (!detail) return
  const ways: readonly DraftChannel[] = detail.routes.dm.open ? ['public', 'dm', 'note'] : ['public', 'note']
  const at = ways.indexOf(channelOf(detail.routes, c.session.getState().channel))
  openComposer(c, detail.card.ticketId, ways[(at + 1) % ways.length] ?? 'public')
}

/** Whether what the composer shows can go out as it is. */
export const canSend = (x: Context): boolean =>
  x.ticketOpen && x.hasText && (x.isNote || (x.isDm ? x.canReplyByDm : x.canReplyPublicly))

/** Sends what the composer shows when the brand opens next. */
export function sendAtOpening(c: Console): void {
  const detail = open(c)
  const brand = c.rows.getState().brands.find(({ id }) => id === detail?.card.brandId)
  if (!brand) return c.say(t('said.not-read'))
  const { opensAt } = brand.hours
  if (opensAt === null) return c.say(t('said.never-closes', { name: brand.name }))
  send(c, { solves: false, scheduledAt: opensAt })
}

/** The facts of this moment, for conditions. */
export function contextNow(c: Console): Context {
  const rows = c.rows.getState()
  const session = c.session.getState()
  const detail = open(c)
  const text = detail ? c.drafts.text(detail.card.ticketId, channelOf(detail.routes, session.channel)) : ''
  return contextOf(rows, session, text)
}

export const answerCommands = {
  // On a post that is nobody's request they say why there is nothing to write here.
  'reply.public': { when: (x) => x.ticketChosen || x.postAlone, run: begin('reply.public', 'public') },
  'reply.dm': { when: (x) => x.ticketChosen || x.postAlone, run: begin('reply.dm', 'dm') },
  'reply.note': { when: (x) => x.ticketChosen, run: begin('reply.note', 'note') },
  'reply.on-x': {
    when: (x) => x.postAlone || (x.ticketChosen && (!x.ticketOpen || x.canReplyOnX)),
    run: replyOnX,
  },
  'reply.attach': {
    when: (x) => x.composing && x.ticketOpen && !x.isNote,
    run: () => document.getElementById(attachInputId)?.click(),
  },
  'reply.send': { when: canSend, run: (c) => send(c, { solves: false, scheduledAt: null }) },
  'reply.send-and-solve': {
    when: (x) => canSend(x) && !x.isNote,
    run: (c) => send(c, { solves: true, scheduledAt: null }),
  },
  'reply.schedule': {
    when: (x) => canSend(x) && !x.isNote,
    run: (c) => c.session.setState({ overlay: { kind: 'schedule' } }),
  },
  'reply.schedule-at-opening': { when: (x) => canSend(x) && !x.isNote, run: sendAtOpening },
  'reply.cycle-channel': { when: (x) => x.ticketOpen, run: cycle },
} as const satisfies Record<string, Runtime>
