/** @file Remembers where the console was, for the next start. */
import type { Contract } from '../../shared/contract/contract.ts'
import { Place } from '../../shared/domain/place.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import type { CallContext } from '../rpc-context.ts'

const name = 'place'

export function placeService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'place.get' | 'place.keep'> {
  return {
    'place.get': () => setting(database.read, name, Place),
    'place.keep': async ({ place }) => {
      await database.write((tx) => keepSetting(tx, name, place))
      return {}
    },
  }
}
