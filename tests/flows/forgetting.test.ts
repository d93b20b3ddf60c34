/** @file A person is forgotten: in every table, every file and every copy; and what may still come of them afterwards. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { copiesIn } from '../../src/core/backup/copies.ts'
import { Receipt } from '../../src/core/people/receipt.ts'
import { RuleDraft } from '../../src/shared/domain/rule.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import { must } from '../../src/shared/must.ts'
import { decryptedBytes } from '../decrypted.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString()
const lines = [
  { type: 'post', key: 'bag', by: 'mara', at: ago(60), text: '@northair my zanzibarfish is gone' },
  { type: 'post', key: 'ours', by: 'northair', at: ago(50), replyTo: 'bag', text: 'The quokkadance, Mara?' },
  { type: 'post', by: 'mara', at: ago(40), replyTo: 'ours', text: '@northair yes' },
  { type: 'post', key: 'other', by: 'bex', at: ago(30), text: '@northair same as @mara, a wombatparade' },
  { type: 'post', by: 'mara', at: ago(20), replyTo: 'other', text: 'an echidnasong for you' },
  { type: 'dm', from: 'mara', to: 'northair', text: 'the axolotlnumber is 7' },
].map((line) => (line.type === 'dm' ? { ...line, at: ago(10) } : line))
const words = [
  'zanzibarfish',
  'quokkadance',
  'echidnasong',
  'axolotlnumber',
  'narwhalnote',
  'pangolindraft',
  'ibexreply',
  'Mara Holt',
  'dodobio',
  'Emuville',
]

/** Every file of the workspace, the database as somebody with its key would see it. */
function everything(): { name: string; bytes: Buffer }[] {
  const { folder, databaseKey } = desk.workspace
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({
      name: path,
      bytes: path.endsWith(databaseFileName)
        ? decryptedBytes(path, must(databaseKey, 'a key'))
        : readFileSync(path),
    }))
}
const holding = (word: string): string[] =>
  everything()
    .filter(({ bytes }) => bytes.includes(word))
    .map(({ name }) => name)

async function workedOn(): Promise<string> {
  desk = await flow({ kind: 'live', handles: ['northair'], lines })
  const ticketId = await desk.ticketOf('mara')
  const { card, routes } = await desk.call('ticket.get', { ticketId })
  await desk.call('ticket.note', { ticketId, text: 'narwhalnote' })
  await desk.call('draft.save', { ticketId, channel: 'note', text: 'pangolindraft', revision: 1 })
  await desk.call('reply.send', {
    ticketId,
    channel: 'public',
    text: 'ibexreply',
    targetPostId: routes.public.targetPostId,
    solves: false,
  })
  await desk.clock.advance(60_000)
  await desk.control.edit({ post: 'bag', text: '@northair my zanzibarfish was found' })
  await desk.clock.advance(60_000)
  await desk.call('workspace.backup', {})
  return card.customer.xUserId
}

test('not a word of a forgotten person is left in any file, and a receipt proves it', async () => {
  const xUserId = await workedOn()
  for (const word of [...words, `person ${xUserId}`]) expect(holding(word)).not.toEqual([])
  const preview = await desk.call('person.forget.preview', { xUserId })
  expect(preview).toMatchObject({
    username: 'mara',
    confirmWith: 'mara',
    counts: { tickets: 2, notes: 1, drafts: 1, messages: 1, directMessages: 1, backups: 1 },
    namedByOthers: 1,
  })
  const forget = { xUserId, confirm: '@Mara', why: 'She asked us to, by letter' }
  const done = await desk.call('person.forget', forget)
  expect(done.counts).toEqual(preview.counts)

  for (const word of words) expect({ word, in: holding(word) }).toEqual({ word, in: [] })
  expect(holding('wombatparade')).toHaveLength(1)
  expect(holding(`person ${xUserId}`)).toEqual([])
  expect((await desk.column('mentions')).map((row) => row.card.customer.username)).toEqual(['bex'])
  expect(await desk.column('dms')).toEqual([])

  const file = must(done.file, 'a receipt')
  expect(readFileSync(file, 'utf8')).toContain('She asked us to, by letter')
  const receipt = Receipt.parse(JSON.parse(readFileSync(file.replace(/txt$/u, 'json'), 'utf8')))
  expect(receipt.posts).toHaveLength(done.counts.posts)
})

test('answers pages lose what tells of a forgotten person, removed ones too, and so does their history', async () => {
  const xUserId = await workedOn()
  const { brand } = await desk.handle('northair')
  const brandId = brand.id
  const save = (title: string, answer: string, id?: string) =>
    desk.call('answer.save', {
      ...(id === undefined ? {} : { id }),
      brandId,
      page: { title, question: '', answer, shared: false },
    })
  const bags = await save('Bags', 'One numbatbag.\n\n- As mara holt told the tapirdesk.\n- Under 8 kg.')
  await save('Bags', 'One bag.\n\n- As @Mara told the okapidesk.\n- Under 8 kg.', bags.id)
  await save('Mara Holt', 'The kudupage.')
  const gone = await save('Lost', 'Mara Holt saw the dingoroom.')
  await desk.call('answer.remove', { pageId: gone.id })
  await save('Marathon', 'The lemurroom is open to @marathon.')
  const theirs = ['tapirdesk', 'okapidesk', 'kudupage', 'dingoroom', 'numbatbag']
  for (const word of theirs) expect(holding(word)).not.toEqual([])

  await desk.call('person.forget', { xUserId, confirm: 'mara', why: 'asked' })
  for (const word of theirs) expect({ word, in: holding(word) }).toEqual({ word, in: [] })
  const pages = await desk.call('answer.pages', { brandId })
  expect(pages.map(({ title, answer }) => [title, answer])).toEqual([
    ['Bags', 'One bag.\n\n- Under 8 kg.'],
    ['Marathon', 'The lemurroom is open to @marathon.'],
  ])
  // What is not about them can still be taken back; what was, undo does not reach for.
  await desk.call('undo.last', {})
  expect((await desk.call('answer.pages', { brandId })).map(({ title }) => title)).toEqual(['Bags'])
})

test('macros lose what tells of a forgotten person, removed ones too, and so does their history', async () => {
  const xUserId = await workedOn()
  const { brand } = await desk.handle('northair')
  const brandId = brand.id
  const save = (name: string, text: string, more: { id?: string; shortcut?: string; tags?: string[] } = {}) =>
    desk.call('macro.save', {
      ...(more.id === undefined ? {} : { id: more.id }),
      brandId,
      macro: {
        name,
        shortcut: more.shortcut ?? null,
        lang: null,
        text,
        actions: { status: null, tags: more.tags ?? [], snooze: null },
      },
    })
  const bags = await save('Bags', 'One numbatbag, mara holt.')
  await save('Bags', 'One bag.\nAs @Mara told the okapidesk.', {
    id: bags.id,
    shortcut: 'mara',
    tags: ['mara'],
  })
  await save('Mara Holt', 'The kudumacro.')
  await save('Thanks', 'Thank you, Mara Holt, from the ottercrew!')
  const gone = await save('Lost', 'Mara Holt saw the dingoroom.')
  await desk.call('macro.remove', { macroId: gone.id })
  await save('Marathon', 'The lemurroom is open to @marathon.')
  const theirs = ['numbatbag', 'okapidesk', 'kudumacro', 'ottercrew', 'dingoroom']
  for (const word of theirs) expect(holding(word)).not.toEqual([])

  await desk.call('person.forget', { xUserId, confirm: 'mara', why: 'asked' })
  for (const word of theirs) expect({ word, in: holding(word) }).toEqual({ word, in: [] })
  const macros = async () =>
    (await desk.call('macro.list', { brandId })).map(({ name, text, shortcut, actions }) => [
      name,
      text,
      shortcut,
      actions.tags,
    ])
  expect(await macros()).toEqual([
    ['Bags', 'One bag.', null, []],
    ['Marathon', 'The lemurroom is open to @marathon.', null, []],
  ])
  // What is not about them can still be taken back; what was, undo does not reach for.
  await desk.call('undo.last', {})
  expect((await macros()).map(([name]) => name)).toEqual(['Bags'])
})

test('words that everybody writes stay, and so do the macros and pages of clients that never met the person', async () => {
  desk = await flow({
    kind: 'live',
    handles: ['northair', 'lumen'],
    lines: [
      { type: 'user', username: 'customer', name: 'Will' },
      { type: 'post', by: 'customer', at: ago(30), text: '@northair my bag is gone' },
      { type: 'post', by: 'mara', at: ago(20), text: '@northair mine too' },
    ],
  })
  const air = (await desk.handle('northair')).brand.id
  const lumen = (await desk.handle('lumen')).brand.id
  const macro = (brandId: string, name: string, text: string) =>
    desk.call('macro.save', { brandId, macro: { name, text } })
  const page = (brandId: string, title: string, answer: string) =>
    desk.call('answer.save', { brandId, page: { title, question: '', answer, shared: false } })
  const everyday = 'Hi {{customer.first_name|there}}! Will you send us a DM?'
  await macro(air, 'Hello', everyday)
  await macro(air, 'As told', 'Our customer service helps.\nAs @customer told the okapidesk.')
  await macro(lumen, 'Will', 'As @customer told the lumendesk.')
  await page(air, 'Hello', 'Will the customer wait?')
  await page(lumen, 'Lamps', 'As Mara\nHolt and @customer told.')
  await desk.call('person.forget', { xUserId: desk.s.id('customer'), confirm: 'customer', why: 'asked' })
  const mara = { xUserId: desk.s.id('mara'), confirm: 'mara', why: 'asked' }
  await desk.call('person.forget', mara)

  expect(holding('okapidesk')).toEqual([])
  const macros = async (brandId: string) =>
    (await desk.call('macro.list', { brandId })).map(({ name, text }) => [name, text])
  expect(await macros(air)).toEqual([
    ['As told', 'Our customer service helps.'],
    ['Hello', everyday],
  ])
  expect(await macros(lumen)).toEqual([['Will', 'As @customer told the lumendesk.']])
  const pages = async (brandId: string) =>
    (await desk.call('answer.pages', { brandId })).map(({ answer }) => answer)
  expect(await pages(air)).toEqual(['Will the customer wait?'])
  expect(await pages(lumen)).toEqual(['As Mara\nHolt and @customer told.'])
})

test('a draft that a rule wrote tells its macro’s name, and not once that was forgotten', async () => {
  desk = await flow({
    kind: 'live',
    handles: ['northair'],
    lines: [{ type: 'post', by: 'mara', at: ago(20), text: '@northair mine is gone' }],
  })
  const { brand } = await desk.handle('northair')
  const macro = await desk.call('macro.save', {
    brandId: brand.id,
    macro: { name: 'As Mara Holt', text: 'We look for it.' },
  })
  await desk.call('rule.save', {
    rule: RuleDraft.parse({
      name: 'Refunds',
      brandId: brand.id,
      isOn: true,
      body: {
        when: { on: 'message' },
        if: { all: [{ field: 'words', oneOf: ['refund'] }] },
        steps: [{ do: 'draft', macroId: macro.id }],
      },
    }),
  })
  await desk.control.post({ by: 'bex', text: '@northair a refund, please' })
  await desk.readNow('northair', 'mentions')
  await desk.idle()
  const ticketId = await desk.ticketOf('bex')
  const drafted = async () =>
    (await desk.call('ticket.history', { ticketId })).find(({ event }) => event === 'ticket.drafted')?.after
  expect(await drafted()).toEqual({ macro_id: 'As Mara Holt' })
  await desk.call('person.forget', { xUserId: desk.s.id('mara'), confirm: 'mara', why: 'asked' })
  expect(await drafted()).toEqual({ macro_id: null })
  expect(holding('As Mara Holt')).toEqual([])
})

test('nothing old comes back late, and a new message opens a ticket of its own', async () => {
  const xUserId = await workedOn()
  await desk.call('person.forget', { xUserId, confirm: 'mara', why: 'asked' })
  await desk.clock.advance(60_000)
  await desk.control.post({ by: 'mara', text: '@northair a late zanzibarfish', ago: 10 * 60_000 })
  await desk.readNow('northair', 'mentions')
  await desk.readNow('northair', 'dms')
  await desk.readNow('northair', 'posts')
  expect(holding('zanzibarfish')).toEqual([])

  await desk.control.post({ by: 'mara', text: '@northair hello again' })
  await desk.readNow('northair', 'mentions')
  const ticketId = await desk.ticketOf('mara')
  const { timeline, card, customerTicketCount } = await desk.call('ticket.get', { ticketId })
  expect(card).toMatchObject({ status: 'new', customer: { name: 'Mara Holt' } })
  expect(timeline).toHaveLength(1)
  expect(customerTicketCount).toBe(1)
})

test('who is not meant, or is ours, or is being written to right now, is not forgotten', async () => {
  const xUserId = await workedOn()
  const refused = async (input: { xUserId: string; confirm: string }) =>
    desk.call('person.forget', { ...input, why: 'asked' }).catch((error: { code: string }) => error.code)
  expect(await refused({ xUserId, confirm: 'maro' })).toBe('person.not-confirmed')
  expect(await refused({ xUserId: '424242', confirm: 'maro' })).toBe('person.missing')
  expect(await refused({ xUserId: desk.s.id('northair'), confirm: 'northair' })).toBe('person.ours')
  expect(holding('zanzibarfish')).not.toEqual([])
  expect(await desk.call('person.forget.preview', { xUserId })).toMatchObject({ counts: { backups: 1 } })
})

test('a backup that is being written while a person is forgotten keeps nothing of them', async () => {
  const xUserId = await workedOn()
  await Promise.allSettled([
    desk.call('workspace.backup', {}),
    desk.call('person.forget', { xUserId, confirm: 'mara', why: 'asked' }),
  ])
  expect(await copiesIn(desk.workspace.folder)).toEqual([])
})
