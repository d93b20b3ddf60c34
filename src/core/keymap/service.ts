/** @file Remembers which keys each person works with, and which of them they were shown. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import { Keymap, plainKeymap } from '../../shared/keymap.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { ownSettingName } from '../agents/own-setting.ts'
import type { Database, Reads } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import type { CallContext } from '../rpc-context.ts'

/** The keys of who sits here. */
export const keymapIn = async (read: Reads): Promise<Keymap> =>
  (await setting(read, await ownSettingName(read, 'keymap'), Keymap)) ?? plainKeymap

const Trained = z.array(z.string())

/** Commands whose key who sits here was shown. */
export const trainedIn = async (read: Reads): Promise<string[]> =>
  (await setting(read, await ownSettingName(read, 'trained'), Trained)) ?? []

export function keymapService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'keymap.set' | 'keymap.taught'> {
  return {
    'keymap.taught': async ({ command }) => {
      await database.write(async (tx) => {
        const before = await trainedIn(tx.db)
        if (!before.includes(command))
          await keepSetting(tx, await ownSettingName(tx.db, 'trained'), [...before, command])
      })
      return {}
    },
    'keymap.set': async ({ keymap }) => {
      await database.write(async (tx) => {
        await keepSetting(tx, await ownSettingName(tx.db, 'keymap'), keymap)
        tx.touch.session()
      })
      return {}
    },
  }
}
