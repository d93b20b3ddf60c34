/** @file Whether what is said to be read ever shrinks: compares the sources' rows after every death of core. */
import { z } from 'zod'
import type { Journal } from './journal.ts'
import type { Query } from './inside.ts'

const Row = z.object({
  handle: z.string(),
  source: z.string(),
  subject: z.string(),
  since: z.string().nullable(),
  complete: z.number().nullable(),
})
const sources = `SELECT h.username AS handle, s.source, s.subject, s.since_id AS since, s.complete_to_at AS complete
  FROM sources s JOIN handles h ON h.id = s.handle_id`

export type Cursors = {
  look(query: Query): void
  regressions(): number
}

export function cursorWatch(journal: Journal): Cursors {
  const known = new Map<string, z.infer<typeof Row>>()
  let regressions = 0
  return {
    look(query) {
      const check = query(z.object({ quick_check: z.string() }), 'PRAGMA quick_check')
      if (check[0]?.quick_check !== 'ok') journal.wrong(`the database is damaged: ${JSON.stringify(check)}`)
      for (const row of query(Row, sources)) {
        const key = `${row.handle} ${row.source} ${row.subject}`
        const before = known.get(key)
        const isBack =
          before &&
          (BigInt(before.since ?? 0) > BigInt(row.since ?? 0) || (before.complete ?? 0) > (row.complete ?? 0))
        if (isBack) {
          regressions++
          journal.wrong(`cursor of ${key} went back: ${JSON.stringify(before)} to ${JSON.stringify(row)}`)
        }
        known.set(key, row)
      }
      const lost = query(z.object({ source: z.string() }), sources).length
      if (lost < known.size) {
        regressions++
        journal.wrong(`${known.size - lost} rows of sources are gone`)
      }
    },
    regressions: () => regressions,
  }
}
