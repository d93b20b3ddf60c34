/** @file Small things that are remembered of who sits here; those who did not say who they are share theirs. */
import type { Reads } from '../db/database.ts'
import { currentAgent } from './repo.ts'

/** Under which name of `db/settings.ts` it is kept. */
export const ownSettingName = async (read: Reads, what: string): Promise<string> =>
  `${what}:${(await currentAgent(read))?.id ?? 'nobody'}`
