/** @file Messages on their way to X: replies, the hold, Stop, the release list. Part of the contract. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { UndoResult } from '../domain/session.ts'
import {
  AskReason,
  HeldOfBrand,
  JobView,
  OutboxLimits,
  OutboxStop,
  Pending,
  Release,
} from '../domain/outbox.ts'
import { nothing, beside } from './common.ts'

export const outboxContract = {
  /** Puts a message into the outbox, held; its draft goes with it. The brand is the ticket's, always. */
  'reply.send': {
    input: z.object({
      ticketId: OwnId,
      channel: z.enum(['public', 'dm']),
      text: z.string().max(25_000),
      /** The post that the composer showed as the one to answer; null for a DM. */
      targetPostId: XId.nullable(),
      solves: z.boolean(),
      /** Two or more: a chain under that post, which stands in for `text`. */
      parts: z.array(z.string().max(25_000)).max(25).optional(),
      ...beside,
    }),
    output: JobView,
  },
  /** Takes a held message back into its draft. @throws `job.left` when it is on its way already. */
  'reply.recall': { input: z.object({ jobId: OwnId }), output: UndoResult },
  /** The agent's word on a message that is refused, unsure or missed. */
  'reply.settle': {
    input: z.object({ jobId: OwnId, decision: z.enum(['was-sent', 'send-again', 'to-draft', 'drop']) }),
    output: nothing,
  },
  /** The same as `reply.settle`, for any kind. */
  'outbox.settle': {
    input: z.object({ jobId: OwnId, decision: z.enum(['was-sent', 'send-again', 'to-draft', 'drop']) }),
    output: nothing,
  },
  /** The same as `reply.recall`, for any kind. @throws `job.left` when it is on its way already. */
  'outbox.recall': { input: z.object({ jobId: OwnId }), output: UndoResult },
  /** Takes back the newest send that has not left, whatever was done since. @throws `undo.nothing` */
  'outbox.recall-newest': { input: nothing, output: UndoResult },
  /** Freezes everything outgoing of every brand, scheduled jobs too, until each brand is released. */
  'outbox.stop': { input: nothing, output: OutboxStop },
  /** The release list: what waits for an agent's word, by brand. */
  'outbox.held': { input: nothing, output: z.array(HeldOfBrand) },
  /**
   * Decides about one job that is stopped, asks, was missed, or is scheduled. `at`: the new instant of `reschedule`.
   * `asks`: what the agent who sends it was shown as changed. @throws `job.changed` when more than that has
   */
  'outbox.release': {
    input: z.object({
      jobId: OwnId,
      decision: Release,
      at: z.number().int().nullish(),
      asks: z.array(AskReason).optional(),
    }),
    output: nothing,
  },
  /** Ends the stop of these brands. @throws `outbox.undecided` while one of them has stopped jobs: then none is released. */
  'outbox.resume': { input: z.object({ brandIds: z.array(OwnId).min(1).max(1_000) }), output: nothing },
  /** What ending the program now would leave behind. */
  'outbox.pending': { input: nothing, output: Pending },
  /** X's limits on sending as counted here, and when each queued job will leave. */
  'outbox.limits': { input: nothing, output: OutboxLimits },
  /** Undoes what X has done by another command, which X charges for. @throws `job.final` when there is none */
  'outbox.compensate': { input: z.object({ jobId: OwnId }), output: JobView },
}
