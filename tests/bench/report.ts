/**
 * @file `report`: a month of four brands out of a year of a million posts, from the call to the report, held against the
 * bare SQL of its own counts: the same statements with the same values, one after the other on one connection.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildReport } from '../../src/core/reports/build.ts'
import { kyselyOver } from '../../src/core/db/kysely-over.ts'
import { openConnection } from '../../src/core/db/connection.ts'
import type { Database } from '../../src/core/db/database.ts'
import { callerOf } from '../../src/core/db/long-reads.ts'
import type { reportWorks } from '../../src/core/reports/works.ts'
import { reportNumbers } from '../../src/shared/domain/report-numbers.ts'
import { ReportAsked } from '../../src/shared/domain/report.ts'
import { testKey, testStart, type TestHandle } from '../database.ts'
import { open } from './grow.ts'
import { rounded, type Figure } from './line.ts'
import { fillYear } from './report-year.ts'
import { against } from './timed.ts'

const goal = 1.5
const posts = 1_000_000
const warm = 2
const runs = 9

/** A month in the middle of the year. */
export const askedMonth = (brands: readonly TestHandle[]): ReportAsked =>
  ReportAsked.parse({
    scope: { brandIds: brands.map(({ brandId }) => brandId) },
    period: { from: '2026-05-01', until: '2026-06-01' },
  })

type Statement = { sql: string; parameters: readonly unknown[] }

/** What one report asks of the database. */
async function statementsOf(database: Database, asked: ReportAsked): Promise<Statement[]> {
  const all: Statement[] = []
  const recording = kyselyOver(async <R>(query: { sql: string; parameters: readonly unknown[] }) => {
    all.push({ sql: query.sql, parameters: query.parameters })
    return database.long.getExecutor().executeQuery<R>(query as never)
  })
  await buildReport(recording, asked, testStart)
  return all
}

/** Measures in a folder of its own below `folder`. */
export async function report(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'report-'))
  try {
    const file = join(own, 'year.db')
    const database = open(file, () => {})
    const brands = await fillYear(database, posts)
    const asked = askedMonth(brands)
    const statements = await statementsOf(database, asked)
    const reader = openConnection(file, testKey, 'read', () => {})
    const count = callerOf<typeof reportWorks>(database.work)
    const built = await count('report.build', { asked, at: testStart })
    const ours = async (): Promise<void> => void (await count('report.build', { asked, at: testStart }))
    const floor = (): void => {
      for (const { sql, parameters } of statements) reader.prepare(sql).all(...(parameters as never[]))
    }
    const { ratio, oursMs, floorMs } = await against(ours, floor, { warm, runs })
    reader.close()
    await database.close()
    const of = (id: string): number => reportNumbers(built).find((one) => one.id === id)?.value ?? 0
    return {
      line: {
        name: 'report',
        value: rounded(ratio),
        unit: 'ratio',
        goal,
        runs,
        floor: 'the bare SQL of its own counts, one statement after the other on one connection',
      },
      notes: [
        `${of('figure.messages-in') + of('figure.messages-out')} messages and ${of('figure.tickets')} tickets in the month, ${statements.length} statements; ours ${rounded(oursMs)} ms, bare ${rounded(floorMs)} ms`,
      ],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}
