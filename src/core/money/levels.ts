/**
 * @file What a budget means: where spending stands, what still runs there, what a brand may spend by default. Pure;
 * docs/money.md has the table for people.
 */
import type { Limits, SpendLevel, SpendStream } from '../../shared/domain/money.ts'
import { dollar } from '../../shared/domain/prices.ts'

export type Spent = { day: number; month: number }

/** A budget warns from here on. */
const warnAt = 0.8

const order: readonly SpendLevel[] = ['open', 'warn', 'slow', 'stopped']

/** Where this spending stands against these limits. A null limits nothing. */
export function levelOf(spent: Spent, limits: Limits): SpendLevel {
  const reached = (limit: number | null, is: number, share: number): boolean =>
    limit !== null && is >= limit * share
  if (reached(limits.dayCap, spent.day, 1) || reached(limits.monthCap, spent.month, 1)) return 'stopped'
  if (reached(limits.dayBudget, spent.day, 1) || reached(limits.monthBudget, spent.month, 1)) return 'slow'
  const near = [
    [limits.dayBudget, spent.day],
    [limits.dayCap, spent.day],
    [limits.monthBudget, spent.month],
    [limits.monthCap, spent.month],
  ] as const
  return near.some(([limit, is]) => reached(limit, is, warnAt)) ? 'warn' : 'open'
}

/** The more serious of two. */
export const worse = (a: SpendLevel, b: SpendLevel): SpendLevel =>
  order.indexOf(a) > order.indexOf(b) ? a : b

/** Nobody waits for these. */
const leisure: ReadonlySet<SpendStream> = new Set(['backfill'])
/** Somebody sits before an open ticket, or a message is on its way: these end last. */
const last: ReadonlySet<SpendStream> = new Set(['send', 'media', 'look', 'thread', 'recheck', 'lookup'])

/** Whether a call for this purpose is still made. How much less often reads come is decided in core/sync. */
export function runsAt(level: SpendLevel, stream: SpendStream): boolean {
  if (level === 'stopped') return last.has(stream)
  if (level === 'slow') return !leisure.has(stream)
  return true
}

/** What a brand may spend on a day before anything is known of it. */
export const firstDayBudget = 10 * dollar

/**
 * The default of a brand: twice what it spent on a day of the last seven, in whole dollars.
 * @param days the last full days, at most seven, in any order
 */
export function defaultBudgets(days: readonly number[]): { day: number; month: number } {
  const sum = days.reduce((all, day) => all + day, 0)
  const day =
    sum === 0 ? firstDayBudget : Math.max(dollar, Math.ceil((2 * sum) / days.length / dollar) * dollar)
  return { day, month: day * 30 }
}
