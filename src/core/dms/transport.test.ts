import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addHandle,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import { Failure } from '../../shared/errors.ts'
import { ingestDms } from '../sync/ingest.ts'
import type { XGateway } from '../x/gateway.ts'
import { movedHandles, noteChatEvent } from './signals.ts'
import { transportOf, withTransports, type DmTransport } from './transport.ts'

let made: TestDatabase
let air: TestHandle
beforeEach(async () => {
  made = testDatabase()
  air = await addHandle(made.database, 'northair', '100')
})
afterEach(() => made.end())

const empty = { items: [], included: [], people: [], nextToken: null, unreadable: 0 }
/** A gateway that notes what it is asked to send, and refuses with `reason`. */
function legacyX(reason: string | null = null) {
  const sent: string[] = []
  const x = {
    dms: async () => empty,
    dmsWith: async () => empty,
    dm: async (_handleId: string, { text }: { text: string }) => {
      if (reason !== null) throw new Failure('x.refused', { reason, detail: '' })
      sent.push(text)
      return { eventId: '1', conversationId: '11-100' }
    },
  } as unknown as XGateway
  return { sent, x }
}
/** Stands in for a transport that can speak X Chat. */
function xchatDouble() {
  const sent: string[] = []
  const transport: DmTransport = {
    kind: 'xchat',
    read: async () => empty,
    readWith: async () => empty,
    send: async (_handleId, { text }) => {
      sent.push(text)
      return { eventId: '2', conversationId: 'chat' }
    },
  }
  return { sent, transport }
}
const hello = { text: 'hello', participantId: '11' }
const arrive = (at: number, id = '9') =>
  made.database.write((tx) =>
    ingestDms(tx, {
      handle: air,
      people: [],
      events: [
        {
          id,
          conversationId: '11-100',
          senderId: '11',
          text: 'hi',
          entities: null,
          mediaCount: 0,
          createdAt: at,
        },
      ],
    }),
  )

test('a message goes the legacy way until X says that the conversation is encrypted', async () => {
  const { sent, x } = legacyX()
  await withTransports(x, made.database).dm(air.id, hello)
  expect(sent).toEqual(['hello'])

  const refusing = withTransports(legacyX('encrypted').x, made.database)
  await expect(refusing.dm(air.id, hello)).rejects.toMatchObject({ data: { reason: 'encrypted' } })
  expect(await transportOf(made.database.read, air.id, '11')).toBe('xchat')
  expect(await movedHandles(made.database.read, made.clock.now())).toEqual(new Map([[air.id, 'refused']]))
  // From now on nothing leaves at all: it would only be refused again.
  await expect(withTransports(x, made.database).dm(air.id, hello)).rejects.toMatchObject({
    code: 'x.refused',
  })
  expect(sent).toEqual(['hello'])
})

test('with a transport for X Chat in place, its conversations go through it, and others do not', async () => {
  await withTransports(legacyX('encrypted').x, made.database)
    .dm(air.id, hello)
    .catch(() => undefined)
  const { sent, x } = legacyX()
  const double = xchatDouble()
  const gateway = withTransports(x, made.database, [double.transport])
  await gateway.dm(air.id, hello)
  await gateway.dm(air.id, { text: 'other', participantId: '12' })
  expect(double.sent).toEqual(['hello'])
  expect(sent).toEqual(['other'])
})

test('another refusal moves nothing', async () => {
  await withTransports(legacyX('dm-closed').x, made.database)
    .dm(air.id, hello)
    .catch(() => undefined)
  expect(await transportOf(made.database.read, air.id, '11')).toBe('legacy')
  expect(await movedHandles(made.database.read, made.clock.now())).toEqual(new Map())
})

test('a newer legacy message takes it back, an older one does not', async () => {
  await withTransports(legacyX('encrypted').x, made.database)
    .dm(air.id, hello)
    .catch(() => undefined)
  await arrive(testStart - 1)
  expect(await transportOf(made.database.read, air.id, '11')).toBe('xchat')
  await arrive(testStart + 60_000, '10')
  expect(await transportOf(made.database.read, air.id, '11')).toBe('legacy')
})

test('an event of X Chat is told on the brand', async () => {
  await made.database.write((tx) => noteChatEvent(tx, air.id))
  expect(made.events.at(-1)?.brandIds).toEqual([air.brandId])
  expect(await movedHandles(made.database.read, made.clock.now())).toEqual(new Map([[air.id, 'chat-event']]))
})
