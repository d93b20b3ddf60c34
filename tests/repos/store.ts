/** @file What the repo suite runs on: a store of either kind, empty, with the newest schema. */
import type { Database, Reads } from '../../src/core/db/database.ts'

export type Store = {
  read: Reads
  write: Database['write']
  end(): Promise<void>
}
