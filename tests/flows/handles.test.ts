/** @file Several handles of one brand, fields of its own, and the last word in public. */
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const care = {
  type: 'handle',
  username: 'northair_fr',
  name: 'North Air France',
  client: 'North Group',
  brand: 'North Air',
  app: 'Agency',
}
const said = [
  {
    type: 'post',
    key: 'both',
    by: 'mara',
    at,
    text: '@northair @northair_fr mon bagage est perdu, que faire ?',
    lang: 'fr',
  },
  { type: 'post', key: 'main', by: 'bex', at, text: '@northair where is my bag?' },
  {
    type: 'post',
    by: 'mara',
    after: '1m',
    replyTo: 'both',
    text: '@northair @northair_fr vous êtes là ?',
    lang: 'fr',
  },
  {
    type: 'post',
    by: 'bex',
    after: '1m',
    replyTo: 'main',
    text: '@northair personne ne répond ?',
    lang: 'fr',
  },
  { type: 'post', key: 'lumen', by: 'paulo', at, text: '@lumen hello?' },
]

async function begin(): Promise<{ brandId: string; main: string; french: string; lumen: string }> {
  desk = await flow({ lines: [care, ...said], handles: ['northair', 'northair_fr', 'lumen'] })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const { brand, handle } = await desk.handle('northair')
  return {
    brandId: brand.id,
    main: handle.id,
    french: (await desk.handle('northair_fr')).handle.id,
    lumen: (await desk.handle('lumen')).handle.id,
  }
}

const detail = async (username: string) =>
  desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })

async function answer(username: string, text: string): Promise<void> {
  const { card, routes } = await detail(username)
  await desk.call('reply.send', {
    ticketId: card.ticketId,
    channel: 'public',
    text,
    targetPostId: routes.public.targetPostId,
    solves: false,
  })
  for (let second = 0; second < 12; second++) await desk.clock.advance(1_000)
}

test('a ticket moves to the sibling that speaks their language, with a note, and back by one z', async () => {
  const { brandId, main, french } = await begin()
  await desk.call('brand.set', {
    brandId,
    name: 'handles',
    value: { handles: [{ username: 'NorthAir_FR', purpose: 'France', languages: ['FR'] }] },
  })
  const ticketId = await desk.ticketOf('mara')
  const ways = await desk.call('ticket.ways', { ticketId })
  expect(ways.find(({ handleId }) => handleId === french)).toMatchObject({
    purpose: 'France',
    languages: ['fr'],
    speaks: true,
    isCurrent: false,
    routes: { username: 'northair_fr', public: { open: 'yes', reason: 'typed-handle' } },
  })
  expect(ways.find(({ handleId }) => handleId === main)).toMatchObject({ isCurrent: true, speaks: null })

  await desk.call('ticket.move-handle', {
    ticketIds: [ticketId],
    handleId: french,
    note: 'Luggage from Lyon',
  })
  const moved = await detail('mara')
  expect(moved.routes.username).toBe('northair_fr')
  expect(moved.timeline.some((item) => item.kind === 'note' && item.text === 'Luggage from Lyon')).toBe(true)
  await desk.call('undo.last', {})
  const back = await detail('mara')
  expect(back.routes.username).toBe('northair')
  expect(back.timeline.some((item) => item.kind === 'note')).toBe(false)

  await desk.call('ticket.move-handle', { ticketIds: [ticketId], handleId: french, note: '' })
  await answer('mara', 'Mara, votre valise est à Lyon. Elle repart ce soir.')
  expect((await desk.control.sent()).posts.map(({ by }) => by)).toEqual(['northair_fr'])
})

test('X lets a sibling that nobody named answer nowhere, and no ticket ever leaves its brand', async () => {
  const { french, lumen } = await begin()
  const ticketId = await desk.ticketOf('bex')
  const ways = await desk.call('ticket.ways', { ticketId })
  expect(ways.map(({ username }) => username)).toEqual(['northair', 'northair_fr'])
  expect(must(ways[1], 'the sibling').routes).toMatchObject({ public: { open: 'no' }, dm: { open: false } })
  for (const ticketIds of [[ticketId], [await desk.ticketOf('mara'), await desk.ticketOf('paulo')]])
    await expect(
      desk.call('ticket.move-handle', {
        ticketIds,
        handleId: ticketIds.length === 1 ? lumen : french,
        note: '',
      }),
    ).rejects.toMatchObject({ code: 'handle.other-brand' })
  expect((await detail('mara')).routes.username).toBe('northair')
})

test('a rule hands French mail to the French handle, and leaves what that one may not answer', async () => {
  const { brandId, french } = await begin()
  await desk.call('rule.save', {
    rule: {
      name: 'French to France',
      brandId,
      isOn: true,
      body: {
        when: { on: 'message', after: 0 },
        if: { all: [{ field: 'language', not: false, oneOf: ['fr'] }], any: [] },
        steps: [{ do: 'move-handle', handleId: french }],
      },
    },
  })
  await desk.clock.advance(3 * 60_000)
  expect((await detail('mara')).routes.username).toBe('northair_fr')
  expect((await detail('bex')).routes.username).toBe('northair')
})

test('fields: what a brand lays down is kept, stands in macros, and what X forbids is refused', async () => {
  const { brandId } = await begin()
  const fields = [
    { id: 'booking', name: 'Booking', options: [] },
    { id: 'airport', name: 'Airport', options: ['LYS', 'CDG'] },
  ]
  await expect(
    desk.call('brand.set', {
      brandId,
      name: 'fields',
      value: { fields: [{ id: 'x', name: 'Diagnosis', options: [] }] },
    }),
  ).rejects.toMatchObject({ code: 'input.invalid' })
  await desk.call('brand.set', { brandId, name: 'fields', value: { fields } })
  const ticketIds = [await desk.ticketOf('mara'), await desk.ticketOf('bex')]
  const set = (ids: string[], values: { fieldId: string; value: string }[]) =>
    desk.call('ticket.set-fields', { ticketIds: ids, values })
  const lyon = { fieldId: 'airport', value: 'LYS' }
  const booking = { fieldId: 'booking', value: 'QX7 12' }
  await set(ticketIds, [lyon])
  await set(ticketIds.slice(0, 1), [booking])
  expect((await detail('mara')).desk.fields.map(({ value }) => value)).toEqual(['QX7 12', 'LYS'])
  const [ticketId = ''] = ticketIds
  expect((await desk.call('ticket.history', { ticketId })).at(-1)).toMatchObject({
    event: 'ticket.field-set',
    after: { field_id: 'Booking', value: 'QX7 12' },
  })
  for (const wrong of [
    { fieldId: 'airport', value: 'Somewhere' },
    { fieldId: 'seat', value: '12A' },
  ])
    await expect(set(ticketIds, [{ fieldId: 'booking', value: 'lost' }, wrong])).rejects.toMatchObject({
      code: 'field.missing',
    })
  // All or none.
  expect((await detail('bex')).desk.fields.map(({ value }) => value)).toEqual(['', 'LYS'])
  // Of another brand there is no such field.
  await expect(set([await desk.ticketOf('paulo')], [lyon])).rejects.toMatchObject({ code: 'field.missing' })
  await desk.call('brand.set', {
    brandId,
    name: 'moveToDm',
    value: { text: 'Please send a message about {{ticket.field.booking|your booking}}.', link: false },
  })
  const asked = async (username: string): Promise<string> =>
    (await desk.call('reply.move-to-dm', { ticketId: await desk.ticketOf(username) })).text
  expect(await asked('mara')).toBe('Please send a message about QX7 12.')
  expect(await asked('bex')).toBe('Please send a message about your booking.')
  await desk.call('undo.last', {})
  await desk.call('undo.last', {})
  expect((await detail('mara')).desk.fields.map(({ value }) => value)).toEqual(['', 'LYS'])
  // Several kept at once are one step, and one z.
  await set(ticketIds, [booking, { fieldId: 'airport', value: 'CDG' }])
  expect((await detail('bex')).desk.fields.map(({ value }) => value)).toEqual(['QX7 12', 'CDG'])
  await desk.call('undo.last', {})
  for (const username of ['mara', 'bex'])
    expect((await detail(username)).desk.fields.map(({ value }) => value)).toEqual(['', 'LYS'])
})

test('settled in private, said in public: offered once, and private data stops there whatever is settled', async () => {
  const { brandId } = await begin()
  await desk.call('brand.set', { brandId, name: 'guards', value: { 'private-data': 'off' } })
  expect((await detail('bex')).desk.settledInPrivate).toBe(false)
  await answer('bex', 'Bex, please send us a message.')
  await desk.control.dm({ from: 'bex', to: 'northair', text: 'Booking 4417, phone +44 20 7946 0958' })
  await desk.readNow('northair', 'dms')
  const { card } = await detail('bex')
  await desk.call('reply.send', {
    ticketId: card.ticketId,
    channel: 'dm',
    text: 'Found it, Bex: it is with you by six.',
    targetPostId: null,
    solves: true,
  })
  for (let second = 0; second < 12; second++) await desk.clock.advance(1_000)
  const settled = await detail('bex')
  expect(settled.desk.settledInPrivate).toBe(true)
  const { text } = await desk.call('reply.close-in-public', { ticketId: card.ticketId })
  expect(text).toContain('Bex')
  await expect(answer('bex', `${text} We called +44 20 7946 0958.`)).rejects.toMatchObject({
    code: 'guard.stopped',
    data: { guards: ['private-data'] },
  })
  await answer('bex', text)
  expect((await detail('bex')).desk.settledInPrivate).toBe(false)
})
