import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinParts, partsOf } from '../../shared/domain/parts.ts'
import { nextPart } from './rules.ts'

/** What happens to one request: X takes it or not, and core learns of it, dies, or is told no. */
const Fate = fc.constantFrom('sent', 'answer-lost', 'died-before', 'died-after', 'refused-then-again')

test('whatever happens to each request, every part stands once, in order, under the one before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 6 }),
      fc.option(fc.constant('900'), { nil: null }),
      fc.array(Fate, { maxLength: 12 }),
      (parts, target, fates) => {
        const atX: { id: string; text: string; under: string | null }[] = []
        let progress: string[] = []
        const luck = [...fates]
        for (;;) {
          const next = nextPart(parts, target, progress)
          if (!next) break
          // What a look finds: the same text under the same post, which no other part has claimed.
          const there = atX.find(
            (post) =>
              post.under === next.targetPostId && post.text === next.text && !progress.includes(post.id),
          )
          if (there) {
            progress = [...progress, there.id]
            continue
          }
          const fate = luck.shift() ?? 'sent'
          if (fate === 'died-before' || fate === 'refused-then-again') continue
          const id = String(1_000 + atX.length)
          atX.push({ id, text: next.text, under: next.targetPostId })
          if (fate === 'sent') progress = [...progress, id]
        }
        expect(atX.map((post) => post.text)).toEqual(parts)
        expect(atX.map((post) => post.under)).toEqual([target, ...atX.slice(0, -1).map((post) => post.id)])
        expect(progress).toEqual(atX.map((post) => post.id))
      },
    ),
  )
})

test('only the first part carries the files, and only it answers the chain’s own target', () => {
  expect(nextPart(['a', 'b'], '900', [])).toEqual({ index: 0, text: 'a', targetPostId: '900', isFirst: true })
  expect(nextPart(['a', 'b'], '900', ['1'])).toEqual({
    index: 1,
    text: 'b',
    targetPostId: '1',
    isFirst: false,
  })
  expect(nextPart(['a', 'b'], null, ['1', '2'])).toBeNull()
})

const part = fc
  .string({ minLength: 1 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !text.includes('---') && !text.includes('\r'))

test('parts that were joined come apart again', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      expect(partsOf(joinParts(parts))).toEqual(parts)
    }),
  )
})

test('a text without a dividing line is one part, and a line of hyphens within a line divides nothing', () => {
  expect(partsOf('one --- two')).toEqual(['one --- two'])
  expect(partsOf('one\n---\ntwo\n---\n')).toEqual(['one', 'two'])
  expect(partsOf('')).toEqual([''])
})
