/**
 * @file The bridge into the sandbox: calls to main, what main tells by itself, and the port to core. Owns nothing and
 * decides nothing: main checks every call, core every message.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge } from '../shared/window-protocol.ts'

const bridge: Bridge = {
  invoke: (method, input) => ipcRenderer.invoke(method, input),
  onEvent(receive) {
    const hear = (_event: IpcRendererEvent, message: unknown): void => receive(message)
    ipcRenderer.on('window.event', hear)
    return () => ipcRenderer.off('window.event', hear)
  },
}

contextBridge.exposeInMainWorld('switchboard', bridge)

// A port cannot cross the bridge between the two worlds, only a message to the window can carry it.
ipcRenderer.on('window.port', (event, word: unknown) => {
  window.postMessage({ switchboard: word }, location.origin, [...event.ports])
})
