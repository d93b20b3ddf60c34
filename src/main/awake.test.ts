/** @file One hold on the computer's sleep at a time, let go when nobody needs it. */
import { beforeEach, expect, test, vi } from 'vitest'
import { awakeWhile } from './awake.ts'

const story = vi.hoisted((): string[] => [])
vi.mock('electron', () => ({
  powerSaveBlocker: {
    start: (kind: string) => story.push(`start ${kind}`),
    stop: (id: number) => void story.push(`stop ${id}`),
  },
}))
beforeEach(() => void story.splice(0))

test('it is held once, and let go once', () => {
  const want = awakeWhile()
  for (const wanted of [false, true, true, false, false]) want(wanted)
  expect(story).toEqual(['start prevent-app-suspension', 'stop 1'])
})
