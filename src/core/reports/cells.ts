/** @file The tickets behind one number of a report: found in the same entries that the number was made of. */
import type { CellTicket, ReportAsked, ReportCell } from '../../shared/domain/report.ts'
import type { Reads } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { mergedTickets, wallTimesOf } from './beside.ts'
import { behind, excludedWhy } from './figures.ts'
import { measure, type Measure, type Measured } from './measured.ts'
import { messagesByQuarter } from './rows.ts'

/**
 * The tickets that a number counts, in the order of their numbers; their values add up to it.
 * @param read that of the thread of long work
 * @throws Failure `brand.missing`
 */
export async function cellTickets(read: Reads, asked: ReportAsked, cell: ReportCell): Promise<CellTicket[]> {
  const measured = await measure(read, asked)
  if (cell.of === 'excluded' && cell.why === 'merged')
    return (await mergedTickets(read, measured.brands)).map(({ id, number, brandId }) => ({
      ticketId: id,
      number,
      brandId,
      values: [1],
      erased: false,
    }))
  const valuesOf = cell.of === 'hour' ? await hourValues(read, measured, cell) : valuesIn(cell)
  return measured.tickets
    .flatMap((ticket) => {
      const values = valuesOf(ticket)
      return values.length === 0 ? [] : [cellTicket(ticket, values)]
    })
    .toSorted((one, other) => one.number - other.number)
}

const cellTicket = (ticket: Measured, values: readonly number[]): CellTicket => ({
  ticketId: ticket.id,
  number: ticket.number,
  brandId: ticket.brandId,
  values: [...values],
  erased: isSet(ticket.isErased),
})

type Values = (ticket: Measured) => readonly number[]

const once = (isSo: boolean): readonly number[] => (isSo ? [1] : [])
const opened = (ticket: Measured, isSo: boolean): readonly number[] => once(isSo && ticket.now.isOpened)

function valuesIn(cell: Exclude<ReportCell, { of: 'hour' }>): Values {
  switch (cell.of) {
    case 'figure':
      return (ticket) => behind(cell.id, ticket, 'now')
    case 'time':
      return ({ now }) =>
        now.times
          .filter((took) => took.id === cell.id && !(cell.late && took.within[cell.clock]))
          .map((took) => took.ms[cell.clock][cell.kind])
    case 'category':
      return (ticket) => opened(ticket, ticket.category === cell.category)
    case 'language':
      return (ticket) => opened(ticket, ticket.lang === cell.lang)
    case 'reach':
      return (ticket) => opened(ticket, ticket.reach === cell.reach)
    case 'brand':
      return (ticket) => opened(ticket, ticket.brandId === cell.key)
    case 'agent':
      return (ticket) => opened(ticket, ticket.ownerId === cell.key)
    case 'tag':
      return (ticket) => opened(ticket, ticket.tags.includes(cell.key))
    case 'incident':
      return (ticket) => once(ticket.incidentId === cell.id && ticket.now.messagesIn > 0)
    case 'excluded':
      return (ticket) => once(excludedWhy(ticket) === cell.why)
  }
}

async function hourValues(
  read: Reads,
  { brands }: Measure,
  { weekday, hour }: Extract<ReportCell, { of: 'hour' }>,
): Promise<Values> {
  const wallTime = wallTimesOf(brands)
  const counts = new Map<string, number>()
  for (const row of await messagesByQuarter(read, brands, 'ticket')) {
    const at = wallTime(row)
    if (at.weekday === weekday && at.hour === hour)
      counts.set(row.key, (counts.get(row.key) ?? 0) + row.messages)
  }
  return ({ id, now }) => (now.messagesIn > 0 && counts.has(id) ? [counts.get(id) ?? 0] : [])
}
