/** @file Scenario lines: times, and every way in which a line can be wrong. */
import { expect, test } from 'vitest'
import { durationMs, momentMs, parseScenario } from './scenario.ts'

test('durations and moments', () => {
  expect([durationMs('90s'), durationMs('3m'), durationMs('2m30s'), durationMs('1d1h')]).toEqual([
    90_000, 180_000, 150_000, 90_000_000,
  ])
  const now = new Date(2026, 10, 17, 10, 7).getTime()
  expect(momentMs('09:41', now)).toBe(new Date(2026, 10, 17, 9, 41).getTime())
  expect(momentMs('09:41:30', now)).toBe(new Date(2026, 10, 17, 9, 41, 30).getTime())
  expect(momentMs('2026-11-16T09:41:00', now)).toBe(new Date(2026, 10, 16, 9, 41).getTime())
  expect(momentMs('2026-11-16T09:41:00Z', now)).toBe(Date.UTC(2026, 10, 16, 9, 41))
})

test('empty lines are let through and keep the count', () => {
  const lines = parseScenario('{"type":"world"}\n\n{"type":"user","username":"a","name":"A"}\n')
  expect(lines.map((line) => line.number)).toEqual([1, 3])
})

test.each([
  ['{"type":"world"}\nnot json', 'x.jsonl, line 2: is not JSON'],
  ['{"type":"user","username":"a b","name":"A"}', 'x.jsonl, line 1: username: '],
  ['{"type":"nonsense"}', 'x.jsonl, line 1: type: '],
  ['{"type":"post","by":"a","text":"x"}', 'line 1: needs exactly one of "at" and "after"'],
  ['{"type":"post","by":"a","text":"x","at":"25:00"}', 'line 1: at: '],
  ['{"type":"post","by":"a","text":"x","after":"soon"}', 'is no duration'],
  ['{"type":"post","by":"a","text":"x","at":"09:00","txet":"y"}', 'txet'],
  ['\n{"type":"world"}', 'line 2: a world line may only come first'],
])('%j is refused', (text, words) => {
  expect(() => parseScenario(text, 'x.jsonl')).toThrow(words)
})
