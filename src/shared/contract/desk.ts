/** @file What agents do with tickets beside answering: hand them round, label them, put them off. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { Assignee, HandedTo } from '../domain/desk.ts'
import { FieldId, FieldValue } from '../domain/fields-setting.ts'
import { HandleWay } from '../domain/handle-way.ts'
import { HistoryLine } from '../domain/history.ts'
import { Label } from '../domain/labels.ts'
import { Priority } from '../domain/ticket.ts'
import { Done, nothing, ticketIds } from './common.ts'

const instant = z.number().int()

export const deskContract = {
  /** Who sits here has seen the notes on a ticket that name them. @throws `agent.nobody` */
  'note.seen': { input: ticketIds, output: nothing },
  /** Who can be given tickets, who sits here first. */
  'ticket.assignees': { input: nothing, output: z.array(Assignee) },
  /** `agentId` null: nobody's. @throws `agent.missing` */
  'ticket.assign': {
    input: ticketIds.extend({ agentId: OwnId.nullable() }),
    /** Whom it went to, when they do not sit at this computer now; `seenAt` null: they never did. */
    output: Done.extend({ absent: z.object({ name: z.string(), seenAt: z.number().nullable() }).nullable() }),
  },
  /** The agent at the keyboard follows, or no longer. @throws `agent.nobody` */
  'ticket.follow': { input: ticketIds.extend({ on: z.boolean() }), output: Done },
  'ticket.prioritise': { input: ticketIds.extend({ priority: Priority }), output: Done },
  /** Labels put on and taken off. @throws `label.forbidden` */
  'ticket.tag': {
    input: ticketIds.extend({ add: z.array(Label).max(20), remove: z.array(Label).max(20) }),
    output: Done,
  },
  /** Labels that this brand has used, the most used first. */
  'label.list': {
    input: z.object({ brandId: OwnId }),
    output: z.array(z.object({ label: z.string(), tickets: z.number() })),
  },
  /**
   * Puts tickets off: until an instant, until the customer writes, or whichever comes first. @throws `schedule.past`
   */
  'ticket.snooze': {
    input: ticketIds.extend({ until: instant.nullable(), forReply: z.boolean() }),
    output: Done,
  },
  /** Notes down a promise by hand. @throws `schedule.past` */
  'ticket.promise': {
    input: z.object({ ticketId: OwnId, dueAt: instant, words: z.string().trim().min(1).max(200) }),
    output: Done,
  },
  /** One that was noticed in our words becomes a debt. @throws `promise.missing` */
  'promise.confirm': { input: z.object({ promiseId: OwnId }), output: Done },
  /** It is none, or does not hold any more: neither kept nor broken. @throws `promise.missing` */
  'promise.drop': { input: z.object({ promiseId: OwnId }), output: Done },
  /** Solves tickets that somebody else settles, and says where they are found there. */
  'ticket.hand-off': {
    input: ticketIds.extend({ to: HandedTo, reference: z.string().trim().max(120) }),
    output: Done,
  },
  /** The handles of the ticket's brand, those that X lets answer first. @throws `ticket.missing` */
  'ticket.ways': { input: z.object({ ticketId: OwnId }), output: z.array(HandleWay) },
  /**
   * Answers from another handle of the same brand from now on; what is on its way leaves from where it was. With words,
   * a note says why. @throws `handle.missing`, `handle.other-brand` for a ticket of another brand
   */
  'ticket.move-handle': {
    input: ticketIds.extend({ handleId: OwnId, note: z.string().trim().max(1_000) }),
    output: Done,
  },
  /** Fields of tickets, all or none; empty: nothing is known. @throws `field.missing` for what the brand has not */
  'ticket.set-fields': {
    input: ticketIds.extend({
      values: z
        .array(z.object({ fieldId: FieldId, value: FieldValue }))
        .min(1)
        .max(12),
    }),
    output: Done,
  },
  /** The public last word for something that was settled in private. Writes nothing. @throws `ticket.missing` */
  'reply.close-in-public': { input: z.object({ ticketId: OwnId }), output: z.object({ text: z.string() }) },
  /** What happened to a ticket, oldest first. @throws `ticket.missing` */
  'ticket.history': { input: z.object({ ticketId: OwnId }), output: z.array(HistoryLine) },
  /** Ends a snooze by hand. */
  'ticket.wake': { input: ticketIds, output: Done },
  /** The ticket comes back then, also a solved one, with its reason. `at` null: not any more. @throws `schedule.past` */
  'ticket.follow-up': {
    input: ticketIds.extend({ at: instant.nullable(), reason: z.string().trim().max(200) }),
    output: Done,
  },
}
