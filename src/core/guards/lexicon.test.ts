import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreignWords, sentencesOf, type BrandLexicon, type Term } from './lexicon.ts'

const lexicon = (brandName: string, handle: string, more: readonly Term[] = []): BrandLexicon => ({
  brandId: brandName,
  brandName,
  terms: [{ kind: 'name', text: brandName }, { kind: 'handle', text: handle }, ...more],
  sentences: [],
})
const northair = lexicon('Northair', 'northair', [{ kind: 'domain', text: 'northair.example' }])
const lumen = lexicon('Lumen', 'lumen', [
  { kind: 'product', text: 'Glow Max' },
  { kind: 'domain', text: 'lumen.example' },
  { kind: 'sign-off', text: '— Team Lumen' },
])
const cargo = lexicon('Northair Cargo', 'northaircargo')

const found = (text: string, own = northair, others = [lumen, cargo], allowed: readonly string[] = []) =>
  foreignWords(text, { own, others, allowed }).map(({ kind, saw }) => `${kind}: ${saw}`)

test.each([
  ['Thanks for flying with Lumen!', ['name: Lumen']],
  ['Ask @lumen about it', ['handle: @lumen']],
  ['Your GLOW  max is on its way', ['product: GLOW  max']],
  ['See https://www.lumen.example/help', ['domain: lumen.example']],
  ['All the best — Team Lumen', ['sign-off: — Team Lumen']],
  ['Northair Cargo has it', ['name: Northair Cargo']],
  ['L\u200Bumen cares', ['name: L\u200Bumen']],
])('%s', (text, words) => expect(found(text)).toEqual(words))

test.each([
  'Northair has your bag, says @northair, see northair.example',
  'The lamp gives 800 lumen',
  'Lumens are a unit',
  'mail@notlumen.example',
  'see lumen.example.org',
])('nobody else’s: %s', (text) => expect(found(text)).toEqual([]))

test('a brand whose longer name holds another brand’s name may say its own', () => {
  expect(found('Northair Cargo has it', cargo, [northair, lumen])).toEqual([])
  expect(found('Northair has it', cargo, [northair, lumen])).toEqual(['name: Northair'])
})

test('a lead’s list of partners lets their words through, and no others', () => {
  expect(found('With Lumen and @lumen, as Glow Max', northair, [lumen], ['lumen'])).toEqual([
    'product: Glow Max',
  ])
})

test('signs in a word are themselves', () => {
  const odd = lexicon('Odd', 'odd', [
    { kind: 'product', text: 'X-1 (new+)' },
    { kind: 'domain', text: 'o-dd.example' },
  ])
  expect(found('The x-1 (new+) of o-dd.example', northair, [odd])).toEqual([
    'product: x-1 (new+)',
    'domain: o-dd.example',
  ])
})

const macro =
  'Hi {{customer.first_name|there}}, so sorry! Every lamp of ours has a warranty of three years, we send you a new one today. ^{{agent.initials}}'
const withMacro = (brand: BrandLexicon): BrandLexicon => ({ ...brand, sentences: sentencesOf(macro) })

test('a sentence of another brand’s macro is found wherever it stands, and however it was set', () => {
  const text =
    'Mara, indeed: every lamp  of ours has a WARRANTY of three years, we send you a new one today — promised'
  expect(found(text, northair, [withMacro(lumen)])).toEqual([
    'macro: every lamp  of ours has a WARRANTY of three years, we send you a new one today',
  ])
})

test('what the brand’s own macro says as well, what a lead allows, and what anybody says, is nobody’s', () => {
  const text = 'So sorry! Every lamp of ours has a warranty of three years, we send you a new one today.'
  expect(found(text, withMacro(northair), [withMacro(lumen)])).toEqual([])
  expect(found(text, northair, [withMacro(lumen)], [text])).toEqual([])
  expect(found('Hi there, so sorry! ^JD', northair, [withMacro(lumen)])).toEqual([])
})

test('property: no text without a letter of its words is stopped, and every word of another brand is', () => {
  const others = fc.constantFrom('Lumen', '@lumen', 'Glow Max', 'lumen.example', '— Team Lumen')
  const filler = fc.array(fc.constantFrom('and', 'we', '12', 'ok,', '😀'), { maxLength: 5 })
  fc.assert(
    fc.property(filler, others, filler, (before, word, after) => {
      const text = [...before, word, ...after].join(' ')
      const [first] = foreignWords(text, { own: northair, others: [lumen], allowed: [] })
      expect(text.slice(first?.start, first?.end)).toBe(word)
      expect(found([...before, ...after].join(' '))).toEqual([])
    }),
    { numRuns: 60 },
  )
})
