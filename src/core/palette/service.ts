/** @file Remembers what each person chooses in the palette. */
import type { Contract } from '../../shared/contract/contract.ts'
import { PaletteUse, usedOnce } from '../../shared/domain/palette.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { ownSettingName } from '../agents/own-setting.ts'
import type { Database, Reads } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import type { CallContext } from '../rpc-context.ts'

const nameFor = (read: Reads): Promise<string> => ownSettingName(read, 'palette')

const usesIn = async (read: Reads, name: string): Promise<PaletteUse[]> =>
  (await setting(read, name, PaletteUse.array())) ?? []

export function paletteService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'palette.uses' | 'palette.use'> {
  return {
    'palette.uses': async () => usesIn(database.read, await nameFor(database.read)),
    'palette.use': async ({ key }) => {
      await database.write(async (tx) => {
        const name = await nameFor(tx.db)
        await keepSetting(tx, name, usedOnce(await usesIn(tx.db, name), key, tx.at))
      })
      return {}
    },
  }
}
