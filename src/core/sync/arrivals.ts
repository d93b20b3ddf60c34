/** @file The rows of arrivals: how many items came in each hour, for two weeks. */
import type { Reads, Tx } from '../db/database.ts'
import { rhythmHours, type HourCount } from './rhythm.ts'
import type { SourceRef } from './sources.ts'

const hourMs = 3_600_000

/** Counts by the hour in which each item was written. What is older than a rhythm reaches is left out. */
export function countByHour(writtenAt: readonly number[], now: number): HourCount[] {
  const oldest = Math.floor(now / hourMs) - rhythmHours
  const counts = new Map<number, number>()
  for (const at of writtenAt) {
    const hour = Math.floor(at / hourMs)
    if (hour >= oldest) counts.set(hour, (counts.get(hour) ?? 0) + 1)
  }
  return [...counts].map(([hour, items]) => ({ hour, items }))
}

/** Adds to what is counted, and forgets what is too old. */
export function noteArrivals(tx: Tx, ref: SourceRef, counts: readonly HourCount[]): void {
  const { handleId, source, subject } = ref
  const add = tx.raw(
    `INSERT INTO arrivals (handle_id, source, subject, hour, items) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (handle_id, source, subject, hour) DO UPDATE SET items = items + excluded.items`,
  )
  for (const { hour, items } of counts) add.run(handleId, source, subject, hour, items)
  if (counts.length > 0)
    tx.raw('DELETE FROM arrivals WHERE handle_id = ? AND source = ? AND subject = ? AND hour < ?').run(
      handleId,
      source,
      subject,
      Math.floor(tx.at / hourMs) - rhythmHours,
    )
}

/** Every count, by `<handle> <source> <subject>`. */
export async function loadArrivals(read: Reads): Promise<Map<string, HourCount[]>> {
  const rows = await read.selectFrom('arrivals').selectAll().execute()
  const all = new Map<string, HourCount[]>()
  for (const { handle_id, source, subject, hour, items } of rows) {
    const key = `${handle_id} ${source} ${subject}`
    all.set(key, [...(all.get(key) ?? []), { hour, items }])
  }
  return all
}
