/**
 * @file The repos on both databases: SQLite, on which every workspace runs, and PostgreSQL, on which team workspaces are
 * to run. The same rows, the same questions, the same answers; the same writes, the same rows.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentAgent, sit, skip, wasAgentAsked } from '../../src/core/agents/repo.ts'
import type { Database } from '../../src/core/db/database.ts'
import { currentStay, goOnStaying, stayEndedAt, staySeen, tellSince } from '../../src/core/handover/stays.ts'
import { draftsToLeave, keepDraftToLeave } from '../../src/core/handover/words.ts'
import { keepListening, listListening, removeListening } from '../../src/core/listening/repo.ts'
import { columnPage } from '../../src/core/columns/columns.ts'
import { newId } from '../../src/core/db/uuid.ts'
import { listMutes, nextEnd, put, type KeptMute } from '../../src/core/mutes/repo.ts'
import { keepLimits, keepUsage, loadLimits, postsByDay } from '../../src/core/money/repo.ts'
import { composeService } from '../../src/core/outbox/compose.ts'
import { isStopped, stopBrands } from '../../src/core/outbox/stops.ts'
import { addNote, draftsOf, keepDraft, ticketState } from '../../src/core/tickets/repo.ts'
import { timelineOf } from '../../src/core/tickets/timeline.ts'
import { noCorrections } from '../../src/core/triage/corrections.ts'
import { look } from '../../src/core/triage/look.ts'
import { refreshTriage } from '../../src/core/triage/refresh.ts'
import { factsOf, itemsOf, keepLooked, triageView } from '../../src/core/triage/rows.ts'
import { must } from '../../src/shared/must.ts'
import { testDay } from './beside.ts'
import { postgresStore } from './postgres.ts'
import { reads } from './reads.ts'
import type { Store } from './store.ts'
import { copyWorld, repoWorld, type RepoWorld } from './world.ts'

let world: RepoWorld
const stores: Record<'sqlite' | 'postgres', Store | null> = { sqlite: null, postgres: null }

beforeAll(async () => {
  world = await repoWorld()
  const { database, end } = world.on
  stores.sqlite = { read: database.read, write: database.write, end }
  stores.postgres = await postgresStore()
  await copyWorld(world, stores.postgres)
}, 60_000)
afterAll(async () => {
  for (const store of Object.values(stores)) await store?.end()
})

/** Nothing, or a list of nothing, compares equal whatever a repo does. */
const isEmpty = (answer: unknown): boolean =>
  answer === null || answer === undefined || (Array.isArray(answer) && answer.every(isEmpty))
const mayBeEmpty = new Set(['agent who sits here', 'wanted posts'])

test.each(Object.keys(reads))('%s: the same answer', async (name) => {
  const ask = reads[name]!
  const here = await ask(stores.sqlite!.read, world)
  expect(await ask(stores.postgres!.read, world)).toEqual(here)
  if (!mayBeEmpty.has(name)) expect(isEmpty(here)).toBe(false)
})

describe.each(['sqlite', 'postgres'] as const)('writes on %s', (kind) => {
  test('what triage found of messages, and what that makes of their tickets', async () => {
    const { read, write } = stores[kind]!
    for (const ticketId of [world.busyTicket, world.dmTicket]) {
      const ticket = must(await factsOf(read, ticketId), 'a ticket')
      await write(async (tx) => {
        for (const item of await itemsOf(tx.db, ticketId)) {
          const message = { text: item.text, lang: item.lang, isReply: false, earlier: null }
          const looked = look(message, { corrections: noCorrections })
          await keepLooked(tx, ticket.brandId, item, looked)
          // Twice is as good as once; another version than the one that stands is not kept.
          await keepLooked(tx, ticket.brandId, item, looked)
          await keepLooked(tx, ticket.brandId, { ...item, version: 99 }, { ...looked, category: 'spam' })
        }
        await refreshTriage(tx, ticketId)
      })
      const found = must(await triageView(read, ticketId), 'what was found')
      expect(found.category).not.toBe('spam')
      expect(found.terms).not.toEqual([])
      expect(
        (await itemsOf(read, ticketId)).every(({ doneVersion, version }) => doneVersion === version),
      ).toBe(true)
    }
  })

  test('who sits here', async () => {
    const { read, write } = stores[kind]!
    await write(skip)
    expect(await wasAgentAsked(read)).toBe(true)
    const ana = await write((tx) => sit(tx, 'Ana Reis', 'AR'))
    expect(await currentAgent(read)).toEqual(ana)
    const again = await write((tx) => sit(tx, 'Ana Reis', 'AN'))
    expect(again).toEqual({ ...ana, initials: 'AN' })
  })

  test('who was here since when, and what they mean to leave', async () => {
    const { read, write } = stores[kind]!
    const { brandId } = world.air
    const { begunAt } = await write((tx) => goOnStaying(tx, 'UTC', null))
    expect(await write((tx) => goOnStaying(tx, 'UTC', begunAt + 5))).toEqual(await currentStay(read))
    expect(await write((tx) => tellSince(tx, begunAt - 7))).toBeNull()
    await write((tx) => stayEndedAt(tx, begunAt + 1))
    await write((tx) => stayEndedAt(tx, begunAt + 2))
    expect([await write(staySeen), await write(staySeen)]).toEqual([true, false])
    expect(await currentStay(read)).toMatchObject({ sinceAt: begunAt - 7, hereAt: begunAt + 1 })
    await write((tx) => keepDraftToLeave(tx, brandId, 'Zoë wai'))
    await write((tx) => keepDraftToLeave(tx, brandId, 'Zoë waits'))
    expect(await draftsToLeave(read)).toEqual(new Map([[brandId, 'Zoë waits']]))
    await write((tx) => keepDraftToLeave(tx, brandId, ''))
    expect(await draftsToLeave(read)).toEqual(new Map())
  })

  test('notes stand in the timeline', async () => {
    const { read, write } = stores[kind]!
    const { dmTicket, agentId } = world
    const id = await write((tx) => addNote(tx, dmTicket, agentId, 'she called'))
    const { items } = await timelineOf(read, await ticketState(read, dmTicket), 'http://127.0.0.1:1')
    expect(items).toContainEqual(expect.objectContaining({ kind: 'note', id, agentInitials: 'JD' }))
  })

  test('a draft has revisions, and an older one never wins', async () => {
    const { read, write } = stores[kind]!
    const draft = { ticketId: world.dmTicket, channel: 'dm' as const, text: 'Hello', revision: 0 }
    expect(await write((tx) => keepDraft(tx, draft))).toMatchObject({ revision: 1 })
    await write((tx) => keepDraft(tx, { ...draft, text: 'Hello Zoë', revision: 4 }))
    await expect(write((tx) => keepDraft(tx, { ...draft, revision: 3 }))).rejects.toMatchObject({
      code: 'draft.stale',
    })
    await expect(write((tx) => keepDraft(tx, { ...draft, text: 'Hi', revision: 4 }))).rejects.toMatchObject({
      code: 'draft.stale',
    })
    expect(await draftsOf(read, world.dmTicket)).toEqual([{ ...draft, text: 'Hello Zoë', revision: 4 }])
    await write((tx) => keepDraft(tx, { ...draft, text: '', revision: 5 }))
    expect(await draftsOf(read, world.dmTicket)).toEqual([])
  })

  test('limits are set, and set again', async () => {
    const { read, write } = stores[kind]!
    const scope = { kind: 'brand', id: world.care.brandId } as const
    const limits = { dayBudget: 1, monthBudget: null, dayCap: 3, monthCap: null }
    await write((tx) => keepLimits(tx, scope, limits))
    await write((tx) => keepLimits(tx, scope, { ...limits, dayCap: null, monthCap: 4 }))
    expect((await loadLimits(read)).get(`brand ${scope.id}`)).toEqual({
      ...limits,
      dayCap: null,
      monthCap: 4,
    })
  })

  test('what X counts replaces what it counted before', async () => {
    const { read, write } = stores[kind]!
    const told = { days: [{ day: testDay, posts: 8 }], creditsLeft: 12_500_000 }
    await write((tx) => keepUsage(tx, world.appId, told))
    expect((await postsByDay(read, world.appId))[0]).toMatchObject({ day: testDay, x: 8 })
  })

  test('a person and a source are left out of columns until their time is over', async () => {
    const { read, write } = stores[kind]!
    const { customerId, listeningId } = world
    // Long before any deadline: nothing breaks through.
    const then = 1
    const pageOf = (columnId: string, now = then) =>
      columnPage({ read, long: read }, { columnId, after: null, until: null, limit: 200, muted: false }, now)
    const keep = (what: string, more: Pick<KeptMute, 'kind' | 'column_id' | 'until'>) =>
      write(async (tx) => {
        const id = newId(tx.at)
        await put(tx, id, { id, what, agent_id: world.agentId, created_at: tx.at, ...more })
        return id
      })
    const mentions = await pageOf('mentions:all')
    const searched = await pageOf(`search:${listeningId}`)
    expect(searched.rows.length).toBeGreaterThan(0)
    const until = then + 60_000
    const id = await keep(customerId, { kind: 'person', column_id: 'mentions:all', until })
    const sourceId = await keep(listeningId, { kind: 'source', column_id: null, until: null })
    expect(await listMutes(read, then)).toMatchObject([
      { id: sourceId, kind: 'source', columnId: null, by: 'Jo Doe' },
      { id, kind: 'person', columnId: 'mentions:all', until },
    ])
    const left = await pageOf('mentions:all')
    expect(left.muted).toMatchObject({ count: expect.any(Number), many: false })
    expect(left.muted.count).toBeGreaterThan(0)
    expect(left.rows).toHaveLength(mentions.rows.length - left.muted.count)
    expect(left.total).toBe(left.rows.length)
    expect(await pageOf(`search:${listeningId}`)).toMatchObject({
      rows: [],
      total: 0,
      muted: { count: searched.total },
    })
    // What a brand listens to is left out of what it listens to, and of nothing else.
    expect((await pageOf('quotes:all')).muted).toEqual({ count: 0, many: false })
    expect(await nextEnd(read)).toBe(until)
    expect(await pageOf('mentions:all', until)).toEqual(await pageOf('mentions:all', until + 1))
    expect((await pageOf('mentions:all', until)).muted.count).toBe(0)
    for (const one of [id, sourceId]) await write((tx) => put(tx, one, null))
    expect(await listMutes(read, then)).toEqual([])
    expect(await pageOf('mentions:all')).toEqual(mentions)
  })

  test('what is listened to changes under its id, and goes with where its reading stood', async () => {
    const { read, write } = stores[kind]!
    const { care } = world
    const given = { brandId: care.brandId, handleId: care.id, kind: 'search', name: 'seats' } as const
    const { id } = await write((tx) => keepListening(tx, { ...given, query: 'seat', id: null }))
    await write((tx) => keepListening(tx, { ...given, query: 'seats', id }))
    const known = (await listListening(read, care.brandId)).filter((one) => one.id === id)
    expect(known.map(({ query }) => query)).toEqual(['seats'])
    await write((tx) => removeListening(tx, id))
    await write((tx) => removeListening(tx, world.listeningId))
    const left = await read.selectFrom('sources').select('source').where('subject', '<>', '').execute()
    expect(left).toEqual([])
  })

  test('every brand is stopped, and one that was stopped is stopped anew', async () => {
    const { read, write } = stores[kind]!
    await write(stopBrands)
    await write(stopBrands)
    const { air, care } = world
    for (const { brandId } of [air, care])
      expect(await isStopped(read, { brand_id: brandId, released_at: null })).toBe(true)
  })

  test('a post that a brand composes has revisions, and goes when it is empty', async () => {
    const { read, write } = stores[kind]!
    const compose = composeService({ database: { read, write } as Database })
    const draft = { brandId: world.air.brandId, handleId: null, attachmentIds: [], scheduledAt: null }
    const context = { connectionId: 'window' }
    await compose['compose.save']({ ...draft, text: 'Snow', revision: 4 }, context)
    await compose['compose.save']({ ...draft, text: 'Snow in Boston', revision: 7 }, context)
    expect(await compose['compose.get'](draft, context)).toMatchObject({
      text: 'Snow in Boston',
      revision: 7,
    })
    await expect(
      (async () => compose['compose.save']({ ...draft, text: 'old', revision: 6 }, context))(),
    ).rejects.toMatchObject({ code: 'draft.stale' })
    await expect(
      (async () => compose['compose.save']({ ...draft, text: 'Snow in Bergen', revision: 7 }, context))(),
    ).rejects.toMatchObject({ code: 'draft.stale', data: { revision: 7 } })
    await compose['compose.save']({ ...draft, text: '', revision: 8 }, context)
    expect(await compose['compose.get'](draft, context)).toMatchObject({ text: '', revision: 0 })
  })

  test('a write that fails leaves nothing behind', async () => {
    const { read, write } = stores[kind]!
    const failing = write(async (tx) => {
      await addNote(tx, world.dmTicket, null, 'half')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const notes = await read.selectFrom('notes').select('text').where('text', '=', 'half').execute()
    expect(notes).toEqual([])
  })
})
