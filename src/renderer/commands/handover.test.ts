import { expect, test } from 'vitest'
import { fakeClock } from '../../../tests/fake-clock.ts'
import { buildConsole } from '../state/console.ts'
import { exportHandover } from './handover.ts'

/** What is said of a file with 8 tickets. @param saved where the person put it; null: they thought better of it */
async function saidOf(more: boolean, saved: string | null): Promise<string | undefined> {
  const host = {
    invoke: () => Promise.resolve({ saved } as never),
    onEvent: () => () => {},
    onPort: () => () => {},
  }
  const { console: built } = buildConsole(host, fakeClock(0))
  const call = () => Promise.resolve({ name: 'a.json', content: '{}', tickets: 8, more } as never)
  await exportHandover({ ...built, call })
  return built.session.getState().said?.text
}

test('a handover file that holds all of them says how many, and one that does not says so', async () => {
  expect(await saidOf(false, 'a.json')).toBe('Written: 8 tickets, no word of a message')
  expect(await saidOf(true, 'a.json')).toBe(
    'Written: 8 tickets, what is open first, then what is newest. There are more than fit into one file',
  )
  expect(await saidOf(true, null)).toBeUndefined()
})
