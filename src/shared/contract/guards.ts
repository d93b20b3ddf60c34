/** @file What the guard rails say about a draft. Part of the contract. */
import { z } from 'zod'
import { Exposed, Finding, GuardCount } from '../domain/guard.ts'
import { AttachedTo } from '../domain/media.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'

export const guardsContract = {
  /** What the guards would say if this were sent now. Sending asks them again: what stops here is refused there. */
  'draft.check': {
    input: z.object({
      to: AttachedTo,
      text: z.string().max(700_000),
      attachmentIds: z.array(OwnId).max(4).optional(),
    }),
    output: z.object({
      findings: z.array(Finding),
      /** What the customer's own public posts of this ticket tell everybody. */
      exposed: z.array(Exposed),
    }),
  },
  /** The ticket's customer asked this brand not to write to them; once more takes it back. */
  'person.leave-alone': {
    input: z.object({ ticketId: OwnId }),
    output: z.object({ holds: z.boolean() }),
  },
  /** Text was copied from the screen of this brand: it goes into no message of another client. */
  'draft.copied': { input: z.object({ brandId: OwnId, text: z.string().max(100_000) }), output: nothing },
  /** Whether a brand's pattern for booking numbers can be read. */
  'guard.pattern': {
    input: z.object({ pattern: z.string().max(120) }),
    output: z.object({ readable: z.boolean() }),
  },
  /** How many times each guard of a brand was overridden within the last 30 days. */
  'guard.counts': { input: z.object({ brandId: OwnId }), output: z.array(GuardCount) },
}
