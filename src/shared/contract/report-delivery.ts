/** @file How reports look for a client, their delivery by themselves, and exports with content. Part of the contract. */
import { z } from 'zod'
import {
  Accent,
  ClientLook,
  ContentExport,
  ContentLeft,
  DeliveryDay,
  LogoChange,
  ScheduleView,
} from '../domain/report-delivery.ts'
import { ReportAsked, TicketLine } from '../domain/report.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'

const ofClient = z.object({ clientId: OwnId })

export const reportDeliveryContract = {
  /** How the client of these brands wants it; null where they are of several clients, or of none. */
  'client.look': { input: z.object({ brandIds: z.array(OwnId).max(500) }), output: ClientLook.nullable() },
  /** @throws `client.missing`, `logo.type`, `logo.too-large` */
  'client.set-look': {
    input: ofClient.extend({ accent: Accent.nullable(), logo: LogoChange }),
    output: nothing,
  },
  /** Each client in the order of its brands. `onlyBrandId`: while nothing else may be shown, those alone that have no other brand. */
  'report.schedules': {
    input: z.object({ onlyBrandId: OwnId.nullable() }),
    output: z.array(ScheduleView),
  },
  /**
   * Delivers to this client by itself from now on, the first month that is not over or whose day has not come.
   * @param folderId of the dialog that main showed; null: the folder stays
   * @throws `client.missing`, `folder.unknown`
   */
  'report.schedule': {
    input: ofClient.extend({
      day: DeliveryDay,
      folderId: z.uuid().nullable(),
      words: z.string().trim().max(5_000),
    }),
    output: nothing,
  },
  /** Delivers nothing more by itself. What was delivered stays. */
  'report.unschedule': { input: ofClient, output: nothing },
  /**
   * Delivers the next month at once, though its day has not come; where one could not be written it is tried again.
   * @throws `report.unscheduled`, `report.early` while that month lasts
   */
  'report.deliver-now': { input: ofClient, output: nothing },
  /** One row per ticket of a delivered report, as it was then. @throws `report.missing`, `report.no-lines` */
  'report.delivered-lines': {
    input: z.object({ reportId: OwnId, onlyBrandId: OwnId.nullable() }),
    output: z.array(TicketLine),
  },
  /** What an export with content would take of the day's limit. Nothing is counted. @throws `brand.missing` */
  'report.content-left': { input: ReportAsked, output: ContentLeft },
  /**
   * One row per ticket with what was written in public and is still shown, counted against the day's limit as it is handed
   * out. @throws `export.limit`: nothing was handed out; `brand.missing`
   */
  'report.content': { input: ReportAsked, output: ContentExport },
}
