/** @file Every language says everything, with the same values set in, and with plurals that it has. */
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { Language } from '../language.ts'
import { catalogueOf } from './catalogue.ts'
import { en, type MessageKey } from './en.ts'

type Ast = ReturnType<IntlMessageFormat['getAst']>

/** What a message needs, and what it tells apart: `count`, `open: false other true`. */
function needs(ast: Ast, found = new Set<string>()): Set<string> {
  for (const part of ast) {
    if (!('value' in part) || part.type === 0) continue
    if (!('options' in part)) {
      found.add(part.value)
      continue
    }
    const isPlural = 'pluralType' in part
    found.add(isPlural ? part.value : `${part.value}: ${Object.keys(part.options).toSorted().join(' ')}`)
    for (const option of Object.values(part.options)) needs(option.value, found)
  }
  return found
}

/** The categories that its plurals use. */
function categories(ast: Ast, found = new Set<string>()): Set<string> {
  for (const part of ast) {
    if (!('options' in part)) continue
    for (const [name, option] of Object.entries(part.options)) {
      if ('pluralType' in part && !name.startsWith('=')) found.add(name)
      categories(option.value, found)
    }
  }
  return found
}

const others = Language.options.filter((language) => language !== 'en')
const astOf = (text: string, language: string): Ast =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()
const keys = Object.keys(en) as MessageKey[]

describe.each(others)('in %s', (language) => {
  test('every message takes the values that the English one takes', async () => {
    const catalogue = await catalogueOf(language)
    const wrong = keys.filter((key) => {
      const wanted = needs(astOf(en[key], 'en'))
      const used = needs(astOf(catalogue[key], language))
      return used.size !== wanted.size || [...used].some((need) => !wanted.has(need))
    })
    expect(wrong).toEqual([])
  })

  test('plurals are those of the language', async () => {
    const catalogue = await catalogueOf(language)
    const there = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories)
    const wrong = keys.filter((key) =>
      [...categories(astOf(catalogue[key], language))].some((category) => !there.has(category)),
    )
    expect(wrong).toEqual([])
  })

  test('no message is empty', async () => {
    const catalogue = await catalogueOf(language)
    expect(keys.filter((key) => catalogue[key].trim() === '')).toEqual([])
  })
})

test.each(Language.options)('in %s, nobody reads an apostrophe that was meant to quote', async (language) => {
  const catalogue = await catalogueOf(language)
  const literals = (ast: Ast): string[] =>
    ast.flatMap((part) => {
      if ('options' in part) return Object.values(part.options).flatMap((option) => literals(option.value))
      return part.type === 0 ? [part.value] : []
    })
  expect(keys.filter((key) => literals(astOf(catalogue[key], language)).join('').includes("'"))).toEqual([])
})

test.each(Language.options)(
  'in %s, no sentence names a key: who sits here may have another',
  async (language) => {
    const catalogue = await catalogueOf(language)
    const named = /\b(?:Shift|Ctrl|Cmd|Mod|Strg)[+ ]\S|[\][] |\b[JK] (?:and|und|y|と)/u
    expect(keys.filter((key) => !/^keys?\./u.test(key) && named.test(catalogue[key]))).toEqual([])
  },
)
