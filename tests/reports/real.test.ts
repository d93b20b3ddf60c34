/** @file Real conversations, played to core through the practice X, and reported: counted again by the plain script. */
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { reportNumbers } from '../../src/shared/domain/report-numbers.ts'
import { ReportAsked } from '../../src/shared/domain/report.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import { noon } from '../practice-x/stage.ts'
import { conversationScenario, looks } from '../flows/conversation-scenario.ts'
import { flow, type Flow } from '../flows/harness.ts'
import { plainNumbers } from './plain.ts'
import { rawTables } from './raw.ts'
import { haveConversations } from '../conversations.ts'

const sample = ['sprintcare', 'Ask_Spectrum', 'SouthwestAir', 'AskPlayStation', 'hulu_support']

let f: Flow | undefined
afterEach(async () => f?.end())

test.skipIf(!haveConversations)(
  'real conversations: the report says what the plain script counts',
  { timeout: 180_000 },
  async () => {
    const scenario = conversationScenario(noon, sample)
    f = await flow({ lines: scenario.lines })
    const { call, workspace } = f
    const brands = await call('brand.list', {})
    for (const [n, brand] of brands.entries())
      await call('brand.set', {
        brandId: brand.id,
        name: 'hours',
        value: { zone: ['America/Chicago', 'America/New_York', 'Asia/Tokyo', null][n % 4] },
      })
    for (const [n, at] of looks(scenario.instants).entries()) {
      f.clock.jump(at - f.clock.now())
      f.core.power('resume')
      await f.idle()
      const { rows } = await call('column.page', {
        columnId: 'mentions:all',
        after: null,
        until: null,
        limit: 100,
        muted: false,
      })
      const cards = rows.flatMap((row) => (row.kind === 'ticket' ? [row.card] : []))
      const ended = cards.filter(({ number }) => number % 5 === n % 5)
      if (ended.length > 0) await call('ticket.solve', { ticketIds: ended.map(({ ticketId }) => ticketId) })
      const silent = cards.filter(({ number }) => number % 11 === 3)
      if (silent.length > 0)
        await call('ticket.no-reply-needed', { ticketIds: silent.map(({ ticketId }) => ticketId) })
      if (n === 1) {
        const [first] = cards
        if (first)
          await call('person.forget', {
            xUserId: first.customer.xUserId,
            confirm: `@${first.customer.username}`,
            why: 'asked for it',
          })
      }
    }
    await f.idle()

    const { raw, close } = rawTables(join(workspace.folder, databaseFileName), workspace.databaseKey)
    const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
    const last = scenario.instants.at(-1) ?? noon
    const middle = scenario.instants[scenario.instants.length >> 1] ?? noon
    for (const [least, period] of [
      [50, { from: dayOf(noon), until: dayOf(last + 3 * 86_400_000) }],
      [10, { from: dayOf(middle), until: dayOf(middle + 2 * 86_400_000) }],
    ] as const) {
      const asked = ReportAsked.parse({ scope: { brandIds: brands.map(({ id }) => id) }, period })
      const report = await call('report.get', asked)
      const core = Object.fromEntries(
        reportNumbers(report).map(({ id, value, before }) => [
          id,
          before === undefined ? { value } : { value, before },
        ]),
      )
      expect(core).toEqual(Object.fromEntries(plainNumbers(raw, asked, 'UTC')))
      expect(core['figure.replies']?.value).toBeGreaterThan(least)
      expect(core['figure.resolutions']?.value).toBeGreaterThan(least / 10)
    }
    expect(raw('erased_tickets').length).toBeGreaterThan(0)
    close()
  },
)
