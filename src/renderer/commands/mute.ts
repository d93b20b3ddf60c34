/** @file Commands over what columns leave out. None of them changes anything at X. */
import { isMutable } from '../../shared/domain/deck.ts'
import type { Console } from '../state/console.ts'
import { cardOf, columnIn, columnOf, targetPost, targetTicket, type Context } from './context.ts'
import type { Runtime } from './runtime.ts'

/** Shows what is muted in a column, or hides it again. */
export function turnMuted(c: Console, columnId: string): void {
  const { mutedShown } = c.session.getState()
  const isOn = mutedShown.includes(columnId)
  c.session.setState({
    mutedShown: isOn ? mutedShown.filter((id) => id !== columnId) : [...mutedShown, columnId],
  })
  c.apply.columnTurned(columnId)
}

/** The column that keys work on; null for one that is always shown whole. */
function columnHere(c: Console): string | null {
  const column = columnIn(c.rows.getState(), c.session.getState())
  return column !== null && isMutable(column.kind) ? column.id : null
}

/** Asks for how long the person of the ticket or the post is muted. */
function mutePerson(c: Console): void {
  const rows = c.rows.getState()
  const session = c.session.getState()
  const person = cardOf(rows, targetTicket(rows, session))?.customer ?? targetPost(rows, session)?.author
  if (!person) return
  const { xUserId, username } = person
  c.session.setState({
    overlay: { kind: 'mutes', about: { columnId: columnHere(c), person: { xUserId, username } } },
  })
}

// What is muted everywhere may name the customers of another client.
const mayShow = (x: Context) => x.workspaceOpen && !x.clientSafe

export const muteCommands = {
  'column.show-muted': {
    when: (x: Context) => x.hasMuted,
    run(c) {
      const columnId = columnOf(c.rows.getState(), c.session.getState())
      if (columnId !== null) turnMuted(c, columnId)
    },
  },
  'mute.person': { when: (x: Context) => mayShow(x) && (x.ticketChosen || x.postChosen), run: mutePerson },
  'mute.here': {
    when: (x: Context) => mayShow(x) && x.onMutable,
    run: (c) =>
      c.session.setState({ overlay: { kind: 'mutes', about: { columnId: columnHere(c), person: null } } }),
  },
  'mute.list': { when: mayShow, run: (c) => c.session.setState({ overlay: { kind: 'mutes', about: null } }) },
} as const satisfies Record<string, Runtime>
