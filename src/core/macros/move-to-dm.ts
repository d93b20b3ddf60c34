/** @file The sentence that asks a customer in public to go on in direct messages. Writes nothing. */
import type { Contract } from '../../shared/contract/contract.ts'
import { fillIn } from '../../shared/domain/macro-text.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Database } from '../db/database.ts'
import { movedHandles } from '../dms/signals.ts'
import type { CallContext } from '../rpc-context.ts'
import { ticketState } from '../tickets/repo.ts'
import { valuesOf } from './values.ts'

type Parts = { database: Database; xWebOrigin: string; now: () => number }

export function moveToDmService({
  database,
  xWebOrigin,
  now,
}: Parts): Pick<Handlers<Contract, CallContext>, 'reply.move-to-dm'> {
  return {
    'reply.move-to-dm': async ({ ticketId }) => {
      const { read } = database
      const { brandId, handleId } = await ticketState(read, ticketId)
      const setting = await brandSetting(read, brandId, 'moveToDm')
      const words = fillIn(setting.text, await valuesOf(read, ticketId))
      const isEncrypted = (await movedHandles(read, now())).has(handleId)
      if (!setting.link || isEncrypted) return { text: words, isEncrypted }
      const { x_user_id: us } = await read
        .selectFrom('handles')
        .select('x_user_id')
        .where('id', '=', handleId)
        .executeTakeFirstOrThrow()
      return { text: `${words} ${xWebOrigin}/messages/compose?recipient_id=${us}`, isEncrypted }
    },
  }
}
