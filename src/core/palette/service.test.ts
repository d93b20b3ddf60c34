/** @file The palette, and the choice of emoji, remember for each person apart. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/database.ts'
import { agentService } from '../agents/service.ts'
import { pinGate } from '../agents/pin-gate.ts'
import { emojiService } from './emoji.ts'
import { paletteService } from './service.ts'

let t: TestDatabase
beforeEach(() => void (t = testDatabase()))
afterEach(() => t.end())

const call = { connectionId: 'test' }

test('choices weigh by how often and how lately, and are nobody else’s', async () => {
  const palette = paletteService({ database: t.database })
  const keys = async () => (await palette['palette.uses']({}, call)).map(({ key }) => key)
  expect(await keys()).toEqual([])
  await palette['palette.use']({ key: 'ticket.solve' }, call)
  await palette['palette.use']({ key: 'reply.public' }, call)
  await palette['palette.use']({ key: 'ticket.solve' }, call)
  expect(await keys()).toEqual(['ticket.solve', 'reply.public'])

  const agents = agentService({
    database: t.database,
    gate: pinGate({ database: t.database, clock: t.clock }),
  })
  await agents['agent.sit']({ name: 'Jo Dunn', initials: 'JD' }, call)
  expect(await keys()).toEqual([])
  await palette['palette.use']({ key: 'ticket.hold' }, call)
  expect(await keys()).toEqual(['ticket.hold'])
})

test('emoji are remembered for each person apart, the newest first, each once', async () => {
  const emoji = emojiService({ database: t.database })
  for (const one of ['🎉', '🧳', '🎉']) await emoji['emoji.use']({ emoji: one }, call)
  expect(await emoji['emoji.recent']({}, call)).toEqual(['🎉', '🧳'])
  const agents = agentService({
    database: t.database,
    gate: pinGate({ database: t.database, clock: t.clock }),
  })
  await agents['agent.sit']({ name: 'Jo Dunn', initials: 'JD' }, call)
  expect(await emoji['emoji.recent']({}, call)).toEqual([])
})
