/** @file Commands on tickets beside answering: whose they are, their labels, their priority, when they come back. */
import type { CommandId } from '../../shared/commands.ts'
import type { HandedTo } from '../../shared/domain/desk.ts'
import type { Priority } from '../../shared/domain/ticket.ts'
import type { Console } from '../state/console.ts'
import type { DeskQuestion } from '../state/session.ts'
import type { Snooze } from '../state/snooze-words.ts'
import { fullTime } from '../time.ts'
import { t } from '../words.ts'
import { chosenTickets, dealWith, goOnFrom } from './chosen.ts'
import { cardOf, targetTicket } from './context.ts'
import { openTicket } from './go.ts'
import type { Runtime } from './runtime.ts'

const numberOf = (c: Console, ticketIds: readonly string[]): number =>
  cardOf(c.rows.getState(), ticketIds[0] ?? null)?.number ?? 0

/** What a line about tickets says of them. */
const said = (c: Console, ticketIds: readonly string[], changed: readonly string[]) => ({
  count: changed.length,
  number: numberOf(c, changed.length === 0 ? ticketIds : changed),
})

/** @param agent null: nobody's */
export function assign(
  c: Console,
  ticketIds: readonly string[],
  agent: { id: string; name: string } | null,
): void {
  c.attempt(async () => {
    const done = await c.call('ticket.assign', { ticketIds: [...ticketIds], agentId: agent?.id ?? null })
    const seen = done.absent?.seenAt ?? null
    const values = {
      ...said(c, ticketIds, done.ticketIds),
      absent: done.absent === null ? 'no' : seen === null ? 'never' : 'seen',
      seen: seen === null ? '' : fullTime(seen),
    }
    const words = agent ? t('said.assigned', { ...values, name: agent.name }) : t('said.unassigned', values)
    c.say(words, { undoable: done.ticketIds.length > 0 })
  })
}

export function follow(c: Console, ticketIds: readonly string[], on: boolean): void {
  c.attempt(async () => {
    const done = await c.call('ticket.follow', { ticketIds: [...ticketIds], on })
    c.say(t(on ? 'said.followed' : 'said.unfollowed', said(c, ticketIds, done.ticketIds)), {
      undoable: done.ticketIds.length > 0,
    })
  })
}

export function tag(c: Console, ticketIds: readonly string[], label: string, on: boolean): void {
  c.attempt(async () => {
    const change = on ? { add: [label], remove: [] } : { add: [], remove: [label] }
    const done = await c.call('ticket.tag', { ticketIds: [...ticketIds], ...change })
    c.say(t(on ? 'said.tagged' : 'said.untagged', { ...said(c, ticketIds, done.ticketIds), label }), {
      undoable: done.ticketIds.length > 0,
    })
  })
}

export function prioritise(c: Console, ticketIds: readonly string[], priority: Priority): void {
  c.attempt(async () => {
    const done = await c.call('ticket.prioritise', { ticketIds: [...ticketIds], priority })
    const values = { ...said(c, ticketIds, done.ticketIds), priority: t(`priority.${priority}`) }
    c.say(t('said.prioritised', values), { undoable: done.ticketIds.length > 0 })
  })
}

/** When a snooze ends, in words. */
export function snoozeWords({ until, forReply }: Snooze): string {
  if (until === null) return t('snooze.reply')
  return forReply ? t('snooze.or-reply', { at: fullTime(until) }) : fullTime(until)
}

export function snooze(c: Console, ticketIds: readonly string[], chosen: Snooze): void {
  dealWith(c, ticketIds, async () => {
    const done = await c.call('ticket.snooze', { ticketIds: [...ticketIds], ...chosen })
    c.say(t('said.snoozed', { ...said(c, ticketIds, done.ticketIds), until: snoozeWords(chosen) }), {
      undoable: done.ticketIds.length > 0,
    })
  })
}

export function wake(c: Console, ticketIds: readonly string[]): void {
  c.attempt(async () => {
    const done = await c.call('ticket.wake', { ticketIds: [...ticketIds] })
    c.say(t('said.woken', said(c, ticketIds, done.ticketIds)), { undoable: done.ticketIds.length > 0 })
  })
}

/** @param at epoch ms; null: no follow-up any more */
export function followUp(c: Console, ticketIds: readonly string[], at: number | null, reason: string): void {
  c.attempt(async () => {
    const done = await c.call('ticket.follow-up', { ticketIds: [...ticketIds], at, reason })
    const values = said(c, ticketIds, done.ticketIds)
    const words =
      at === null ? t('said.follow-up.none', values) : t('said.follow-up', { ...values, at: fullTime(at) })
    c.say(words, { undoable: done.ticketIds.length > 0 })
  })
}

/** Runs `work` on the tickets that are meant, once many of them were agreed to. */
const on = (id: CommandId, work: (c: Console, ticketIds: readonly string[]) => void): Runtime => ({
  when: (x) => x.ticketChosen,
  run(c) {
    const ticketIds = chosenTickets(c, id)
    if (ticketIds !== null) work(c, ticketIds)
  },
})

/** @param note why, for the others; may be empty */
export function moveHandle(
  c: Console,
  ticketIds: readonly string[],
  { handleId, username }: { handleId: string; username: string },
  note: string,
): void {
  c.attempt(async () => {
    const done = await c.call('ticket.move-handle', { ticketIds: [...ticketIds], handleId, note })
    c.say(t('said.handle-moved', { ...said(c, ticketIds, done.ticketIds), username }), {
      undoable: done.ticketIds.length > 0,
    })
  })
}

/** Keeps what is known of each field that was changed. */
export function setFields(
  c: Console,
  ticketIds: readonly string[],
  values: readonly { fieldId: string; value: string }[],
): void {
  c.attempt(async () => {
    const done = await c.call('ticket.set-fields', { ticketIds: [...ticketIds], values: [...values] })
    c.say(t('said.fields', said(c, ticketIds, done.ticketIds)), { undoable: done.ticketIds.length > 0 })
  })
}

/** @param reference as it is found there; may be empty */
export function handOff(c: Console, ticketIds: readonly string[], to: HandedTo, reference: string): void {
  c.attempt(async () => {
    const done = await c.call('ticket.hand-off', { ticketIds: [...ticketIds], to, reference })
    const values = { ...said(c, ticketIds, done.ticketIds), to: t(`hand-off.${to}`) }
    c.say(t('said.handed-off', values), { undoable: done.ticketIds.length > 0 })
    if (done.ticketIds.length > 0) goOnFrom(c, ticketIds)
  })
}

/** Who sits here has seen the notes that name them. */
export function seen(c: Console, ticketIds: readonly string[]): void {
  c.attempt(async () => {
    await c.call('note.seen', { ticketIds: [...ticketIds] })
    c.say(t('said.notes-seen'))
  })
}

const ask = (id: CommandId, question: DeskQuestion): Runtime =>
  on(id, (c, ticketIds) => {
    c.attempt(() => c.drafts.flush())
    c.session.setState({ overlay: { kind: 'desk', ask: question, ticketIds } })
  })

function assignToMe(c: Console, ticketIds: readonly string[]): void {
  const agent = c.rows.getState().session?.agent ?? null
  if (agent === null) return c.session.setState({ overlay: { kind: 'agent' } })
  assign(c, ticketIds, agent)
}

/** Shows what happened to the ticket in the pane, or its conversation again. */
function toggleHistory(c: Console): void {
  const session = c.session.getState()
  const ticketId = targetTicket(c.rows.getState(), session)
  const shows = session.openTicketId === ticketId && session.showsHistory
  c.session.setState({ showsHistory: !shows })
  if (ticketId !== null) openTicket(c, ticketId)
}

export const deskCommands = {
  'ticket.assign': ask('ticket.assign', 'assign'),
  'ticket.assign-me': on('ticket.assign-me', assignToMe),
  'ticket.unassign': {
    ...on('ticket.unassign', (c, ticketIds) => assign(c, ticketIds, null)),
    when: (x) => x.ticketChosen && x.ticketOwned,
  },
  'ticket.follow': on('ticket.follow', (c, ticketIds) => follow(c, ticketIds, true)),
  'ticket.unfollow': on('ticket.unfollow', (c, ticketIds) => follow(c, ticketIds, false)),
  'ticket.tag': ask('ticket.tag', 'tag'),
  'ticket.prioritise': ask('ticket.prioritise', 'prioritise'),
  'ticket.snooze': ask('ticket.snooze', 'snooze'),
  'ticket.wake': { ...on('ticket.wake', wake), when: (x) => x.ticketChosen && x.ticketSnoozed },
  'ticket.move-handle': ask('ticket.move-handle', 'handle'),
  'ticket.fields': ask('ticket.fields', 'fields'),
  'ticket.hand-off': ask('ticket.hand-off', 'hand-off'),
  'ticket.history': {
    when: (x) => x.ticketOpen || x.ticketChosen,
    run: toggleHistory,
  },
  'note.seen': on('note.seen', seen),
  'ticket.follow-up': ask('ticket.follow-up', 'follow-up'),
} as const satisfies Record<string, Runtime>
