/** @file The line to core: connects when the workspace opens, hangs up when it goes, says when all must be read anew. */
import { contract, ChangeEvent, type Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import { connect, type Client } from '../../shared/rpc.ts'
import type { WorkspaceState } from '../../shared/window-protocol.ts'
import type { Host } from './bridge.ts'
import type { ClientSafe } from './client-safe.ts'

export type Core = {
  readonly call: Client<Contract>['call']
  /** Follows the workspace's state: connects on `open`, lets go otherwise. */
  follow(state: WorkspaceState): void
}

export type CoreParts = {
  host: Host
  /** What this window may show. */
  safe: Pick<ClientSafe, 'isReady' | 'receive'>
}

export type CoreListener = {
  changed(event: ChangeEvent): void
  /** A fresh connection, or a gap in events: what is on screen may be old. */
  reload(): void
  failed(error: unknown): void
}

/** @param listener told of everything that core says by itself */
export function coreLine({ host, safe }: CoreParts, listener: CoreListener): Core {
  let client: Client<Contract> | null = null
  /** A connection was asked for: calls made meanwhile wait for it. */
  let coming: PromiseWithResolvers<Client<Contract>> | null = null

  function hangUp(): void {
    client?.close()
    client = null
  }

  function giveUp(): void {
    coming?.reject(new Failure('core.gone', {}))
    coming = null
  }

  async function ask(): Promise<void> {
    coming = Promise.withResolvers()
    // Nobody may be waiting for it.
    coming.promise.catch(() => {})
    try {
      await host.invoke('window.connect', {})
    } catch (error) {
      giveUp()
      listener.failed(error)
    }
  }

  host.onPort((port) => {
    hangUp()
    const line = connect<typeof contract>(
      port,
      (event) => {
        const change = ChangeEvent.safeParse(event)
        if (change.success) listener.changed(change.data)
        else listener.reload()
      },
      () => listener.reload(),
      safe.receive,
    )
    client = line
    coming?.resolve(line)
    coming = null
    listener.reload()
  })

  return {
    async call(method, input) {
      await coming?.promise
      if (client && !safe.isReady()) await client.call('brand.list', {})
      if (!client) throw new Failure('core.gone', {})
      return client.call(method, input)
    },
    follow(state) {
      if (state.state !== 'open') {
        giveUp()
        hangUp()
      } else if (!client && !coming) void ask()
    },
  }
}
