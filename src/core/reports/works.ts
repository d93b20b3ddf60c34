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
import { countedLines, reportChanges } from './delivered.ts'
import { ticketLines } from './lines.ts'
import { measure } from './measured.ts'

/** A report as it is kept. */
export type Frozen = {
  report: Report
  /** What each ticket of it was counted as, as `countedLines` writes it. */
  counted: string
}

export const reportWorks = {
  'report.build': async (read: Reads, { asked, at }: { asked: ReportAsked; at: number }): Promise<Report> =>
    (await buildReport(read, asked, at)).report,
  'report.tickets': (
    read: Reads,
    { asked, cell }: { asked: ReportAsked; cell: ReportCell },
  ): Promise<CellTicket[]> => cellTickets(read, asked, cell),
  'report.lines': async (read: Reads, asked: ReportAsked): Promise<TicketLine[]> =>
    ticketLines(await measure(read, asked), await agentNames(read)),
  'report.freeze': async (
    read: Reads,
    { asked, at }: { asked: ReportAsked; at: number },
  ): Promise<Frozen> => {
    const built = await buildReport(read, asked, at)
    return { report: built.report, counted: countedLines(built.measure) }
  },
  'report.changes': (
    read: Reads,
    { reportId, onlyBrandId, at }: { reportId: string; onlyBrandId: string | null; at: number },
  ): Promise<ReportChanges> => reportChanges(read, reportId, onlyBrandId, at),
} satisfies Works
