/** @file What lies far down a column, as ids alone: who flings through it waits for no rows. */
import type { Database } from '../db/database.ts'
import { mutesOver } from '../mutes/repo.ts'
import { ColumnId } from './column-id.ts'
import { queriesFor, valuesFor } from './kinds.ts'
import { PageEnd, pageEnd, parsed } from './page-end.ts'
import { shownAs } from './shown.ts'

/** As many rows as a window reads at a time where somebody stays. */
const stretchSize = 60

type Places = { stretches: { after: string; ids: string[] }[]; next: string | null }

/**
 * What lies behind a place, as ids in stretches; none where a column is read by pages alone: posts, saved searches, and
 * what a filter or a mute goes through row by row.
 * @param asked `muted`: with what mutes leave out · @param now epoch ms
 * @throws Failure `input.invalid` for a column or a place that does not exist
 */
export async function columnPlaces(
  { read, long }: Pick<Database, 'read' | 'long'>,
  { columnId, after, limit, muted }: { columnId: string; after: string; limit: number; muted: boolean },
  now: number,
): Promise<Places> {
  const column = parsed(ColumnId, columnId, 'columnId')
  const end = parsed(PageEnd, after, 'after')
  const byPages: Places = { stretches: [], next: after }
  // A person writes to several clients: a window that shows one of them gets rows that say whose they are.
  if (column.rows !== 'tickets' || column.kind === 'person') return byPages
  const { kind, brandId, subject } = column
  const { filter, order } = await shownAs(read, columnId)
  const mutes = muted ? [] : await mutesOver(read, { id: columnId, kind }, now)
  if (filter !== undefined || mutes.length > 0) return byPages
  const { places } = await queriesFor(read, kind, brandId, order)
  const values = await valuesFor(read, { kind, brandId, subject, now }, end, limit + 1)
  const all = await places(long, values)
  const shown = all.slice(0, limit)
  const stretches: Places['stretches'] = []
  for (let from = 0; from < shown.length; from += stretchSize)
    stretches.push({
      after: pageEnd(shown[from - 1] ?? end),
      ids: shown.slice(from, from + stretchSize).map(({ id }) => id),
    })
  const last = shown.at(-1)
  return { stretches, next: all.length > limit && last ? pageEnd(last) : null }
}
