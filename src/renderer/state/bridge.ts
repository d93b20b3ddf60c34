/** @file The window's side of its conversation with main: typed calls, parsed answers, the port to core. */
import { z } from 'zod'
import { fromWire } from '../../shared/errors.ts'
import type { RpcPort } from '../../shared/rpc.ts'
import { WindowEvent, windowMethods, type Bridge, type WindowMethods } from '../../shared/window-protocol.ts'

declare global {
  interface Window {
    /** Set by the preload script; missing when the page is opened elsewhere. */
    readonly switchboard?: Bridge
  }
}

export type Host = {
  /** @throws Failure as main answered it. */
  invoke<K extends keyof WindowMethods>(
    method: K,
    input: z.input<WindowMethods[K]['input']>,
  ): Promise<z.infer<WindowMethods[K]['output']>>
  /** Returns an unsubscribe function. An event of an unknown kind is not for this version: left alone. */
  onEvent(receive: (event: WindowEvent) => void): () => void
  /** Calls back with each port to core that main hands over. */
  onPort(receive: (port: RpcPort) => void): () => void
}

const PortMessage = z.object({ switchboard: z.literal('port') })

function overPort(port: MessagePort): RpcPort {
  return {
    post: (message) => port.postMessage(message),
    listen(receive) {
      port.addEventListener('message', (event) => receive(event.data))
      port.start()
    },
    close: () => port.close(),
  }
}

/** Main, as seen through what the preload script handed over. */
export function windowHost(bridge: Bridge): Host {
  return {
    async invoke(method, input) {
      const answer = await bridge.invoke(method, input)
      if (!answer.ok) throw fromWire(answer.failure)
      const output: z.ZodType = windowMethods[method].output
      return output.parse(answer.result) as never
    },
    onEvent: (receive) =>
      bridge.onEvent((event) => {
        const parsed = WindowEvent.safeParse(event)
        if (parsed.success) receive(parsed.data)
      }),
    onPort(receive) {
      const hear = (event: MessageEvent<unknown>) => {
        const port = event.ports[0]
        if (event.source === window && port && PortMessage.safeParse(event.data).success)
          receive(overPort(port))
      }
      window.addEventListener('message', hear)
      return () => window.removeEventListener('message', hear)
    },
  }
}
