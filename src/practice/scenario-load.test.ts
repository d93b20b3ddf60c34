/** @file Lines that do not fit the world they are put into. */
import { expect, test } from 'vitest'
import { fakeClock } from '../../tests/fake-clock.ts'
import { loadScenario } from './scenario-load.ts'
import { parseScenario } from './scenario.ts'
import { tokensOf } from './tokens.ts'
import { emptyWorld, World } from './world.ts'

const now = new Date(2026, 10, 17, 10, 7).getTime()
const user = '{"type":"user","username":"a","name":"A"}'

const load = (...lines: string[]) => {
  const world = new World(emptyWorld(now), fakeClock(now), () => {
    throw new Error('nothing falls due here')
  })
  loadScenario(world, tokensOf(world), parseScenario(lines.join('\n'), 'x.jsonl'), 'x.jsonl')
  return world
}

test('the same lines make the same ids', () => {
  const lines = [user, '{"type":"post","by":"a","text":"x","at":"09:00","key":"k"}']
  expect(load(...lines).data.keys).toEqual(load(...lines).data.keys)
})

test.each([
  [[user, '{"type":"post","by":"b","text":"x","at":"09:00"}'], 'x.jsonl, line 2: nobody is called @b'],
  [[user, '{"type":"post","by":"a","text":"x","at":"10:08"}'], 'line 2: "10:08" lies after the world'],
  [
    [user, '{"type":"post","by":"a","text":"x","at":"09:00","replyTo":"k"}'],
    'line 2: there is no post with key or id "k"',
  ],
  [[user, '{"type":"post","by":"a","at":"09:00"}'], 'line 2: a post needs "text"'],
  [[user, user], 'line 2: @a exists already'],
  [
    ['{"type":"handle","username":"h","name":"H","client":"C","brand":"B","app":"none"}'],
    'line 1: there is no app called "none"',
  ],
])('%j is refused', (lines, words) => {
  expect(() => load(...lines)).toThrow(words)
})
