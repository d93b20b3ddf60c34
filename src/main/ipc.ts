/**
 * @file Where windows reach main: the only file that imports ipcMain. Checks who asks, from which frame, what for and
 * with what, before anything is done; whatever does not fit is refused.
 */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { Failure, toWire, type WireFailure } from '../shared/errors.ts'
import type { Handlers } from '../shared/rpc.ts'
import { windowMethods, type WindowMethods } from '../shared/window-protocol.ts'
import type { LogFile } from './log-file.ts'
import { appPage } from './app-address.ts'

/** What every answer is wrapped in. */
type Answer = { ok: true; result: unknown } | { ok: false; failure: WireFailure }

/** Serves `windowMethods`, each on the channel of its own name. Electron itself refuses every other channel. */
export function serveWindows(handlers: Handlers<WindowMethods, WebContents>, log: LogFile): void {
  const serveOne = <K extends keyof WindowMethods>(name: K): void => {
    const method = windowMethods[name]
    ipcMain.handle(name, async (event, input: unknown): Promise<Answer> => {
      refuseForeign(event, name, log)
      try {
        const parsed = method.input.safeParse(input)
        if (!parsed.success) {
          const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
          throw new Failure('input.invalid', { method: name, issues })
        }
        const handler: (input: never, context: WebContents) => unknown = handlers[name]
        return { ok: true, result: await handler(parsed.data as never, event.sender) }
      } catch (error) {
        return { ok: false, failure: toWire(failureOf(error, name, log)) }
      }
    })
  }
  for (const name of Object.keys(windowMethods)) serveOne(name as keyof WindowMethods)
}

/** Only the main frame of our own page may ask. The refusal says nothing. */
function refuseForeign(event: IpcMainInvokeEvent, name: string, log: LogFile): void {
  const frame = event.senderFrame
  if (frame && frame === event.sender.mainFrame && frame.url === appPage) return
  log.line(`refused: ${name} from a foreign frame`)
  throw new Error('refused')
}

function failureOf(error: unknown, name: string, log: LogFile): Failure {
  if (error instanceof Failure) return error
  const id = crypto.randomUUID()
  log.line(
    `internal ${id} in ${name}: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`,
  )
  return new Failure('internal', { id })
}
