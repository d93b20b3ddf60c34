/** @file Small things that the workspace remembers, by name, each as JSON with a schema of its own. */
import type { z } from 'zod'
import type { Reads, Tx } from './database.ts'
import { fromJson } from './values.ts'

/** Null where nothing was remembered under this name. */
export async function setting<T>(read: Reads, name: string, schema: z.ZodType<T>): Promise<T | null> {
  const row = await read.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return fromJson(schema, row?.value ?? null)
}

/** Who shows it is told by the caller. */
export async function keepSetting(tx: Tx, name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await tx.db
    .insertInto('settings')
    .values({ name, value: json })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json }))
    .execute()
}
