/**
 * @file The way between windows and one core. With a utility process the port goes straight from the window to core and
 * main steps out; over a fork, which no port can cross, main relays each message. Main reads none of them.
 */
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import { randomUUID } from 'node:crypto'
import type { ToCore } from '../shared/host-protocol.ts'

/** The channel on which a window gets its port; the preload script knows the same word. */
export const portChannel = 'window.port'

/** The connections of one run of core. */
export type Ports = {
  /** Gives `window` a port to core, with the word by which it knows the port as its own. */
  connect(window: WebContents, word: string): void
  /** A relayed message of core's for a window. */
  deliver(portId: string, message: unknown): void
  /** Core is gone: every relayed port ends. Direct ones have ended with it. */
  end(): void
}

/** @param post sends to core; ports travel along only when `relayed` is false */
export function brokerPorts(
  relayed: boolean,
  post: (message: ToCore, ports?: MessagePortMain[]) => void,
): Ports {
  const open = new Map<string, MessagePortMain>()

  function relay(portId: string, port: MessagePortMain): void {
    open.set(portId, port)
    port.on('message', (event) => post({ kind: 'port.message', portId, message: event.data }))
    port.on('close', () => {
      if (open.delete(portId)) post({ kind: 'port.close', portId })
    })
    post({ kind: 'port.open', portId, relayed: true })
    port.start()
  }

  return {
    connect(window, word) {
      const { port1, port2 } = new MessageChannelMain()
      const portId = randomUUID()
      if (relayed) relay(portId, port2)
      else post({ kind: 'port.open', portId, relayed: false }, [port2])
      window.postMessage(portChannel, word, [port1])
    },
    deliver: (portId, message) => open.get(portId)?.postMessage(message),
    end() {
      const ending = [...open.values()]
      open.clear()
      for (const port of ending) port.close()
    },
  }
}
