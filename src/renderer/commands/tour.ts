/** @file The first steps: shown, gone on with as they are done, and ended. */
import type { CommandId } from '../../shared/commands.ts'
import type { Console } from '../state/console.ts'
import { after, tourBegins, type Deed } from '../state/tour.ts'
import type { Runtime } from './runtime.ts'

/** Something was done that the first steps may wait for. */
export function did(c: Console, deed: Deed): void {
  const { tour } = c.session.getState()
  if (tour === null) return
  const next = after(tour, deed)
  if (next !== tour) c.session.setState({ tour: next })
}

const deeds: Partial<Record<CommandId, Deed>> = {
  'row.next': 'move',
  'row.previous': 'move',
  'reply.public': 'reply',
  'reply.dm': 'reply',
}

/** The same for a command that was run. */
export function ran(c: Console, id: CommandId): void {
  const deed = deeds[id]
  if (deed) did(c, deed)
}

export const tourCommands = {
  'tour.start': {
    when: (x) => x.practice && x.workspaceOpen && !x.beside,
    run: (c) => c.session.setState({ tour: tourBegins, summary: null }),
  },
  'tour.end': {
    when: (x) => x.inTour,
    run(c) {
      c.session.setState({ tour: null, summary: null })
      c.apply.taught('tour.start')
    },
  },
} as const satisfies Record<string, Runtime>
