/** @file Says who is at the keyboard. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { sit, skip } from './repo.ts'

type Methods = 'agent.sit' | 'agent.skip'

export function agentService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'agent.sit': ({ name, initials }) => database.write((tx) => sit(tx, name, initials)),
    'agent.skip': async () => {
      await database.write(skip)
      return {}
    },
  }
}
