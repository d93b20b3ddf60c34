/** @file Keeps where the agent is, some moments after each move, so that a restart begins there. */
import type { DeckView } from '../../shared/domain/deck.ts'
import type { Place } from '../../shared/domain/place.ts'
import type { Console } from './console.ts'
import type { Rows } from './rows.ts'
import type { Session } from './session.ts'

/** An agent who goes through rows writes nothing down before they rest. */
const restMs = 1_000

/** Columns that are remembered: those of decks that were looked at since the start. */
const columnsAtMost = 60

export function placeOf(rows: Rows, { deckId, columnId, cursors, openTicketId }: Session): Place {
  const known = Object.entries(cursors).flatMap(([column, rowId]) => {
    const at = rows.columns.get(column)?.ids.indexOf(rowId) ?? -1
    return at < 0 ? [] : [[column, { rowId, at }] as const]
  })
  return { deckId, columnId, cursors: Object.fromEntries(known.slice(-columnsAtMost)), openTicketId }
}

/** What of a place is still there; null when its deck or its column is not. */
export function placeIn(place: Place, decks: readonly DeckView[]): Partial<Session> | null {
  const deck = decks.find(({ id }) => id === (place.deckId ?? decks[0]?.id))
  const isThere = deck?.columns.some(({ id }) => id === place.columnId) ?? false
  if (!isThere) return null
  const { deckId, columnId, openTicketId } = place
  const cursors = Object.fromEntries(
    Object.entries(place.cursors).map(([column, { rowId }]) => [column, rowId]),
  )
  return { deckId, columnId, cursors, openTicketId, begun: true }
}

/** Begins to keep it. The screen that clients see is nobody's place. */
export function keepPlace(c: Pick<Console, 'clock' | 'rows' | 'session' | 'call' | 'attempt'>): void {
  let kept = ''
  let forget = () => {}
  function keep(): void {
    const session = c.session.getState()
    if (!session.begun || session.onlyBrandId !== null || session.workspace.state !== 'open') return
    const place = placeOf(c.rows.getState(), session)
    const key = JSON.stringify(place)
    if (key === kept) return
    kept = key
    c.attempt(() => c.call('place.keep', { place }))
  }
  c.session.subscribe((now, before) => {
    const moved =
      now.cursors !== before.cursors ||
      now.columnId !== before.columnId ||
      now.deckId !== before.deckId ||
      now.openTicketId !== before.openTicketId
    if (!moved) return
    forget()
    forget = c.clock.after(restMs, keep)
  })
}
