/** @file How a test speaks as the window does: through the bridge of the preload script, and over a port to core. */
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { WireFailure } from '../../src/shared/errors.ts'
import {
  WindowEvent,
  WindowInfo,
  type Bridge,
  type WorkspaceState,
} from '../../src/shared/window-protocol.ts'

declare global {
  interface Window {
    switchboard: Bridge
  }
}

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), failure: WireFailure }),
])
export type Answer = z.infer<typeof Answer>

/** Calls main as the page does. Rejects where main refuses to answer at all. */
export async function invoke(page: Page, method: string, input: unknown = {}): Promise<Answer> {
  return Answer.parse(
    await page.evaluate(([name, given]) => window.switchboard.invoke(String(name), given), [method, input]),
  )
}

/** What main says about this window. */
export async function infoOf(page: Page): Promise<WindowInfo> {
  const answer = await invoke(page, 'window.info')
  if (!answer.ok) throw new Error(`window.info failed: ${answer.failure.code}`)
  return WindowInfo.parse(answer.result)
}

/** The state of the workspace, as one comparable word or two. */
export async function stateOf(page: Page): Promise<string> {
  const { state } = await infoOf(page)
  if (state.state === 'failed') return `failed: ${state.failure.code}`
  if (state.state === 'passphrase') return `passphrase: ${state.vault.code}${state.wrong ? ', wrong' : ''}`
  return state.state
}

/**
 * Hears from now on what main tells this window of its workspace: begun before the deed, for some states last only
 * milliseconds.
 * @returns waits until `wanted` is told, and gives all that was told up to then
 */
export async function hearStates(
  page: Page,
): Promise<(wanted: WorkspaceState['state']) => Promise<WorkspaceState[]>> {
  const heard = await page.evaluateHandle(() => {
    const events: unknown[] = []
    let wake = (): void => {}
    window.switchboard.onEvent((event) => {
      events.push(event)
      wake()
    })
    const moreThan = async (count: number): Promise<unknown[]> => {
      while (events.length <= count) await new Promise<void>((done) => (wake = done))
      return events
    }
    return { moreThan }
  })
  return async (wanted) => {
    for (let count = 0; ;) {
      const events = await heard.evaluate(({ moreThan }, known) => moreThan(known), count)
      const told = z.array(WindowEvent).parse(events)
      const states = told.flatMap((event) => (event.kind === 'state' ? [event.state] : []))
      if (states.some(({ state }) => state === wanted)) return states
      count = events.length
    }
  }
}

const CoreAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), result: z.unknown() }),
  z.object({ kind: z.literal('refusal'), failure: WireFailure }),
])

/** Asks for a port of its own, makes one call over it, and closes it. */
export async function callCore(page: Page, method: string, input: unknown = {}): Promise<unknown> {
  const answer = await page.evaluate(
    async ([name, given]) => {
      const word = crypto.randomUUID()
      const port = await new Promise<MessagePort>((done, fail) => {
        const hear = (event: MessageEvent<{ switchboard?: unknown }>): void => {
          const [own] = event.ports
          if (event.source !== window || event.data.switchboard !== word || !own) return
          window.removeEventListener('message', hear)
          done(own)
        }
        window.addEventListener('message', hear)
        void window.switchboard.invoke('window.connect', { word }).then((given) => {
          if (!given.ok) fail(new Error(given.failure.code))
        })
      })
      const answered = await new Promise<unknown>((done) => {
        port.onmessage = (event: MessageEvent<{ id?: unknown }>) => {
          // Events come over the same port, and may come first.
          if (event.data.id === 1) done(event.data)
        }
        port.postMessage({ kind: 'call', id: 1, method: name, input: given })
      })
      port.close()
      return answered
    },
    [method, input],
  )
  const parsed = CoreAnswer.parse(answer)
  if (parsed.kind === 'refusal')
    throw new Error(`${parsed.failure.code} ${JSON.stringify(parsed.failure.data)}`)
  return parsed.result
}
