/** @file Reports: what was counted, what stands behind each number, and what was delivered. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import {
  CellTicket,
  DeliveredView,
  Report,
  ReportAsked,
  ReportCell,
  ReportChanges,
  TicketLine,
} from '../domain/report.ts'

export const reportContract = {
  /** Counts a report anew. @throws `brand.missing` */
  'report.get': { input: ReportAsked, output: Report },
  /** Labels that tickets of these brands have, in the order of the alphabet: what a report may be narrowed to. */
  'report.tags': { input: z.object({ brandIds: z.array(OwnId) }), output: z.array(z.string()) },
  /** The tickets that one of its numbers counts. @throws `brand.missing` */
  'report.tickets': { input: ReportAsked.extend({ cell: ReportCell }), output: z.array(CellTicket) },
  /** One row per ticket, without anything that somebody wrote. @throws `brand.missing` */
  'report.lines': { input: ReportAsked, output: z.array(TicketLine) },
  /**
   * Counts a report once more and freezes that: it says the same from then on, whatever comes to light.
   * @param words a paragraph for the client
   * @throws `report.early` for a period that lasts, `report.clients` for brands of several clients, `brand.missing`
   */
  'report.deliver': {
    input: ReportAsked.extend({ words: z.string().trim().max(5_000) }),
    output: z.object({ reportId: OwnId }),
  },
  /** What was delivered, newest first. `onlyBrandId`: of that brand alone, while nothing else may be shown. */
  'report.delivered': { input: z.object({ onlyBrandId: OwnId.nullable() }), output: z.array(DeliveredView) },
  /** One as it was delivered. @throws `report.missing`, also for one of other brands than the one that may be shown */
  'report.show': {
    input: z.object({ reportId: OwnId, onlyBrandId: OwnId.nullable() }),
    output: z.object({ delivered: DeliveredView, report: Report }),
  },
  /** Counts a delivered report again, and says what differs and why. @throws `report.missing`, `brand.missing` */
  'report.changes': {
    input: z.object({ reportId: OwnId, onlyBrandId: OwnId.nullable() }),
    output: ReportChanges,
  },
}
