import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entities } from './records.ts'
import { linkLineOf, previewsOf, runsOf, shownText, unescapeText } from './text.ts'

const none: Entities = { mentions: [], urls: [], hashtags: [], cashtags: [] }

test('entities behind an emoji and an escape are cut where X meant them', () => {
  const text = '👩‍👩‍👧 R&amp;D @northwindair https://t.co/a #late $NWA &lt;3'
  const at = (part: string): { start: number; end: number } => {
    const start = Array.from(text.slice(0, text.indexOf(part))).length
    return { start, end: start + [...part].length }
  }
  const runs = runsOf(text, {
    mentions: [{ ...at('@northwindair'), username: 'northwindair', userId: '1' }],
    urls: [{ ...at('https://t.co/a'), url: 'https://t.co/a', displayUrl: 'northwind.example/a' }],
    hashtags: [{ ...at('#late'), tag: 'late' }],
    cashtags: [{ ...at('$NWA'), tag: 'NWA' }],
  })
  expect(runs).toEqual([
    { kind: 'text', text: '👩‍👩‍👧 R&D ' },
    { kind: 'mention', text: '@northwindair', username: 'northwindair' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'northwind.example/a', href: 'https://t.co/a' },
    { kind: 'text', text: ' ' },
    { kind: 'hashtag', text: '#late' },
    { kind: 'text', text: ' ' },
    { kind: 'cashtag', text: '$NWA' },
    { kind: 'text', text: ' <3' },
  ])
})

test('escapes are taken back once', () => {
  expect(unescapeText('&amp;lt; &amp;amp; &lt;b&gt;')).toBe('&lt; &amp; <b>')
})

test('a link with another scheme than the web stays text', () => {
  const url = { start: 0, end: 4, url: 'javascript:alert(1)', displayUrl: 'nice' }
  expect(runsOf('evil', { ...none, urls: [url] })).toEqual([{ kind: 'text', text: 'evil' }])
})

const words = fc.array(fc.constantFrom('a', '👍🏽', '&amp;', '&lt;', 'é', '🇩🇪', ' ', '@bo', '&', '𝒳'), {
  maxLength: 30,
})

test('whatever spans come, no character is lost or doubled', () => {
  const spans = fc.array(
    fc.record({
      start: fc.nat(40),
      end: fc.nat(40),
      username: fc.constantFrom('bo', 'no good'),
      userId: fc.constant(null),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(words, spans, (parts, mentions) => {
      const text = parts.join('')
      // A span that cuts an escape in two shows its halves as they stand.
      const cutsAnEscape = mentions.some(({ start, end }) =>
        [start, end].some(
          (edge) =>
            unescapeText([...text].slice(0, edge).join('')) + unescapeText([...text].slice(edge).join('')) !==
            unescapeText(text),
        ),
      )
      fc.pre(!cutsAnEscape)
      const runs = runsOf(text, { ...none, mentions })
      expect(runs.map((run) => run.text).join('')).toBe(unescapeText(text))
    }),
  )
})

test('a span made from any place in any text comes back as that text', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const start = [...before.join('')].length
      const text = `${before.join('')}@bo${after.join('')}`
      const mention = { start, end: start + 3, username: 'bo', userId: null }
      expect(runsOf(text, { ...none, mentions: [mention] })).toContainEqual({
        kind: 'mention',
        text: '@bo',
        username: 'bo',
      })
    }),
  )
})

test('the link that X appended for the post’s own picture is not shown, and others are', () => {
  const text = '👍 see https://t.co/a https://t.co/m'
  const link = (url: string, more = {}) => {
    const start = Array.from(text.slice(0, text.indexOf(url))).length
    return { start, end: start + url.length, url, displayUrl: 'northwind.example', ...more }
  }
  const urls = [link('https://t.co/a'), link('https://t.co/m', { isOwnMedia: true })]
  expect(shownText(text, { ...none, urls })).toBe('👍 see northwind.example')
  const alone = { start: 0, end: 14, url: 'https://t.co/m', displayUrl: 'x.com', isOwnMedia: true }
  expect(runsOf('https://t.co/m', { ...none, urls: [alone] })).toEqual([])
})

test('a page is shown once, and never one of the message’s own pictures or of no address of the web', () => {
  const page = { title: 'Lost &amp; found', host: 'bags.example' }
  const link = (url: string, more = {}) => ({
    start: 0,
    end: 1,
    url,
    displayUrl: 'bags.example',
    page,
    ...more,
  })
  const urls = [
    link('https://t.co/a'),
    link('https://t.co/a'),
    link('https://t.co/m', { isOwnMedia: true }),
    link('javascript:alert(1)'),
    { ...link('https://t.co/b'), page: undefined },
  ]
  expect(previewsOf({ ...none, urls })).toEqual([
    { title: 'Lost & found', host: 'bags.example', href: 'https://t.co/a' },
  ])
  expect(linkLineOf({ ...none, urls })).toEqual({ title: 'Lost & found', host: 'bags.example' })
  expect(linkLineOf({ ...none, urls: [] })).toBeNull()
  expect(previewsOf(null)).toEqual([])
})
