/**
 * @file A handover as a file: where tickets stand, whose they are, what agents noted. No word of a post or a direct
 * message is in it: another computer has those from X itself. Shapes only.
 */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { SolvedHow, TicketStatus } from './ticket.ts'

export const handoverFileFormat = 'switchboard.handover'
export const handoverFileVersion = 1
/** Letters of a file that is taken in at most. */
export const handoverFileAtMost = 8_000_000
/** Tickets in one file at most: what is open, and what was solved last. */
export const handoverTicketsAtMost = 10_000

/** Epoch ms, up to the end of the year 9999: what a row and a calendar both take. */
const Instant = z.number().int().min(0).max(253_402_300_799_999)

const Item = z.strictObject({ kind: z.enum(['post', 'dm']), id: XId })

export const HandoverTicket = z.strictObject({
  /** Its number there. */
  number: z.number().int(),
  /** The handle that answers, by its id at X. */
  handle: XId,
  /** Its first message of the customer's, by which another computer knows it, and its newest. */
  first: Item,
  newest: Item,
  status: TicketStatus.exclude(['closed']),
  solvedAt: Instant.nullable(),
  solvedHow: SolvedHow.nullable(),
  ownerId: OwnId.nullable(),
  snoozedUntil: Instant.nullable(),
  snoozedForReply: z.boolean(),
  followUpAt: Instant.nullable(),
  followUpReason: z.string().max(1_000).nullable(),
  /** Open ones. `item`: the message that makes it; null: an agent noted it by hand, in these words. */
  promises: z
    .array(z.strictObject({ dueAt: Instant, item: Item.nullable(), words: z.string().max(1_000).nullable() }))
    .max(100),
  notes: z
    .array(
      z.strictObject({
        id: OwnId,
        agentId: OwnId.nullable(),
        text: z.string().min(1).max(20_000),
        at: Instant,
      }),
    )
    .max(1_000),
  /** When somebody there changed it last; null: nobody did. */
  changedAt: Instant.nullable(),
})
export type HandoverTicket = z.infer<typeof HandoverTicket>

export const HandoverFile = z.strictObject({
  format: z.literal(handoverFileFormat),
  version: z.literal(handoverFileVersion),
  /** The workspace that wrote it, and the X that its ids are of. */
  workspaceId: z.string().max(200),
  xOrigin: z.string().max(500),
  writtenAt: Instant,
  /** Who wrote it; null: nobody was named. */
  byId: OwnId.nullable(),
  agents: z.array(z.strictObject({ id: OwnId, name: z.string().max(200) })).max(1_000),
  tickets: z.array(HandoverTicket).max(handoverTicketsAtMost),
})
export type HandoverFile = z.infer<typeof HandoverFile>

/** What every handover file has, of whatever version. */
export const HandoverHeader = z.looseObject({ format: z.literal(handoverFileFormat), version: z.number() })

/** What of a ticket a file may change. */
export const HandoverField = z.enum(['status', 'owner', 'snooze', 'follow-up', 'promise', 'note'])
export type HandoverField = z.infer<typeof HandoverField>

/**
 * Why something stays as it is here. `changed-here`: somebody changed it here later. `newer-here`: the customer wrote
 * since, which the other computer did not know. `behind`: the other computer has messages that are not here yet.
 * `older-file`: a file that was written later was taken in before.
 */
export const KeptWhy = z.enum(['changed-here', 'newer-here', 'behind', 'older-file'])
export type KeptWhy = z.infer<typeof KeptWhy>

const TicketTold = z.object({ ticketId: OwnId, brandId: OwnId, number: z.number(), customer: z.string() })

/** What a file changes here, or would. */
export const HandoverTaking = z.object({
  writtenAt: z.number(),
  by: z.string().nullable(),
  /** Tickets of the file that are here, and that are not (yet). */
  known: z.number(),
  unknown: z.number(),
  /** All of them, and the first `toldAtMost` with what changes. */
  changedCount: z.number(),
  changed: z.array(TicketTold.extend({ fields: z.array(HandoverField) })),
  keptCount: z.number(),
  kept: z.array(TicketTold.extend({ fields: z.array(HandoverField), why: KeptWhy })),
  /** Agents of the file whom nobody here is called like: what they own stays with its owner. */
  unknownAgents: z.array(z.string()),
})
export type HandoverTaking = z.infer<typeof HandoverTaking>

/** Tickets that are told one by one. */
export const toldAtMost = 200
