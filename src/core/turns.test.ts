import { expect, test } from 'vitest'
import { eachInTurn, sharedLoop } from './turns.ts'

test('whoever waits has a turn while long work goes on', async () => {
  let isOver = false
  let turns = 0
  const wait = (): void => {
    if (isOver) return
    turns++
    setImmediate(wait)
  }
  setImmediate(wait)
  const end = performance.now() + 60
  const made = await eachInTurn(
    [1, 2, 3, 4],
    (n) => {
      // A piece that takes a quarter of the time.
      const until = Math.max(performance.now(), end - 60 + 15 * n)
      while (performance.now() < until);
      return n * 2
    },
    sharedLoop(),
  )
  isOver = true
  expect(made).toEqual([2, 4, 6, 8])
  expect(turns).toBeGreaterThan(2)
})
