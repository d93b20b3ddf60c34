/** @file Reads the page and its rows, again whenever something of theirs moved; opens the page by itself. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { HandoverLine, HandoverRow, HandoverView } from '../../../shared/domain/handover.ts'
import { zoneHere } from '../../commands/handover.ts'
import { paced } from '../../state/paced.ts'
import { workKinds } from '../../state/touched.ts'
import { useConsole, useRows, useSession } from '../console-context.ts'
import { mayAsk, mayOpen, openIfDue } from './by-itself.ts'

/** A busy morning moves often: the page is read this often at most, ms. */
const gapMs = 1_000

/** Null before the first answer. */
export function useHandover(): { view: HandoverView | null; readAgain: () => void } {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads)
  const [view, setView] = useState<HandoverView | null>(null)
  const [asked, setAsked] = useState(0)
  const pace = useMemo(() => paced(c.clock, gapMs, c.tell), [c])
  useEffect(() => () => pace.stop(), [pace])
  useEffect(() => {
    pace.ask('handover', async () => setView(await c.call('handover.get', { zone: zoneHere() })))
  }, [c, pace, reads, asked])
  return { view, readAgain: useCallback(() => setAsked((n) => n + 1), []) }
}

export type OpenLine = { brandId: string; line: HandoverLine; sinceAt: number }
export type LineRead = { of: OpenLine; rows: readonly HandoverRow[]; count: number }

/** The rows of the line that is open; null while they are read, and while none is. */
export function useLineRows(open: OpenLine | null): LineRead | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads)
  const [read, setRead] = useState<LineRead | null>(null)
  const wanted = useRef(open)
  const pace = useMemo(() => paced(c.clock, gapMs, c.tell), [c])
  useEffect(() => () => pace.stop(), [pace])
  useEffect(() => {
    wanted.current = open
    if (open === null) return
    pace.ask(`${open.brandId} ${open.line}`, async () => {
      const found = await c.call('handover.rows', { zone: zoneHere(), ...open })
      if (wanted.current === open) setRead({ of: open, ...found })
    })
  }, [c, pace, open, reads])
  return read !== null && read.of === open ? read : null
}

/** The agent's day that an instant is in, as core reckons it; another one is only asked about. */
const dayOf = (at: number): string => new Date(at - 4 * 3_600_000).toDateString()

/** Tells of the first touch of a day, with when this window was touched last before it. */
function useTouchedBefore(onNewDay: (touchedAt: number) => void): void {
  const c = useConsole()
  // Before that nobody knows what time it is in the workspace.
  const isKnown = useRows((rows) => rows.session !== null)
  useEffect(() => {
    if (!isKnown) return
    let touchedAt = c.now()
    const touch = (): void => {
      const before = touchedAt
      touchedAt = c.now()
      if (dayOf(touchedAt) !== dayOf(before)) onNewDay(before)
    }
    for (const kind of workKinds) window.addEventListener(kind, touch, { capture: true })
    const unsubscribe = c.host.onEvent((event) => {
      if (event.kind === 'touched') touch()
    })
    return () => {
      unsubscribe()
      for (const kind of workKinds) window.removeEventListener(kind, touch, { capture: true })
    }
  }, [c, isKnown, onNewDay])
}

/**
 * Opens the page at the first start of a day, and when somebody else sits down, if there is something to tell. It is
 * asked until somebody begins to work, since what came over night is only read then; later nothing opens by itself, but
 * for what was due and had something in its way.
 */
export function useHandoverShown(): void {
  const c = useConsole()
  const who = useRows((rows) => (rows.session === null ? undefined : (rows.session.agent?.id ?? null)))
  const reads = useRows((rows) => rows.reads.brands)
  const begun = useSession((session) => session.begun)
  const asks = useSession(mayAsk)
  const opens = useSession(mayOpen)
  const [newDay, setNewDay] = useState<number | null>(null)
  useTouchedBefore(setNewDay)
  const done = useRef<string | null>(null)
  const owed = useRef<string | null>(null)
  const pace = useMemo(() => paced(c.clock, gapMs, c.tell), [c])
  useEffect(() => () => pace.stop(), [pace])
  useEffect(() => {
    const stay = `${who} ${newDay}`
    if (who === undefined || !asks || done.current === stay || (owed.current === stay && !opens)) return
    pace.ask('begin', async () => {
      const told = await openIfDue(c, newDay)
      owed.current = told === 'later' ? stay : null
      if (told === 'opened' || (told === 'nothing' && begun)) done.current = stay
    })
  }, [c, pace, who, reads, begun, asks, opens, newDay])
}
