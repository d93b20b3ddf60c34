/** @file Files of a report, read back by a strict parser: every number is there, and nothing in them runs. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TicketLine } from '../shared/domain/report.ts'
import { contentCsv, ticketsCsv } from './report-csv.ts'

const line: TicketLine = {
  ticketId: '01980000-0000-7000-8000-000000000000',
  number: 7,
  brand: 'Northwind Air',
  channel: 'public',
  priority: 'normal',
  owner: null,
  openedAt: Date.UTC(2028, 1, 29, 12),
  messagesIn: 2,
  messagesOut: 1,
  replies: 1,
  firstReplyWallMs: 60_000,
  firstReplyBusinessMs: 0,
  firstReplyWithin: true,
  resolutions: 0,
  resolutionWallMs: null,
  resolutionBusinessMs: null,
  resolutionWithin: null,
  solvedHow: null,
  reopened: 0,
  category: 'question',
  lang: 'en',
  reach: 'usual',
  tags: ['bag', 'late'],
  csat: null,
  erased: false,
}

const strict = { bom: true, columns: true, relax_quotes: false, relax_column_count: false } as const
const read = (csv: string): Record<string, string>[] => parse(csv, strict)

test('one row per ticket, with what is not known left empty', () => {
  const [row] = read(ticketsCsv([line]))
  expect(row).toMatchObject({
    number: '7',
    owner: '',
    openedAt: '2028-02-29T12:00:00.000Z',
    firstReplyWithin: 'yes',
    resolutionWithin: '',
    tags: 'bag late',
    erased: 'no',
  })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('%j is text, not a formula', (text) => {
  const [row] = read(ticketsCsv([{ ...line, brand: text, owner: text, tags: [text] }]))
  for (const cell of [row?.['brand'], row?.['owner'], row?.['tags']]) expect(cell).toBe(`'${text}`)
})

test('whatever a name holds, each cell comes back whole and none begins as a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (names) => {
      const rows = read(ticketsCsv(names.map((brand, number) => ({ ...line, number, brand }))))
      expect(rows.map(({ number }) => Number(number))).toEqual(names.map((_, n) => n))
      for (const [n, { brand = '' }] of rows.entries()) {
        expect(brand.replace(/^'/u, '')).toBe((names[n] ?? '').replace(/^'/u, ''))
        expect(brand).not.toMatch(/^[=+\-@\t\r]/u)
      }
    }),
  )
})

test('what was written stands beside its ticket, and runs nowhere', () => {
  const other = { ...line, ticketId: '01980000-0000-7000-8000-000000000001', channel: 'dm' as const }
  const written = {
    ticketId: line.ticketId,
    customerHandle: 'mara',
    customerPostId: '1',
    customerPost: '\n=HYPERLINK("http://x.test")\r\nwhere, "exactly"?',
    replyPostId: '2',
    reply: '@mara we look',
  }
  const [own, their] = read(contentCsv({ lines: [line, other], content: [written] }))
  expect(own).toMatchObject({
    customerHandle: 'mara',
    customerPost: `'${written.customerPost}`,
    reply: "'@mara we look",
  })
  expect(their).toMatchObject({ customerHandle: '', customerPost: '', reply: '', channel: 'dm' })
})
