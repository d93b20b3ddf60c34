/** @file Which tickets an incident may gather, who hears of it and who does not, and when the last one does. Pure. */
import type { Guard } from '../../shared/domain/guard.ts'
import type { Skip, TellKind, Told } from '../../shared/domain/incident.ts'
import type { Channel, JobState } from '../../shared/domain/outbox.ts'
import type { Routes, TicketStatus } from '../../shared/domain/ticket.ts'
import { isOver } from '../../shared/domain/transitions.ts'
import { plainOf, withoutAddresses } from '../guards/plain-text.ts'
import { isSameText } from '../guards/similar.ts'
import { fitsAt, windows } from '../outbox/limits.ts'

/** The words of a text, numbers among them: "error 503" is no "error 404". */
const wordsIn = (text: string): string =>
  plainOf(withoutAddresses(text))
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a text holds one of the terms, as whole words. Case, signs and web addresses do not matter. */
export function holdsTerm(text: string, terms: readonly string[]): boolean {
  const said = ` ${wordsIn(text)} `
  return terms.some((term) => {
    const words = wordsIn(term)
    return words !== '' && said.includes(` ${words} `)
  })
}

/** How far a message came, by where its job stands. Null: it was taken back, and nobody was told. */
export function toldBy(state: JobState): Told | null {
  if (state === 'sent') return 'sent'
  if (state === 'recalled' || state === 'dropped') return null
  return state === 'refused' || state === 'missed' ? 'failed' : 'waiting'
}

/** What most of all is true of several messages to one customer: one that X has outweighs the others. */
export function toldByAll(states: readonly JobState[]): Told | null {
  const all = states.map(toldBy)
  return (['sent', 'waiting', 'failed'] as const).find((told) => all.includes(told)) ?? null
}

/** A customer of an incident, before anything is written to them. */
export type Listener = {
  status: TicketStatus
  /** How far earlier messages of this kind came. */
  told: Told | null
  /** They have an answer of this incident, or one that leaves just now. */
  hasAnswer: boolean
  /** A reply of ours is on its way. */
  isOnItsWay: boolean
  /** Somebody writes to them. */
  hasDraft: boolean
  /** Somebody answered since their last message. */
  isAnswered: boolean
  /** How their newest message came. */
  channel: Channel
  routes: Routes
}

const skip = (why: Skip['why'], more: Partial<Skip> = {}): Skip => ({
  why,
  route: null,
  guards: [],
  ...more,
})

/**
 * The way on which a customer hears of it: where they wrote last, if X lets us answer there. X refuses an answer to
 * somebody who did not address the brand in so many words, so "perhaps" is no way for many at once.
 */
export function wayOf(listener: Pick<Listener, 'channel' | 'routes'>): Channel | null {
  const { routes } = listener
  const ways: Channel[] = listener.channel === 'dm' ? ['dm', 'public'] : ['public', 'dm']
  const isOpen = { public: routes.public.open === 'yes', dm: routes.dm.open }
  return ways.find((way) => isOpen[way]) ?? null
}

/** Why this customer gets no message of this kind; null: they get one. */
export function skipOf(kind: TellKind, listener: Listener): Skip | null {
  const { routes } = listener
  if (listener.told === 'sent' || listener.told === 'waiting') return skip('told')
  if (listener.isOnItsWay) return skip('on-its-way')
  // Whoever was told that something is wrong hears that it is over, solved or not.
  if (isOver(listener.status) && !(kind === 'all-clear' && listener.hasAnswer)) return skip('over')
  if (listener.hasDraft) return skip('draft')
  if (kind === 'answer' && listener.isAnswered) return skip('answered')
  if (wayOf(listener) === null)
    return skip('no-way', {
      route: routes.public.reason === 'no-public-post' ? routes.dm.reason : routes.public.reason,
    })
  return null
}

export const guarded = (guards: readonly Guard[]): Skip => skip('guarded', { guards: [...new Set(guards)] })
export const unfilled = skip('unfilled')
export const tooLong = skip('too-long')
export const alike = skip('alike')

/** So many messages may say the same before X, or a reader, takes them for spam. */
const alikeAtMost = 3

/** Which of these texts, in the order in which they leave, come after others that say the same. */
export function tooAlike(texts: readonly string[]): Set<number> {
  const groups: { text: string; count: number }[] = []
  const found = new Set<number>()
  for (const [index, text] of texts.entries()) {
    const group = groups.find((one) => isSameText(one.text, text))
    if (!group) groups.push({ text, count: 1 })
    else if (++group.count > alikeAtMost) found.add(index)
  }
  return found
}

/** A request that is to leave, and those that left or wait before it. */
export type Leaving = { handleId: string; appId: string; family: 'posts' | 'dms' }

/**
 * When the last of these is gone, one after another, within X's limits.
 * @param known requests that left, and those that wait, with their instants · @param from epoch ms
 * @returns null when there are none
 */
export function finishOf(
  leaving: readonly Leaving[],
  known: readonly (Leaving & { at: number })[],
  from: number,
): number | null {
  const all = [...known]
  let finish: number | null = null
  for (const one of leaving) {
    let at = from
    for (const window of windows.filter(({ family }) => family === one.family)) {
      const counting = all
        .filter(
          (other) =>
            other.family === one.family &&
            (window.per === 'app' ? other.appId === one.appId : other.handleId === one.handleId),
        )
        .map((other) => other.at)
        .toSorted((a, b) => a - b)
      at = Math.max(at, fitsAt(window, counting, at))
    }
    all.push({ ...one, at })
    finish = Math.max(finish ?? at, at)
  }
  return finish
}
