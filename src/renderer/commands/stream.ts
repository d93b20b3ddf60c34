/** @file The command over an app's live stream. */
import type { Console } from '../state/console.ts'
import type { Rows } from '../state/rows.ts'
import { t } from '../words.ts'
import type { Runtime } from './runtime.ts'

/** Apps whose stream other computers hold. */
export const heldElsewhere = (rows: Rows): string[] =>
  rows.apps.filter((app) => app.stream?.failure?.code === 'stream.busy').map((app) => app.id)

/** Ends the streams of other computers and opens this one's. */
export function takeOver(c: Console, appId: string): void {
  c.attempt(async () => {
    await c.call('stream.take-over', { appId })
    c.say(t('said.stream.taken-over'))
  })
}

export const streamCommands = {
  'stream.take-over': {
    when: (x) => x.streamHeld,
    run(c) {
      for (const appId of heldElsewhere(c.rows.getState())) takeOver(c, appId)
    },
  },
} as const satisfies Record<string, Runtime>
