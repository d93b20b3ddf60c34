/** @file X's text rules: handles, short links, escaping, entities, the cut. */
import { expect, test } from 'vitest'
import { cutLong, entitiesOf, escapeText, handlesIn, shorten, weightedLength } from './text.ts'

test('handles are found as X finds them', () => {
  expect(handlesIn('@Anna, mail me@home.example .@bert @anna @waytoolongforahandle1 x@y')).toEqual([
    'anna',
    'bert',
  ])
})

test('an address becomes a short one without the full stop behind it', () => {
  const { text, links } = shorten('See https://example.com/a?b=1. And (http://two.example/x)!')
  expect(text).toMatch(/^See https:\/\/t\.co\/\w{10}\. And \(https:\/\/t\.co\/\w{10}\)!$/)
  expect(links.map((link) => link.expanded)).toEqual(['https://example.com/a?b=1', 'http://two.example/x'])
})

test('what is found at a page is told with its link alone, escaped as all text is', () => {
  const { text, links } = shorten('https://a.example/x https://b.example', {
    'https://a.example/x': 'Lost & found',
  })
  const { urls } = entitiesOf(text, links, () => undefined) ?? {}
  expect(urls).toMatchObject([
    { status: 200, title: 'Lost &amp; found', unwound_url: 'https://a.example/x' },
    { expanded_url: 'https://b.example' },
  ])
  expect(urls?.[1]).not.toHaveProperty('title')
})

test('entities count code points, not UTF-16 units', () => {
  const text = escapeText('😭😭 a&b @anna')
  const entities = entitiesOf(text, [], () => ({ id: '1', username: 'Anna' }))
  expect(entities).toEqual({ mentions: [{ start: 11, end: 16, username: 'anna', id: '1' }] })
  expect([...text].slice(11, 16).join('')).toBe('@anna')
  expect(entitiesOf('@nobody', [], () => undefined)).toBeUndefined()
})

test('only what is longer than 280 is cut, and the leading run does not count', () => {
  expect(cutLong(`@anna ${'x'.repeat(280)}`, 6)).toBeNull()
  const cut = cutLong(`@anna ${'word '.repeat(80)}`, 6)
  expect(cut).toMatch(/^@anna word .* word…$/)
  expect(weightedLength(cut?.slice(6) ?? '')).toBeLessThanOrEqual(280)
})
