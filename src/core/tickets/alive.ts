/** @file Which tickets are alive, as a condition in the words of the index of those. */
import { sql, type RawBuilder } from 'kysely'
import { alive } from '../../shared/domain/transitions.ts'

const states = sql.join(alive.map((status) => sql.lit(status)))

/** @param table the name that the tickets have in the statement */
export const isAlive = (table: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${table}.status`)} IN (${states})`
