/** @file What the console may ask of an app's stream. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { CallContext } from '../rpc-context.ts'
import type { StreamEngine } from './engine.ts'

export function streamService({
  stream,
}: {
  stream: Pick<StreamEngine, 'takeOver'>
}): Pick<Handlers<Contract, CallContext>, 'stream.take-over'> {
  return {
    async 'stream.take-over'({ appId }) {
      await stream.takeOver(appId)
      return {}
    },
  }
}
