/** @file People: whom a message may name, what is known of a customer, and forgetting one. Part of the contract. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { CustomerCard } from '../domain/customer.ts'
import { AttachedTo } from '../domain/media.ts'
import { Mentionable, mentionQueryAtMost } from '../domain/mention.ts'
import { ForgetPreview, ForgetResult } from '../domain/person.ts'

export const peopleContract = {
  /**
   * The few whom a message may name that are called so, the likeliest first; nobody whom only another brand knows, and no
   * handle of another brand. Reads nothing from X. @throws `ticket.missing`, `brand.missing`
   */
  'person.mentionable': {
    input: z.object({ to: AttachedTo, query: z.string().trim().min(1).max(mentionQueryAtMost) }),
    output: z.array(Mentionable),
  },
  /** What the brand of a ticket knows of its customer, from what is stored. @throws `ticket.missing` */
  'customer.get': { input: z.object({ ticketId: OwnId }), output: CustomerCard },
  /** What forgetting this person would remove. @throws `person.missing` */
  'person.forget.preview': { input: z.object({ xUserId: XId }), output: ForgetPreview },
  /**
   * Removes one person everywhere, backups included, and leaves a receipt; it cannot be undone. `confirm` is what the
   * preview names. @throws `person.missing`, `person.ours`, `person.busy`, `person.not-confirmed`
   */
  'person.forget': {
    input: z.object({
      xUserId: XId,
      confirm: z.string().trim().max(40),
      why: z.string().trim().min(1).max(500),
    }),
    output: ForgetResult,
  },
}
