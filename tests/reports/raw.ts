/** @file Whole tables of a workspace, as they stand, for the plain count. */
import { openConnection } from '../../src/core/db/connection.ts'
import type { Raw } from './plain.ts'

/** Reads each table at most once. @returns the tables, and what closes the file again */
export function rawTables(file: string, key: string): { raw: Raw; close(): void } {
  const reader = openConnection(file, key, 'read', () => {})
  const tables = new Map<string, ReturnType<Raw>>()
  return {
    raw(table) {
      const rows =
        tables.get(table) ?? reader.prepare<ReturnType<Raw>[number]>(`SELECT * FROM ${table}`).all()
      tables.set(table, rows)
      return rows
    },
    close: () => reader.close(),
  }
}
