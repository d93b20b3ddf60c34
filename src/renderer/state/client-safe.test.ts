import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { clientSafe, withoutOthers } from './client-safe.ts'

const others = new Set(['lumen', 'lumen-handle'])

test('whatever names another brand goes out of every list, however deep it says so', () => {
  const answer = {
    rows: [
      { kind: 'ticket', id: 't1', card: { brandId: 'air', linkedBrandIds: ['lumen', 'air'] } },
      { kind: 'ticket', id: 't2', card: { brandId: 'lumen' } },
      { kind: 'job', job: { handleId: 'lumen-handle' }, card: null },
    ],
    next: null,
    total: 3,
  }
  expect(withoutOthers(answer, others)).toEqual({
    rows: [{ kind: 'ticket', id: 't1', card: { brandId: 'air', linkedBrandIds: ['air'] } }],
    next: null,
    total: 3,
  })
  expect(withoutOthers(null, others)).toBeNull()
  expect(withoutOthers(['air', 'lumen', 4], others)).toEqual(['air', 4])
})

test('a ticket of another brand is no answer at all', () => {
  expect(() => withoutOthers({ card: { brandId: 'lumen' }, timeline: [] }, others)).toThrow(Failure)
})

test('property: no id of another brand is left in any list, and without others nothing changes', () => {
  const json = fc.jsonValue({ maxDepth: 5, stringUnit: fc.constantFrom('lumen', 'air', 'x') })
  fc.assert(
    fc.property(fc.array(json), (answer) => {
      const left = JSON.stringify(withoutOthers(answer, new Set(['lumen'])))
      const listed = (value: unknown): boolean =>
        Array.isArray(value)
          ? value.some((item) => item === 'lumen' || listed(item))
          : typeof value === 'object' && value !== null && Object.values(value).some(listed)
      expect(listed(JSON.parse(left))).toBe(false)
      expect(withoutOthers(answer, new Set())).toEqual(answer)
    }),
  )
})

test('before it is known what to hide, nothing is shown but the brand itself', () => {
  const safe = clientSafe()
  expect(safe.receive('column.page', { rows: [{ brandId: 'b' }] })).toEqual({ rows: [{ brandId: 'b' }] })
  safe.show('air', null)
  expect(safe.isReady()).toBe(false)
  expect(() => safe.receive('column.page', { rows: [] })).toThrow(Failure)
  safe.show(null, null)
  expect(safe.isReady()).toBe(true)
})
