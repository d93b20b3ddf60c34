/**
 * @file What is counted whole in the thread of long work: rows never leave it, and core's own thread has nothing to do
 * with a report but to pass it on.
 */
import type {
  CellTicket,
  Report,
  ReportAsked,
  ReportCell,
  ReportChanges,
  TicketLine,
} from '../../shared/domain/report.ts'
import type { Reads } from '../db/database.ts'
import type { Works } from '../db/long-reads.ts'
import { agentNames, buildReport } from './build.ts'
import { cellTickets } from './cells.ts'
import { contentOf, type Content } from './content.ts'
import { frozen, reportChanges, type Frozen } from './delivered.ts'
import { ticketLines } from './lines.ts'
import { measure } from './measured.ts'

export const reportWorks = {
  'report.build': async (read: Reads, { asked, at }: { asked: ReportAsked; at: number }): Promise<Report> =>
    (await buildReport(read, asked, at)).report,
  'report.tickets': (
    read: Reads,
    { asked, cell }: { asked: ReportAsked; cell: ReportCell },
  ): Promise<CellTicket[]> => cellTickets(read, asked, cell),
  'report.lines': async (read: Reads, asked: ReportAsked): Promise<TicketLine[]> =>
    ticketLines(await measure(read, asked), await agentNames(read)),
  'report.content': async (read: Reads, asked: ReportAsked): Promise<Content & { lines: TicketLine[] }> => {
    const lines = ticketLines(await measure(read, asked), await agentNames(read))
    return { lines, ...(await contentOf(read, lines)) }
  },
  'report.content-needs': async (read: Reads, asked: ReportAsked): Promise<number> =>
    (await contentOf(read, ticketLines(await measure(read, asked), await agentNames(read)))).objects,
  'report.freeze': async (read: Reads, { asked, at }: { asked: ReportAsked; at: number }): Promise<Frozen> =>
    frozen(await buildReport(read, asked, at), await agentNames(read)),
  'report.changes': (
    read: Reads,
    { reportId, onlyBrandId, at }: { reportId: string; onlyBrandId: string | null; at: number },
  ): Promise<ReportChanges> => reportChanges(read, reportId, onlyBrandId, at),
} satisfies Works
