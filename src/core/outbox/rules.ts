/**
 * @file What may happen to an outgoing message, decided without doing anything. Posting has no idempotency key, so the
 * one question behind every rule here is: could X have it already?
 */
import type { Failure } from '../../shared/errors.ts'
import type { JobState } from '../../shared/domain/outbox.ts'
import { instantOfId } from '../x/dates.ts'

/** How long one request to X may take before its outcome counts as unknown, ms. */
export const requestTimeoutMs = 30_000
/** The first look comes no sooner than this after the timeout: the request may still be in flight, timelines lag. */
export const firstLookAfterMs = requestTimeoutMs + 30_000
export const nextLookAfterMs = 60_000
/** After so many looks that did not show the message, the agent decides. */
export const looksAtMost = 2
/** A message whose time passed longer ago than this while nothing ran is not sent by itself any more. */
export const missedAfterMs = 10 * 60_000
/** A held message waits this long before it leaves, until its brand says otherwise. */
export const holdMs = { public: 10_000, dm: 5_000 }

const moves: Record<JobState, readonly JobState[]> = {
  held: ['queued', 'recalled', 'missed', 'dropped', 'stopped'],
  queued: ['sending', 'recalled', 'missed', 'refused', 'dropped', 'stopped', 'ask'],
  sending: ['sent', 'queued', 'refused', 'unsure', 'stopped'],
  unsure: ['sent', 'queued', 'refused', 'dropped', 'recalled', 'stopped'],
  refused: ['queued', 'held', 'recalled', 'dropped', 'stopped'],
  missed: ['queued', 'held', 'recalled', 'dropped', 'stopped'],
  // Frozen: only an agent lets it go.
  stopped: ['queued', 'held', 'recalled', 'dropped'],
  ask: ['queued', 'held', 'recalled', 'dropped', 'stopped'],
  sent: [],
  recalled: [],
  dropped: [],
}

/** Whether a message may go from one state to the other; the one place that says so. */
export const mayMove = (from: JobState, to: JobState): boolean => moves[from].includes(to)

/** The first post of a chain that X does not have, and what it goes under. */
export type NextPart = { index: number; text: string; targetPostId: string | null; isFirst: boolean }

/**
 * Where a chain goes on; null when X has all of it. The first part answers the chain's own target, every other one the
 * part before it.
 * @param progress ids at X of the parts that are there, in their order
 */
export function nextPart(
  parts: readonly string[],
  targetPostId: string | null,
  progress: readonly string[],
): NextPart | null {
  const index = progress.length
  const text = parts[index]
  if (text === undefined) return null
  return { index, text, targetPostId: progress.at(-1) ?? targetPostId, isFirst: index === 0 }
}

/** What to do after an attempt failed. `pauseLaneUntil`: nothing of this lane leaves before that instant. */
export type AfterFailure = {
  state: 'queued' | 'refused' | 'unsure'
  nextTryAt: number | null
  pauseLaneUntil: number | null
}

/**
 * Reads a failed attempt. Only two kinds may be sent again without a person: no byte left the machine (`x.offline`),
 * or X refused in a way that proves no effect (429, 402). X's "duplicate content" says that the text is there already:
 * that is looked for, like every unknown outcome.
 * @param now epoch ms · @param tries attempts made so far, this one included
 */
export function afterFailure(failure: Failure, now: number, tries: number): AfterFailure {
  if (failure.is('x.offline')) {
    const wait = Math.min(5_000 * 2 ** Math.min(tries - 1, 5), 120_000)
    return { state: 'queued', nextTryAt: now + wait, pauseLaneUntil: now + wait }
  }
  if (failure.is('x.rate-limited')) {
    const until = Math.max(failure.data.resetAt, now + 1_000)
    return { state: 'queued', nextTryAt: until, pauseLaneUntil: until }
  }
  if (failure.is('x.credits')) {
    const until = now + 15 * 60_000
    return { state: 'queued', nextTryAt: until, pauseLaneUntil: until }
  }
  if (failure.is('x.refused') && failure.data.reason !== 'duplicate') {
    return { state: 'refused', nextTryAt: null, pauseLaneUntil: null }
  }
  if (
    failure.is('x.reconnect') ||
    failure.is('vault.absent') ||
    failure.is('vault.locked') ||
    failure.is('vault.unreachable')
  ) {
    return { state: 'refused', nextTryAt: null, pauseLaneUntil: null }
  }
  return { state: 'unsure', nextTryAt: null, pauseLaneUntil: null }
}

/**
 * Reads a failure of bringing files to X: the job itself has not left, so that no outcome is unknown.
 * @param now epoch ms · @param tries attempts made so far
 */
export function afterFailedUpload(failure: Failure, now: number, tries: number): AfterFailure {
  const after = afterFailure(failure, now, tries + 1)
  if (after.state !== 'unsure') return after
  if (!failure.code.startsWith('x.') || failure.is('x.refused'))
    return { state: 'refused', nextTryAt: null, pauseLaneUntil: null }
  return { state: 'queued', nextTryAt: now + 30_000, pauseLaneUntil: null }
}

/**
 * When to look again whether X has it; null when the agent decides.
 * @param sendingAt when the first byte may have left, epoch ms · @param looks looks made so far
 */
export function nextLookAt(sendingAt: number, looks: number): number | null {
  return looks >= looksAtMost ? null : sendingAt + firstLookAfterMs + looks * nextLookAfterMs
}

/** From when on an agent may send a doubtful message again; before, the first one may still arrive. */
export const mayRepeatFrom = (sendingAt: number): number =>
  sendingAt + firstLookAfterMs + (looksAtMost - 1) * nextLookAfterMs

/** When to look again after a look that X did not answer; it counts as none. @param now epoch ms */
export const afterFailedLook = (failure: Failure, now: number): number =>
  Math.max(now + nextLookAfterMs, failure.is('x.rate-limited') ? failure.data.resetAt : 0)

/** An id that says an instant this near to X's time is taken at its word, ms. */
const idNearMs = 10 * 60_000

/**
 * When X made what it just took, in the whole seconds that X tells later. Neither this machine's clock nor a slow answer
 * may move it: a customer who writes right after it is not answered.
 * @param xNow what time it is for X, epoch ms
 */
export function sentAt(itemId: string, xNow: number): number {
  const made = instantOfId(itemId)
  return Math.floor((Math.abs(made - xNow) < idNearMs ? made : xNow) / 1_000) * 1_000
}

/** A message that should have left while nothing ran: too old to leave by itself. */
export const isMissed = (dueAt: number, now: number): boolean => now - dueAt > missedAfterMs

const leadingRun = /^(?:@\w{1,15}\s+)+/u
const links = /https?:\/\/\S+/gu
const escapes: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/**
 * The part of a text that survives X: without the leading run of @names that X adds, links that X shortens, HTML
 * escapes and white space. Two texts with the same core are the same message.
 */
export function messageCore(text: string): string {
  return text
    .replace(/&(?:amp|lt|gt);/gu, (escape) => escapes[escape] ?? escape)
    .normalize('NFC')
    .replace(leadingRun, '')
    .replace(links, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
