/** @file A brand as a file: out of one brand, into another, undone whole; and files that are none. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const macro = {
  name: 'Bag is late',
  shortcut: 'bag',
  lang: null,
  text: 'So sorry, {{customer.first_name|there}}.',
  actions: { status: 'on-hold' as const, tags: ['baggage'], snooze: null },
}

async function twoBrands() {
  desk = await flow({ handles: ['northair', 'lumen'] })
  const from = (await desk.handle('northair')).brand
  const to = (await desk.handle('lumen')).brand
  await desk.call('macro.save', { brandId: from.id, macro })
  await desk.call('brand.set', {
    brandId: from.id,
    name: 'voice',
    value: { tone: 'Warm, short', neverSay: ['policy'] },
  })
  await desk.call('brand.hold', { brandId: from.id, publicMs: 20_000, dmMs: 3_000 })
  return { from: from.id, to: to.id }
}
const state = async (brandId: string) => ({
  macros: (await desk.call('macro.list', { brandId })).map(({ name, shortcut, text, actions }) => ({
    name,
    shortcut,
    text,
    actions,
  })),
  settings: await desk.call('brand.settings', { brandId }),
  holds: (await desk.call('brand.list', {})).find(({ id }) => id === brandId)?.holdMs,
})

test('a brand goes into a file and into another brand, in one action that undo takes back', async () => {
  const { from, to } = await twoBrands()
  const before = await state(to)
  const { lines } = await desk.call('kit.parts', { brandId: from })
  expect(lines).toContainEqual({ part: 'macros', count: 1 })
  const parts = lines.map(({ part }) => part)
  const { name, content } = await desk.call('kit.export', { brandId: from, parts })
  expect(name).toMatch(/\.brand-kit\.json$/u)
  expect(await desk.call('kit.read', { content })).toMatchObject({ lines })
  const taken = await desk.call('kit.import', { brandId: to, content, parts })
  expect(taken).toMatchObject({ macrosAdded: 1, macrosReplaced: 0, shortcutsLeft: [] })
  expect(await state(to)).toEqual(await state(from))
  await desk.call('undo.last', {})
  expect(await state(to)).toEqual(before)
})

test('only what is chosen is taken; macros of the same name are replaced, a taken shortcut is left out and told', async () => {
  const { from, to } = await twoBrands()
  await desk.call('macro.save', { brandId: to, macro: { ...macro, text: 'Old', shortcut: null } })
  await desk.call('macro.save', { brandId: to, macro: { ...macro, name: 'Other' } })
  const taken = await desk.call('kit.copy', { brandId: to, fromBrandId: from, parts: ['macros'] })
  expect(taken).toMatchObject({ macrosAdded: 0, macrosReplaced: 1, shortcutsLeft: ['Bag is late'] })
  const after = await state(to)
  expect(after.macros.find(({ name }) => name === 'Bag is late')).toMatchObject({
    text: macro.text,
    shortcut: null,
  })
  expect(after.settings.voice.tone).toBe('')
})

test.each([
  ['no JSON', 'hello'],
  ['something else', '{"format":"other"}'],
  [
    'a part that is not known',
    '{"format":"switchboard.brand-kit","version":1,"brand":"A","settings":{"magic":{}}}',
  ],
  ['a later version', '{"format":"switchboard.brand-kit","version":2,"brand":"A"}'],
])('%s is refused with what is wrong, and nothing is taken', async (_what, content) => {
  const { to } = await twoBrands()
  const before = await state(to)
  await expect(
    desk.call('kit.import', { brandId: to, content, parts: ['macros', 'voice'] }),
  ).rejects.toMatchObject({ code: 'kit.invalid' })
  expect(await state(to)).toEqual(before)
})

test('one bad macro, and nothing of the file is taken', async () => {
  const { to } = await twoBrands()
  const before = await state(to)
  const kit = {
    format: 'switchboard.brand-kit',
    version: 1,
    brand: 'A',
    settings: { voice: { tone: 'Loud' } },
    macros: [macro, { ...macro, name: 'Bad', shortcut: null, text: '{{custmer.name}}' }],
  }
  await expect(
    desk.call('kit.import', { brandId: to, content: JSON.stringify(kit), parts: ['macros', 'voice'] }),
  ).rejects.toMatchObject({ code: 'macro.unknown', data: { name: 'custmer.name', macro: 'Bad' } })
  expect(await state(to)).toEqual(before)
})
