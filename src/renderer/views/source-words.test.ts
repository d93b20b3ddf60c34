/** @file How a source reads: completeness, refusals without talk of texts, what signing in again mends. */
import { expect, test } from 'vitest'
import type { SourceStatus } from '../../shared/domain/brand.ts'
import { doubtWords, needsSignIn, sourceName, sourceWords } from './source-words.ts'

const at = (hour: number): number => new Date(2026, 10, 26, hour, 7, 12).getTime()
const status = (more: Partial<SourceStatus>): SourceStatus => ({
  source: 'list',
  subject: '0193f0a0-0000-7000-8000-000000000001',
  title: 'Press',
  state: 'ok',
  completeToAt: at(10),
  proof: 'poll',
  gaps: [],
  alarm: null,
  nextTryAt: null,
  failure: null,
  ...more,
})
const refused = (reason: string) =>
  status({
    state: 'failed',
    failure: { code: 'x.refused', data: { reason, detail: 'no viable alternative' } },
  })

test('a source says to the second what is here, and nothing before its first read', () => {
  expect(sourceWords(status({}))).toBe('Complete to 10:07:12')
  expect(sourceWords(status({ state: 'waiting', completeToAt: null }))).toBe('Waiting for its first read')
})

test('a refused reading is told without a word about a text to keep', () => {
  expect(sourceWords(refused('invalid-request'))).toContain('no viable alternative')
  expect(sourceWords(refused('something new'))).not.toContain('Your text')
})

test('signing in again mends a missing permission, and nothing else', () => {
  expect(needsSignIn(refused('missing-permission'))).toBe(true)
  expect(needsSignIn(refused('invalid-request'))).toBe(false)
  expect(needsSignIn(status({}))).toBe(false)
})

test('what is listened to has its own name', () => {
  expect(sourceName(status({}))).toBe('Press')
  expect(sourceName(status({ title: null, source: 'mentions' }))).toBe('Mentions')
})

test('what may be missing is told with its span', () => {
  const gap = { id: 'gap', fromAt: at(8), toAt: at(9), why: 'circle', seen: false } as const
  expect(doubtWords({ kind: 'gap', gap }, at(10))).toContain('08:07 to 09:07')
  expect(doubtWords({ kind: 'gap', gap: { ...gap, toAt: at(8) } }, at(10))).toContain('of 08:07 led')
  expect(sourceWords(status({ gaps: [gap] }))).toBe('Complete to 10:07:12, but for this:')
  expect(doubtWords({ kind: 'quiet', since: at(9), rhythmMs: 240_000 }, at(10))).toBe(
    'Nothing since 09:07, though something comes every 4 m at this hour.',
  )
})

test('what a sign-in lacks is mended by a new one, and says so', () => {
  expect(sourceWords(refused('missing-permission'))).toContain('connect the handle again')
})
