/** @file Commands on what the guard rails saw in the composer. */
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { guardBetterId, guardExposedId, guardLinesId } from './go.ts'
import type { Runtime } from './runtime.ts'

/** The element is there while a guard has something to say. */
function withElement(c: Console, id: string, act: (element: HTMLElement) => void): void {
  const element = document.getElementById(id)
  if (element) act(element)
  else c.say(t('said.no-guard'))
}

export const guardCommands = {
  'guard.better': {
    when: (x) => x.composing && x.ticketOpen && !x.isNote,
    run: (c) => withElement(c, guardBetterId, (button) => button.click()),
  },
  'guard.ask-to-delete': {
    when: (x) => x.composing && x.ticketOpen && !x.isNote,
    run: (c) => withElement(c, guardExposedId, (button) => button.click()),
  },
  'guard.show': {
    when: (x) => x.composing && x.ticketOpen && !x.isNote,
    run: (c) => withElement(c, guardLinesId, (lines) => lines.focus()),
  },
} as const satisfies Record<string, Runtime>
