/** @file The way to main, alike for a utility process (parent port) and a forked child (Node's channel). */

/** A MessagePort as Electron hands it to a utility process. */
export type TransferredPort = {
  postMessage(message: unknown): void
  on(event: 'message', receive: (event: { data: unknown }) => void): void
  on(event: 'close', ended: () => void): void
  start(): void
  close(): void
}

type UtilityParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', receive: (event: { data: unknown; ports: TransferredPort[] }) => void): void
}

declare global {
  namespace NodeJS {
    interface Process {
      /** There in Electron's utility processes only. */
      parentPort?: UtilityParentPort
    }
  }
}

export type ParentPort = {
  post(message: unknown): void
  listen(receive: (message: unknown, ports: TransferredPort[]) => void): void
}

/** @throws when this process was started by hand: core has no life of its own */
export function parentPort(): ParentPort {
  const utility = process.parentPort
  if (utility) {
    return {
      post: (message) => utility.postMessage(message),
      listen: (receive) => utility.on('message', (event) => receive(event.data, event.ports)),
    }
  }
  const send = process.send?.bind(process)
  if (!send) throw new Error('core is started by Switchboard, not by hand')
  return {
    post: (message) => {
      send(message)
    },
    listen: (receive) => process.on('message', (message) => receive(message, [])),
  }
}
