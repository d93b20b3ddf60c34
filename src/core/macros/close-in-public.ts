/** @file The brand's public last word after something was settled in private. Writes nothing. */
import type { Contract } from '../../shared/contract/contract.ts'
import { fillIn } from '../../shared/domain/macro-text.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { ticketState } from '../tickets/repo.ts'
import { valuesOf } from './values.ts'

export function closeInPublicService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'reply.close-in-public'> {
  return {
    'reply.close-in-public': async ({ ticketId }) => {
      const { read } = database
      const { brandId } = await ticketState(read, ticketId)
      const { text } = await brandSetting(read, brandId, 'closeInPublic')
      return { text: fillIn(text, await valuesOf(read, ticketId)) }
    },
  }
}
