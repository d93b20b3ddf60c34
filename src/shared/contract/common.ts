/** @file What several parts of the contract share. */
import { z } from 'zod'
import { mostTickets } from '../domain/bulk.ts'
import { Override } from '../domain/guard.ts'
import { OwnId } from '../ids.ts'

/** No input, or no output. */
export const nothing = z.object({})

/** What a message carries beside its words. */
export const beside = {
  attachmentIds: z.array(OwnId).max(4).optional(),
  /** Leaves then instead of after its hold; null or left out: after its hold. */
  scheduledAt: z.number().int().nullish(),
  /** Why it goes out in spite of what the guards found. */
  override: Override.optional(),
}

/** One action over all of them. */
export const ticketIds = z.object({ ticketIds: z.array(OwnId).min(1).max(mostTickets) })

/** What the undo line says after an action: how many tickets it touched. */
export const Done = z.object({ event: z.string(), ticketIds: z.array(OwnId) })
