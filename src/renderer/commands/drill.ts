/** @file The practice drill: a world of its own, a clock, and a score. */
import { t } from '../words.ts'
import type { Console } from '../state/console.ts'
import type { Runtime } from './runtime.ts'

/** Who sat here before the world was made anew sits here again: the clock waits for no form. */
async function sitAgain(c: Console, agent: { name: string; initials: string } | null): Promise<void> {
  if (agent === null) await c.call('agent.skip', {})
  else await c.call('agent.sit', { name: agent.name, initials: agent.initials })
}

/** Makes the drill's world and lets its clock run. What was done in the practice world before is gone. */
export function startDrill(c: Console): void {
  const { agent = null } = c.rows.getState().session ?? {}
  c.session.setState({ overlay: null, drillBegins: true })
  c.attempt(async () => {
    try {
      await c.host.invoke('practice.reset', { scenario: 'drill' })
      await sitAgain(c, agent)
      // The first steps would stand where its clock does.
      c.apply.taught('tour.start')
      c.session.setState({ drill: await c.call('drill.begin', {}) })
      c.say(t('said.drill'))
    } finally {
      c.session.setState({ drillBegins: false })
    }
  })
}

/** Its clock stands; the score opens. */
export function endDrill(c: Console): void {
  c.attempt(async () => {
    c.session.setState({ drill: await c.call('drill.end', {}) })
    if (c.session.getState().overlay === null) c.session.setState({ overlay: { kind: 'drill' } })
  })
}

export const drillCommands = {
  'drill.show': {
    when: (x) => x.practice && x.workspaceOpen && !x.clientSafe && !x.beside,
    run: (c) => c.session.setState({ overlay: { kind: 'drill' } }),
  },
  'drill.end': { when: (x) => x.inDrill && !x.clientSafe && !x.beside, run: endDrill },
} as const satisfies Record<string, Runtime>
