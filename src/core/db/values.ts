/**
 * @file How JavaScript values stand in the database, in one place: SQLite has neither booleans nor JSON columns.
 */
import type { z } from 'zod'

/** A truth value as the tables hold it. */
export type Flag = 0 | 1

export const flag = (value: boolean): Flag => (value ? 1 : 0)
export const isSet = (value: number | null): boolean => value === 1

/** JSON for a column; null stays null. */
export const toJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

/** Reads a JSON column through its schema. Null stays null. @throws ZodError when the row does not fit: a bug */
export const fromJson = <T>(schema: z.ZodType<T>, json: string | null): T | null =>
  json === null ? null : schema.parse(JSON.parse(json))
