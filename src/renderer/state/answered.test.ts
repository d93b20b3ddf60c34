import { expect, test } from 'vitest'
import { fakeClock } from '../../../tests/fake-clock.ts'
import { card, id } from '../../../tests/cards.ts'
import { TimelineItem, type Draft } from '../../shared/domain/ticket.ts'
import { answeredAt, forgetGone, isFor } from './answered.ts'
import { draftKeeper } from './drafts.ts'
import { sessionStore } from './session.ts'

const dm = (at: number, ours: boolean): TimelineItem =>
  TimelineItem.parse({
    kind: 'dm',
    id: String(at),
    author: card(1).customer,
    runs: [],
    at,
    ours,
    agentName: null,
    previews: [],
    mediaCount: 0,
    media: [],
  })
const note = TimelineItem.parse({
  kind: 'note',
  id: id(2),
  text: 'call them',
  at: 99,
  agentName: null,
  agentInitials: null,
  mentions: [],
})
const said = (messageAt: number, ...timeline: TimelineItem[]) => ({ card: { messageAt }, timeline })

test('answers are for what was said when they were looked up, by either side; a note is nothing said', () => {
  const similar = answeredAt(said(10, dm(5, true), dm(10, false)))
  expect(similar).toEqual({ at: 10, oursAt: 5 })
  expect(isFor(similar, said(10, dm(5, true), dm(10, false), note))).toBe(true)
  expect(isFor(similar, said(20, dm(5, true), dm(10, false), dm(20, false)))).toBe(false)
  expect(isFor(similar, said(10, dm(5, true), dm(10, false), dm(15, true)))).toBe(false)
})

test('what was set in is over once the draft of its channel holds its words no more', () => {
  const session = sessionStore()
  const drafts = draftKeeper(
    fakeClock(0),
    (draft: Draft) => Promise.resolve(draft),
    () => undefined,
  )
  const inserted = { n: 1, text: 'Seats change in the app.', channel: 'public' as const, useId: null }
  drafts.type(id(1), 'public', `Hi! ${inserted.text} Bye`)
  session.setState({ insertedAnswer: inserted })
  drafts.type(id(1), 'dm', 'something else')
  forgetGone({ session, drafts }, id(1))
  expect(session.getState().insertedAnswer).toEqual(inserted)
  drafts.taken(id(1), 'public')
  forgetGone({ session, drafts }, id(1))
  expect(session.getState().insertedAnswer).toBeNull()
})
