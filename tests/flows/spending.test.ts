/** @file What X charges stands in the ledger, whatever happens in between: the ledger against X's own meter. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'
import { noon } from '../practice-x/stage.ts'

let f: Flow
afterEach(() => f.end())

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString()

test('the ledger holds what X charges, to the cent', async () => {
  f = await flow({
    handles: ['northair', 'lumen'],
    lines: [
      { type: 'post', by: 'mara', text: '@northair where is my bag?', at: ago(50) },
      { type: 'post', by: 'paulo', text: 'olá @lumen e @northair', at: ago(30) },
      { type: 'dm', from: 'bex', to: 'lumen', text: 'can you check my bill?', at: ago(20) },
    ],
  })
  await f.clock.advance(10_000)
  expect(await f.spent()).toBeCloseTo(await f.metered(), 9)
})
