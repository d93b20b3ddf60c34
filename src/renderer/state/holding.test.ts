/** @file A window writes to the ticket in its pane once main gave it, and only to that one. */
import { expect, test } from 'vitest'
import { holdTickets } from './holding.ts'
import { noRows, rowsStore } from './rows.ts'
import { sessionStore } from './session.ts'

/** A window, and a main that answers as it is told to. */
function begin(alone: boolean) {
  const story: string[] = []
  const rows = rowsStore()
  const session = sessionStore()
  session.setState({ others: { alone, elsewhere: [] } })
  const main = { taken: true, kept: true }
  const parts = {
    rows,
    session,
    drafts: { kept: async () => (story.push('kept'), main.kept) },
    apply: { ticketShown: () => void story.push('read') },
    attempt: (action: () => Promise<unknown>) => void action(),
    host: {
      async invoke(method: string, { ticketId }: { ticketId: string }) {
        story.push(`${method} ${ticketId}`)
        return { taken: main.taken, alone: session.getState().others.alone }
      },
    },
  }
  holdTickets(parts as never)
  const read = (ticketId: string) => rows.setState({ ...noRows, detail: { card: { ticketId } } as never })
  const rest = () => new Promise((done) => setTimeout(done))
  return { story, session, main, read, rest, held: () => session.getState().held }
}

test('the only window writes at once, and lets go once core has what was typed', async () => {
  const { story, session, held, rest } = begin(true)
  session.setState({ openTicketId: 'a' })
  expect(held()).toBe('a')
  await rest()
  session.setState({ openTicketId: 'b' })
  expect(held()).toBe('b')
  await rest()
  expect(story).toEqual(['window.take a', 'kept', 'window.take b', 'window.release a'])
  session.setState({ openTicketId: 'a' })
  session.setState({ openTicketId: 'b' })
  await rest()
  // Who is back before it was let go still has it.
  expect(story.filter((each) => each === 'window.release b')).toEqual([])
  expect(held()).toBe('b')
})

test('beside other windows it is read anew before it is written to', async () => {
  const { story, session, read, held, rest } = begin(false)
  session.setState({ openTicketId: 'a' })
  read('a')
  expect(held()).toBeNull()
  await rest()
  expect([held(), story]).toEqual([null, ['window.take a', 'read']])
  read('a')
  expect(held()).toBe('a')
})

test('what another window writes to waits until that one lets it go', async () => {
  const { story, session, main, read, held, rest } = begin(false)
  main.taken = false
  session.setState({ openTicketId: 'a', composerWanted: { ticketId: 'a', typed: '' } })
  await rest()
  expect([held(), session.getState().composerWanted]).toEqual([null, null])
  session.setState({ others: { alone: false, elsewhere: ['a'] } })
  main.taken = true
  session.setState({ others: { alone: true, elsewhere: [] } })
  await rest()
  expect(story.filter((each) => each === 'window.take a')).toHaveLength(2)
  // What was typed there is not read yet, though no other window is left.
  expect([held(), story.at(-1)]).toEqual([null, 'read'])
  read('a')
  expect(held()).toBe('a')
})

test('a ticket that goes into a window of its own is written to there from that moment on', () => {
  const { session, held } = begin(true)
  session.setState({ openTicketId: 'a' })
  expect(held()).toBe('a')
  session.setState({ others: { alone: false, elsewhere: ['a'] } })
  expect(held()).toBeNull()
})

test('a ticket is not let go while its answer is on its way to core, nor while core lacks what was typed', async () => {
  const { story, session, main, rest } = begin(true)
  const released = () => story.filter((each) => each.startsWith('window.release'))
  session.setState({ openTicketId: 'a', sending: true })
  session.setState({ openTicketId: 'b' })
  await rest()
  expect(released()).toEqual([])
  session.setState({ sending: false })
  await rest()
  expect(released()).toEqual(['window.release a'])
  main.kept = false
  session.setState({ openTicketId: 'c' })
  await rest()
  expect(released()).toEqual(['window.release a'])
})
