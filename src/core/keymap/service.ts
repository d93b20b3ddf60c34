/** @file Remembers which keys each person works with. */
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

export function keymapService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'keymap.set'> {
  return {
    'keymap.set': async ({ keymap }) => {
      await database.write(async (tx) => {
        await keepSetting(tx, await ownSettingName(tx.db, 'keymap'), keymap)
        tx.touch.session()
      })
      return {}
    },
  }
}
