/** @file Bursts of changes cost few reads, and the last change is always read. */
import { expect, test } from 'vitest'
import { fakeClock } from '../../../tests/fake-clock.ts'
import { paced } from './paced.ts'

const settle = () => new Promise<void>((done) => setTimeout(done, 0))

test('a burst is read once now and once after the gap', async () => {
  const clock = fakeClock(0, settle)
  const reads: number[] = []
  const pace = paced(clock, 100, (error) => expect.fail(String(error)))
  const read = async () => void reads.push(clock.monotonic())
  for (let n = 0; n < 20; n++) pace.ask('column', read)
  await clock.advance(50)
  expect(reads).toEqual([0])
  await clock.advance(1_000)
  expect(reads).toEqual([0, 100])
})

test('what changes during a slow read is read again afterwards, never at the same time', async () => {
  const clock = fakeClock(0, settle)
  const pace = paced(clock, 100, (error) => expect.fail(String(error)))
  let inFlight = 0
  let most = 0
  let reads = 0
  const slow = async () => {
    most = Math.max(most, ++inFlight)
    reads++
    await new Promise<void>((done) => clock.after(500, done))
    inFlight--
  }
  pace.ask('column', slow)
  await clock.advance(200)
  pace.ask('column', slow)
  pace.ask('column', slow)
  await clock.advance(2_000)
  expect({ most, reads }).toEqual({ most: 1, reads: 2 })
})

test('a read that fails is told, and the next one runs all the same', async () => {
  const clock = fakeClock(0, settle)
  const told: unknown[] = []
  const pace = paced(clock, 100, (error) => told.push(error))
  pace.ask('ticket', () => Promise.reject(new Error('gone')))
  await clock.advance(150)
  let read = false
  pace.ask('ticket', async () => void (read = true))
  await clock.advance(150)
  expect(told).toHaveLength(1)
  expect(read).toBe(true)
})

test('subjects do not wait for each other, and nothing runs after stop', async () => {
  const clock = fakeClock(0, settle)
  const reads: string[] = []
  const pace = paced(clock, 100, (error) => expect.fail(String(error)))
  pace.ask('a', async () => void reads.push('a'))
  pace.ask('b', async () => void reads.push('b'))
  await settle()
  pace.ask('a', async () => void reads.push('a again'))
  pace.stop()
  await clock.advance(1_000)
  expect(reads).toEqual(['a', 'b'])
})

test('what never rests is read less and less often, and at once again after a rest; who waits for it does not', async () => {
  const clock = fakeClock(0, settle)
  const reads: number[] = []
  const pace = paced(clock, 100, (error) => expect.fail(String(error)))
  const read = async () => void reads.push(clock.monotonic())
  for (let n = 0; n < 200; n++) {
    pace.ask('column', read)
    await clock.advance(10)
  }
  expect(reads.slice(0, 5)).toEqual([0, 100, 300, 700, 1_200])
  pace.ask('column', read, { urgent: true })
  await clock.advance(10)
  expect(reads.at(-1)).toBe(2_000)
  await clock.advance(5_000)
  reads.length = 0
  for (let n = 0; n < 3; n++) {
    pace.ask('column', read)
    await clock.advance(100)
  }
  expect(reads.slice(0, 2)).toEqual([7_010, 7_110])
})
