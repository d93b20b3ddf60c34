/**
 * @file A report as files of comma-separated values. Every number comes from the report that is on screen. What a program
 * of tables would run as a formula is written as text.
 */
import { stringify } from 'csv-stringify/browser/esm/sync'
import { reportNumbers } from '../shared/domain/report-numbers.ts'
import type { ContentExport, TicketContent } from '../shared/domain/report-delivery.ts'
import type { Report, TicketLine } from '../shared/domain/report.ts'

/**
 * A line break as RFC 4180 has it, and the mark by which programs of tables know UTF-8. Every cell is quoted: where a
 * semicolon parts cells, one within a label would begin another.
 */
const options = { record_delimiter: 'windows', bom: true, quoted: true } as const

/** A formula begins with one of these, perhaps behind blanks; with a quote before it stands for itself. OWASP, “CSV injection”. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u

type Cell = string | number | boolean | null | undefined

function cellOf(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return formula.test(value) ? `'${value}` : value
}

const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([head, ...rows.map((row) => row.map(cellOf))], options)

/** Every number of a report: what it is, its unit, and the same of the period before. */
export function reportCsv(report: Report): string {
  const names = new Map(
    [...report.brands, ...report.rowsBy.agent.map(({ key, name }) => ({ id: key ?? '', name }))].map(
      ({ id, name }) => [id, name],
    ),
  )
  const titles = new Map(report.incidents.map(({ id, title }) => [id, title]))
  const nameOf = (id: string): string => {
    const [group, key = ''] = id.split('.')
    if (group === 'brand' || group === 'agent') return names.get(key) ?? ''
    return group === 'incident' ? (titles.get(key) ?? '') : ''
  }
  return table(
    ['figure', 'name', 'unit', 'value', 'before', 'from', 'until'],
    reportNumbers(report).map(({ id, unit, value, before }) => [
      id,
      nameOf(id),
      unit,
      value,
      before,
      report.asked.period.from,
      report.asked.period.until,
    ]),
  )
}

const columns = [
  'ticketId',
  'number',
  'brand',
  'channel',
  'priority',
  'owner',
  'openedAt',
  'messagesIn',
  'messagesOut',
  'replies',
  'firstReplyWallMs',
  'firstReplyBusinessMs',
  'firstReplyWithin',
  'resolutions',
  'resolutionWallMs',
  'resolutionBusinessMs',
  'resolutionWithin',
  'solvedHow',
  'reopened',
  'category',
  'lang',
  'reach',
  'tags',
  'csat',
  'erased',
] as const satisfies readonly (keyof TicketLine)[]

const contentColumns = [
  'customerHandle',
  'customerPostId',
  'customerPost',
  'replyPostId',
  'reply',
] as const satisfies readonly (keyof TicketContent)[]

const cellsOf = (line: TicketLine): Cell[] =>
  columns.map((column): Cell => {
    const value = line[column]
    if (column === 'openedAt') return new Date(line.openedAt).toISOString()
    return Array.isArray(value) ? value.join(' ') : (value as Cell)
  })

/** One row per ticket. Instants are written as ISO 8601 in UTC, spans in milliseconds. */
export const ticketsCsv = (lines: readonly TicketLine[]): string => table(columns, lines.map(cellsOf))

/** The same with what was written, as far as it may leave: empty cells where it may not. */
export function contentCsv({ lines, content }: Pick<ContentExport, 'lines' | 'content'>): string {
  const written = new Map(content.map((one) => [one.ticketId, one]))
  return table(
    [...columns, ...contentColumns],
    lines.map((line) => {
      const own = written.get(line.ticketId)
      return [...cellsOf(line), ...contentColumns.map((column) => own?.[column])]
    }),
  )
}
