/** @file Nothing typed is lost, and nothing sent comes back by a late save. */
import { expect, test } from 'vitest'
import { fakeClock } from '../../../tests/fake-clock.ts'
import type { Draft } from '../../shared/domain/ticket.ts'
import { Failure } from '../../shared/errors.ts'
import { draftKeeper } from './drafts.ts'

const settle = () => new Promise<void>((done) => setTimeout(done, 0))
const ticket = '0193f0a0-0000-7000-8000-000000000001'

function setUp(save?: (draft: Draft) => Promise<Draft>) {
  const clock = fakeClock(0, settle)
  const saved: Draft[] = []
  const told: unknown[] = []
  const keep = async (draft: Draft) => {
    saved.push(draft)
    return draft
  }
  return { clock, saved, told, drafts: draftKeeper(clock, save ?? keep, (error) => told.push(error)) }
}

test('typing is saved once it pauses, with a rising revision', async () => {
  const { clock, saved, drafts } = setUp()
  for (const text of ['H', 'He', 'Hey']) drafts.type(ticket, 'public', text)
  await clock.advance(299)
  expect(saved).toEqual([])
  await clock.advance(1)
  expect(saved).toEqual([{ ticketId: ticket, channel: 'public', text: 'Hey', revision: 3 }])
  drafts.type(ticket, 'public', '')
  await clock.advance(300)
  expect(saved.at(-1)).toMatchObject({ text: '', revision: 4 })
})

test('leaving the composer saves at once', async () => {
  const { saved, drafts } = setUp()
  drafts.type(ticket, 'note', 'Courier booked.')
  await drafts.flush()
  expect(saved).toHaveLength(1)
})

test('a text that was sent is not saved again', async () => {
  const { clock, saved, drafts } = setUp()
  drafts.type(ticket, 'public', 'On its way')
  await drafts.flush()
  drafts.taken(ticket, 'public')
  await clock.advance(1_000)
  expect(saved).toHaveLength(1)
  expect(drafts.text(ticket, 'public')).toBe('')
})

test('a recalled message comes back into its draft; unsaved typing wins over an older text', async () => {
  const { drafts } = setUp()
  const tag = { ticketId: ticket, channel: 'dm' as const, text: 'Tag number?', revision: 7 }
  drafts.restored(ticket, [tag], drafts.moment(ticket))
  expect(drafts.text(ticket, 'dm')).toBe('Tag number?')
  drafts.type(ticket, 'dm', 'Tag number, please?')
  drafts.restored(ticket, [tag], drafts.moment(ticket))
  expect(drafts.text(ticket, 'dm')).toBe('Tag number, please?')
})

test('an answer that was asked for before the text was typed, saved or sent changes nothing', async () => {
  const { drafts } = setUp()
  const before = drafts.moment(ticket)
  drafts.type(ticket, 'public', 'Hi @mar')
  await drafts.flush()
  drafts.restored(ticket, [], before)
  expect(drafts.text(ticket, 'public')).toBe('Hi @mar')

  const saved = { ticketId: ticket, channel: 'public' as const, text: 'Hi @mar', revision: 1 }
  const asked = drafts.moment(ticket)
  drafts.taken(ticket, 'public')
  drafts.restored(ticket, [saved], asked)
  expect(drafts.text(ticket, 'public')).toBe('')
  // What is asked for from now on counts again.
  drafts.restored(ticket, [saved], drafts.moment(ticket))
  expect(drafts.text(ticket, 'public')).toBe('Hi @mar')
})

test('a draft that another window moved on is told, kept here, and saved with the next letter', async () => {
  const saved: Draft[] = []
  const { clock, told, drafts } = setUp(async (draft) => {
    if (draft.revision <= 9) throw new Failure('draft.stale', { revision: 9 })
    saved.push(draft)
    return draft
  })
  drafts.type(ticket, 'public', 'Mine')
  await clock.advance(300)
  expect(told).toHaveLength(1)
  expect(drafts.text(ticket, 'public')).toBe('Mine')
  drafts.type(ticket, 'public', 'Mine!')
  await clock.advance(300)
  expect(saved).toEqual([{ ticketId: ticket, channel: 'public', text: 'Mine!', revision: 10 }])
})

test('what another window moved on is given away as it stands on screen, and holds no window up', async () => {
  const saved: Draft[] = []
  const { clock, told, drafts } = setUp(async (draft) => {
    if (draft.revision <= 9) throw new Failure('draft.stale', { revision: 9 })
    saved.push(draft)
    return draft
  })
  drafts.type(ticket, 'public', 'Mine')
  await clock.advance(300)
  expect(told).toHaveLength(1)
  expect(await drafts.kept(ticket)).toBe(true)
  expect(saved).toEqual([{ ticketId: ticket, channel: 'public', text: 'Mine', revision: 10 }])
})

test('what core could not take is not taken for kept, and is tried again before it is given away', async () => {
  let works = false
  const { clock, told, drafts } = setUp(async (draft) => {
    if (!works) throw new Failure('disk.full', {})
    return draft
  })
  drafts.type(ticket, 'public', 'We are on it')
  await clock.advance(300)
  expect(told).toHaveLength(1)
  expect(await drafts.kept(ticket)).toBe(false)
  expect(drafts.text(ticket, 'public')).toBe('We are on it')
  works = true
  expect(await drafts.kept('another')).toBe(true)
  expect(await drafts.kept(null)).toBe(true)
  expect(await drafts.kept(ticket)).toBe(true)
})
