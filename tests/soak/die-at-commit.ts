/**
 * @file Loaded before core: ends its process at a commit that was named, with all rows written and nothing committed, or
 * with everything committed and nobody told.
 */
/// <reference path="../../src/core/db/sqlite.d.ts" />
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { z } from 'zod'

/** The name in the environment; its value is a `Death` as JSON. */
export const deathName = 'SWITCHBOARD_SOAK_DEATH'

/** The commit counts from 1. */
export const Death = z.object({ commit: z.number().int().min(1), when: z.enum(['before', 'after']) })
export type Death = z.infer<typeof Death>

const named = process.env[deathName]
if (named !== undefined) {
  const { commit, when } = Death.parse(JSON.parse(named))
  const { exec } = Sqlite.prototype
  let count = 0
  Sqlite.prototype.exec = function (this: Sqlite.Database, sql: string) {
    const isIt = sql === 'COMMIT' && ++count === commit
    if (isIt && when === 'before') process.kill(process.pid, 'SIGKILL')
    const result = exec.call(this, sql)
    if (isIt && when === 'after') process.kill(process.pid, 'SIGKILL')
    return result
  }
}
