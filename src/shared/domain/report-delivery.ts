/** @file How a client's reports look, when they are delivered by themselves, and what content leaves in an export. Shapes only. */
import { z } from 'zod'
import { WireFailure } from '../errors.ts'
import { OwnId } from '../ids.ts'
import { TicketLine } from './report.ts'

/** A colour as screens have it, in small letters. */
export const Accent = z.string().regex(/^#[0-9a-f]{6}$/)

/** The largest logo, bytes and pixels of a side. A window makes it smaller before it asks. */
export const logoBytesAtMost = 524_288
export const logoSideAtMost = 2_048

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length > 0)

export const ClientLogo = z.object({
  /** A whole PNG or JPEG. */
  bytes: Bytes,
  /** Pixels. */
  width: z.number().int(),
  height: z.number().int(),
})
export type ClientLogo = z.infer<typeof ClientLogo>

/** What a client's reports show of the client. */
export const ClientLook = z.object({
  clientId: OwnId,
  clientName: z.string(),
  logo: ClientLogo.nullable(),
  accent: Accent.nullable(),
})
export type ClientLook = z.infer<typeof ClientLook>

/** What becomes of the logo when a look is set. */
export const LogoChange = z.discriminatedUnion('do', [
  z.object({ do: z.literal('keep') }),
  z.object({ do: z.literal('remove') }),
  z.object({ do: z.literal('take'), bytes: Bytes }),
])
export type LogoChange = z.infer<typeof LogoChange>

/** A month of a calendar. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** The day of the month after; a month that has no such day: its last. */
export const DeliveryDay = z.number().int().min(1).max(31)

/** What stands between a month and its files. */
export const RunTrouble = z.object({
  month: Month,
  failure: WireFailure,
  at: z.number(),
  /** When it is tried again, epoch ms. */
  nextTryAt: z.number(),
})
export type RunTrouble = z.infer<typeof RunTrouble>

/** What is delivered by itself to a client. */
export const ScheduleView = z.object({
  clientId: OwnId,
  clientName: z.string(),
  brandIds: z.array(OwnId),
  /** Null: nothing is. */
  schedule: z
    .object({
      day: DeliveryDay,
      folder: z.string(),
      words: z.string(),
      /** The next month, and from when it is delivered, epoch ms. */
      month: Month,
      dueAt: z.number(),
    })
    .nullable(),
  /** The last one that was written whole; null: none yet. */
  last: z.object({ month: Month, at: z.number() }).nullable(),
  trouble: RunTrouble.nullable(),
})
export type ScheduleView = z.infer<typeof ScheduleView>

/** What somebody wrote in a ticket, as far as it may leave; empty where it may not, or is not. */
export const TicketContent = z.object({
  ticketId: OwnId,
  customerHandle: z.string(),
  customerPostId: z.string(),
  customerPost: z.string(),
  replyPostId: z.string(),
  reply: z.string(),
})
export type TicketContent = z.infer<typeof TicketContent>

/** How much of the day's content an export needs, and how much there is. */
export const ContentLeft = z.object({
  needs: z.number().int(),
  left: z.number().int(),
  limit: z.number().int(),
  /** When the day's limit begins anew, epoch ms. */
  freshAt: z.number(),
})
export type ContentLeft = z.infer<typeof ContentLeft>

export const ContentExport = z.object({
  lines: z.array(TicketLine),
  /** Of the tickets that have any, in the same order. */
  content: z.array(TicketContent),
  /** How much of the day's limit it took. */
  counted: z.number().int(),
})
export type ContentExport = z.infer<typeof ContentExport>
