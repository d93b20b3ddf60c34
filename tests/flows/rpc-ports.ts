/** @file Two ends of a connection in one process that clone what they carry, as a MessagePort does. */
import type { RpcPort } from '../../src/shared/rpc.ts'

/** Messages arrive in order, each in a turn of its own; after a close nothing arrives any more. */
export function rpcPorts(): [RpcPort, RpcPort] {
  const receivers: ((message: unknown) => void)[] = [() => undefined, () => undefined]
  let open = true
  const end = (own: 0 | 1): RpcPort => ({
    post(message) {
      const copy: unknown = structuredClone(message)
      setImmediate(() => {
        if (open) receivers[1 - own]?.(copy)
      })
    },
    listen(receive) {
      receivers[own] = receive
    },
    close() {
      open = false
    },
  })
  return [end(0), end(1)]
}
