import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coreOf, resemblance, type OurAccount } from './resemblance.ts'

const us: OurAccount = { username: 'northair', name: 'North Air', brandName: 'North Air' }
const like = (username: string, name = 'Somebody') => resemblance({ username, name }, us)

test.each([
  'northair_help',
  'NorthAirSupport',
  'n0rthair',
  'northa1r',
  'nortthair',
  'northair24',
  'TheNorthAir',
  'north_air_care',
  'AskNorthAir',
  'northalr',
])('@%s could be taken for @northair', (username) => expect(like(username)).toBe('handle'))

test.each(['mara_k', 'northwind', 'airfan', 'north', 'help', 'southair', 'the_real_mara'])(
  '@%s could not',
  (username) => expect(like(username)).toBeNull(),
)

test('a name tells as well, in letters of another script, too', () => {
  expect(like('mara_k', 'North Air Support')).toBe('name')
  expect(like('mara_k', 'Nоrth Аir')).toBe('name')
  expect(like('northair_help', 'North Air')).toBe('both')
  expect(like('mara_k', 'Mara North')).toBeNull()
})

test('the brand’s name counts beside the handle’s own', () => {
  const care: OurAccount = { username: 'airnorthcare', name: 'Care team', brandName: 'North Air' }
  expect(resemblance({ username: 'x1', name: 'NORTH AIR help' }, care)).toBe('name')
})

test('short names want the very word', () => {
  const bt: OurAccount = { username: 'btcare', name: 'BTX', brandName: 'BTX' }
  expect(resemblance({ username: 'btx_help', name: 'Ann' }, bt)).toBeNull()
  expect(resemblance({ username: 'ann', name: 'BTX help' }, bt)).toBe('name')
  expect(resemblance({ username: 'ann', name: 'BTY' }, bt)).toBeNull()
})

test('adding an affix never hides a resemblance', () => {
  const affix = fc.constantFrom('_help', '_support', 'care', 'team', '_official', '24')
  fc.assert(
    fc.property(affix, affix, (one, two) => coreOf(`northair${one}${two}`) === coreOf('northair')),
    { numRuns: 36 },
  )
})

test('nothing that a person may be called breaks it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (name) => {
      expect([null, 'name']).toContain(like('mara_k', name))
    }),
    { numRuns: 100 },
  )
})
