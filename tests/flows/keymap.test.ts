/** @file Keys belong to who sits here, and so does what they were taught. */
import { afterEach, expect, test } from 'vitest'
import { plainKeymap } from '../../src/shared/keymap.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

test('each person has keys of their own, and is shown each key once', async () => {
  desk = await flow({ handles: ['northair'] })
  const session = async () => {
    const { keymap, trained } = await desk.call('session.get', {})
    return { keymap, trained }
  }
  expect(await session()).toEqual({ keymap: plainKeymap, trained: [] })
  const jo = await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const vim = { ...plainKeymap, preset: 'vim' as const, own: { 'ticket.solve': ['q q'] } }
  await desk.call('keymap.set', { keymap: vim })
  for (const command of ['ticket.solve', 'ticket.tag', 'ticket.solve'])
    await desk.call('keymap.taught', { command })
  expect(await session()).toEqual({ keymap: vim, trained: ['ticket.solve', 'ticket.tag'] })
  await desk.call('agent.sit', { name: 'Ana Reis', initials: 'AR' })
  expect(await session()).toEqual({ keymap: plainKeymap, trained: [] })
  await desk.call('agent.sit', { agentId: jo.id })
  expect(await session()).toEqual({ keymap: vim, trained: ['ticket.solve', 'ticket.tag'] })
  await expect(
    desk.call('keymap.set', { keymap: { ...plainKeymap, own: { 'ticket.solve': ['Hyper+x'] } } }),
  ).rejects.toMatchObject({ code: 'input.invalid' })
})
