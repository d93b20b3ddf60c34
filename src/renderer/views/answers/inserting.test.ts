/** @file What becomes of an answer on its way into a draft, also while the words of a macro are awaited. */
import { expect, test } from 'vitest'
import { id } from '../../../../tests/cards.ts'
import type { SimilarAnswer } from '../../../shared/domain/answers.ts'
import { sessionStore } from '../../state/session.ts'
import { answerSetter } from './inserting.ts'

const ticketId = id(1)
const page = (n: number, text: string): SimilarAnswer => ({
  kind: 'page',
  foreign: null,
  brandId: id(900),
  pageId: id(n),
  title: 'Seats',
  text,
})
const macro = (n: number): SimilarAnswer => ({
  kind: 'macro',
  foreign: null,
  brandId: id(900),
  macroId: id(n),
  name: 'Seat',
  text: '',
})
const routes = {
  username: 'northair',
  public: {
    open: 'yes' as const,
    reason: 'typed-handle' as const,
    targetPostId: '1',
    targetAt: 1,
    targetIsOlder: false,
  },
  dm: { open: true, reason: 'dm-conversation' as const },
  webIntentUrl: null,
  suggested: 'public' as const,
}

/** An open composer, and core, which answers when it is let. */
function composer(answers: readonly SimilarAnswer[]) {
  const session = sessionStore()
  const field = { value: '', selectionStart: 0, selectionEnd: 0 }
  const shown = { messageAt: 10, ticketId }
  const asked: (() => void)[] = []
  const dropped: string[] = []
  session.setState({
    openTicketId: ticketId,
    channel: 'public',
    similar: { ticketId, at: 10, oursAt: null, onlyBrand: false, answers },
  })
  const insert = answerSetter<typeof field>({
    session,
    say: (text) => session.setState({ said: { text, leaves: null, undoable: false } }),
    detail: () => ({ card: { ...shown }, routes, timeline: [] }),
    insertMacro: ({ macroId, channel }) =>
      new Promise((resolve) => {
        const useId = `use-${asked.length + 1}`
        asked.push(() => resolve({ useId, text: `macro ${macroId.slice(-1)} in ${channel}` }))
      }),
    dropMacro: async (useId) => dropped.push(useId),
    type: (at, from, to, words) => {
      at.value = at.value.slice(0, from) + words + at.value.slice(to)
      at.selectionStart = at.selectionEnd = from + words.length
    },
  })
  return {
    session,
    field,
    shown,
    asked,
    dropped,
    insert: (n: number) => insert(n, { ticketId, channel: 'public', field: () => field }),
  }
}

test('the next one takes the place of the one before, and its macro does nothing any more', async () => {
  const on = composer([macro(3), page(4, 'Under My Trips.'), macro(5)])
  const first = on.insert(0)
  on.asked[0]?.()
  await first
  expect(on.field.value).toBe('macro 3 in public')
  expect(on.session.getState().insertedAnswer).toMatchObject({ n: 0, channel: 'public', useId: 'use-1' })
  await on.insert(1)
  expect(on.field.value).toBe('Under My Trips.')
  expect(on.dropped).toEqual(['use-1'])
})

test('pressed twice while the words are awaited, they come once', async () => {
  const on = composer([macro(3)])
  const both = [on.insert(0), on.insert(0)]
  for (const answer of on.asked) answer()
  await Promise.all(both)
  expect(on.asked).toHaveLength(1)
  expect(on.field.value).toBe('macro 3 in public')
})

test.each<[string, (on: ReturnType<typeof composer>) => void]>([
  ['the channel was changed', ({ session }) => session.setState({ channel: 'dm' })],
  ['another ticket was opened', ({ session }) => session.setState({ openTicketId: id(2) })],
  ['the customer wrote again', ({ shown }) => void (shown.messageAt = 20)],
])('nothing is set in where %s meanwhile, and what the macro would do is dropped', async (_what, change) => {
  const on = composer([macro(3)])
  const inserting = on.insert(0)
  change(on)
  on.asked[0]?.()
  await inserting
  expect(on.field.value).toBe('')
  expect(on.dropped).toEqual(['use-1'])
  expect(on.session.getState().insertedAnswer).toBeNull()
})

test('answers for an older message are not set in at all', async () => {
  const on = composer([macro(3)])
  on.shown.messageAt = 20
  await on.insert(0)
  expect(on.asked).toEqual([])
})
