/** @file Remembers which emoji each person sets in. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { ownSettingName } from '../agents/own-setting.ts'
import type { Database, Reads } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import type { CallContext } from '../rpc-context.ts'

const keptAtMost = 40

const nameFor = (read: Reads): Promise<string> => ownSettingName(read, 'emoji')

const recentIn = async (read: Reads, name: string): Promise<string[]> =>
  (await setting(read, name, z.array(z.string()))) ?? []

export function emojiService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'emoji.recent' | 'emoji.use'> {
  return {
    'emoji.recent': async () => recentIn(database.read, await nameFor(database.read)),
    'emoji.use': async ({ emoji }) => {
      await database.write(async (tx) => {
        const name = await nameFor(tx.db)
        const before = await recentIn(tx.db, name)
        await keepSetting(tx, name, [emoji, ...before.filter((one) => one !== emoji)].slice(0, keptAtMost))
      })
      return {}
    },
  }
}
