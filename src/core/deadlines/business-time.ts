/**
 * @file Business time of one brand: the instants between which it is open, and arithmetic over them. Where a day begins
 * and what a change of the clocks does to it is the library's affair; here instants are only counted.
 *
 * [Note: Opening spans are kept] Intake asks for a deadline with every ticket. The spans are therefore made once, so many
 * weeks at a time, and looked up afterwards.
 */
import { Temporal } from 'temporal-polyfill'
import { weekdays, type Holiday, type OpenWeek } from '../../shared/domain/deadline-settings.ts'
import { holidayDates } from './holidays.ts'

/** From when to when a brand is open, or a clock stands; epoch ms, the end not included. */
export type Span = { from: number; until: number }

export type BusinessTime = {
  /** The instant when so much open time has passed since `from`, without what lies in `pauses`. */
  plus(from: number, openMs: number, pauses?: readonly Span[]): number
  /** The open time between two instants, without what lies in `pauses`, ms. */
  between(from: number, until: number, pauses?: readonly Span[]): number
  /** The same as the spans of which it is the sum, oldest first, each within one day of the brand's zone. */
  spansBetween(from: number, until: number, pauses?: readonly Span[]): Span[]
  isOpen(at: number): boolean
  /** The first opening after `at`; null when it is always open, or nothing opens for a year. */
  nextOpening(at: number): number | null
  /** When it closes; null while it is closed, and when it is always open. */
  closesAt(at: number): number | null
}

const dayMs = 24 * 60 * 60_000
/** So many days are made at once. */
const chunkDays = 28
const chunkMs = chunkDays * dayMs
/** Nobody waits longer for an opening: a calendar that has none counts plain time from there. */
const giveUpMs = 400 * dayMs
const epoch = Temporal.PlainDate.from('1970-01-01')

/** @param zone IANA name */
export function businessTime(zone: string, week: OpenWeek, holidays: readonly Holiday[]): BusinessTime {
  const chunks = new Map<number, Chunk>()

  /** The spans of the days `chunk * chunkDays` and on, counted from 1970 in the brand's zone. */
  function chunkAt(chunk: number): Chunk {
    const known = chunks.get(chunk)
    if (known) return known
    const first = epoch.add({ days: chunk * chunkDays })
    const closed = holidayDates(holidays, first, first.add({ days: chunkDays }))
    const made: Span[] = []
    for (let n = 0; n < chunkDays; n++) {
      const date = first.add({ days: n })
      if (!closed.has(date.toString())) made.push(...spansOn(date))
    }
    const kept = { spans: made, sums: sumsOf(made) }
    chunks.set(chunk, kept)
    return kept
  }

  /** The open time between two instants, by sums: a report asks for hundreds of thousands. */
  function openBetween(from: number, until: number): number {
    let sum = 0
    // A day begins up to 14 hours before or after that of UTC.
    for (let chunk = Math.floor((from - dayMs) / chunkMs); chunk * chunkMs < until + dayMs; chunk++) {
      const { spans, sums } = chunkAt(chunk)
      if (spans.length > 0) sum += openBefore(spans, sums, until) - openBefore(spans, sums, from)
    }
    return sum
  }

  function spansOn(date: Temporal.PlainDate): Span[] {
    const weekday = weekdays[date.dayOfWeek - 1] ?? 'mon'
    const instant = (time: string): number =>
      time === '24:00'
        ? date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
        : date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
    return (
      week[weekday]
        .map(({ from, to }) => ({ from: instant(from), until: instant(to) }))
        // What a change of the clocks leaves out was never open.
        .filter(({ from, until }) => from < until)
    )
  }

  /** The spans that end after `at`, oldest first. */
  function* after(at: number): Generator<Span> {
    // A day begins up to 14 hours before or after that of UTC.
    const first = Math.floor((at - dayMs) / chunkMs)
    let opened = at
    for (let chunk = first; chunk * chunkMs < opened + giveUpMs; chunk++) {
      const { spans } = chunkAt(chunk)
      for (let index = firstEndingAfter(spans, at); index < spans.length; index++) {
        const span = spans[index]
        if (!span) continue
        opened = Math.max(opened, span.until)
        yield span
      }
    }
  }

  function* working(from: number, pauses: readonly Span[]): Generator<Span> {
    for (const span of after(from))
      yield* without({ from: Math.max(span.from, from), until: span.until }, pauses)
  }

  return {
    plus(from, openMs, pauses = []) {
      let left = openMs
      let reached = from
      for (const span of working(from, pauses)) {
        const length = span.until - span.from
        if (left <= length) return span.from + left
        left -= length
        reached = span.until
      }
      return reached + left
    },
    between(from, until, pauses = []) {
      if (until <= from) return 0
      let sum = openBetween(from, until)
      let reached = from
      for (const pause of pauses.length > 1
        ? pauses.toSorted((one, other) => one.from - other.from)
        : pauses) {
        const [begins, ends] = [Math.max(pause.from, reached), Math.min(pause.until, until)]
        if (begins >= ends) continue
        sum -= openBetween(begins, ends)
        reached = ends
      }
      return sum
    },
    spansBetween(from, until, pauses = []) {
      const found: Span[] = []
      for (const span of working(from, pauses)) {
        if (span.from >= until) break
        found.push({ from: span.from, until: Math.min(span.until, until) })
      }
      return found
    },
    isOpen(at) {
      for (const span of after(at)) return span.from <= at
      return false
    },
    nextOpening(at) {
      let openUntil = at
      for (const span of after(at)) {
        // A span that begins where another ends, at midnight, opens nothing.
        if (span.from > openUntil) return span.from
        if (span.until > at + giveUpMs) break
        openUntil = span.until
      }
      return null
    },
    closesAt(at) {
      let openUntil = at
      for (const span of after(at)) {
        if (span.from > openUntil) return openUntil === at ? null : openUntil
        if (span.until > at + giveUpMs) break
        openUntil = span.until
      }
      return null
    },
  }
}

/** Spans in their order, and how much was open before each of them. */
type Chunk = { spans: readonly Span[]; sums: Float64Array }

function sumsOf(spans: readonly Span[]): Float64Array {
  const sums = new Float64Array(spans.length + 1)
  for (const [index, { from, until }] of spans.entries()) sums[index + 1] = (sums[index] ?? 0) + until - from
  return sums
}

/** What of these spans lies before an instant. */
function openBefore(spans: readonly Span[], sums: Float64Array, at: number): number {
  const index = firstEndingAfter(spans, at)
  const span = spans[index]
  return (sums[index] ?? 0) + (span && span.from < at ? at - span.from : 0)
}

/** What is left of a span. `pauses` may overlap and stand in any order. */
function without(span: Span, pauses: readonly Span[]): Span[] {
  let left = [span]
  for (const pause of pauses) {
    left = left.flatMap((one) => [
      { from: one.from, until: Math.min(one.until, pause.from) },
      { from: Math.max(one.from, pause.until), until: one.until },
    ])
    left = left.filter(({ from, until }) => from < until)
  }
  return left
}

/** By halving: the spans are in order and do not overlap. */
function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.until ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}
