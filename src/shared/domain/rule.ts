/** @file Rules: when something happens to a ticket, and it is such and such, do this. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { Label } from './labels.ts'
import { Channel } from './outbox.ts'
import { Priority, TicketStatus } from './ticket.ts'
import { Category, Reach, Sentiment, Urgency } from './triage.ts'

/** What a rule waits for. */
export const RuleEvent = z.enum([
  'message',
  'reopened',
  'status',
  'answered',
  'labelled',
  'assigned',
  'prioritised',
  'categorized',
  'due-soon',
  'overdue',
  'woke',
  'follow-up-due',
  'promise-due',
])
export type RuleEvent = z.infer<typeof RuleEvent>

const not = z.boolean().default(false)
const oneOf = <F extends string, S extends z.ZodType>(field: F, of: S) =>
  z.object({ field: z.literal(field), not, oneOf: z.array(of).min(1).max(50) })
const isSo = <F extends string>(field: F) => z.object({ field: z.literal(field), not })
const amount = <F extends string>(field: F) =>
  z.object({ field: z.literal(field), not, amount: z.number().int().min(0).max(100_000_000) })

/** One thing that a rule asks of a ticket; `not` turns the answer round. */
export const RuleCondition = z.discriminatedUnion('field', [
  oneOf('brand', OwnId),
  oneOf('handle', OwnId),
  oneOf('status', TicketStatus),
  oneOf('priority', Priority),
  oneOf('channel', Channel),
  oneOf('category', Category),
  oneOf('sentiment', Sentiment),
  oneOf('urgency', Urgency),
  oneOf('reach', Reach),
  oneOf('language', z.string().trim().min(2).max(8)),
  oneOf('owner', OwnId),
  oneOf('label', Label),
  /** A field of the brand and what stands in it, `airport=LYS`; `booking=*`: anything. */
  oneOf(
    'ticket-field',
    z
      .string()
      .trim()
      .max(240)
      .regex(/^[a-z][a-z0-9_]{0,30}=.+$/),
  ),
  /** Whole words in the newest message of the customer. */
  oneOf('words', z.string().trim().min(2).max(60)),
  isSo('owned'),
  isSo('answered'),
  isSo('needs-reply'),
  isSo('last-resort'),
  isSo('private-data'),
  isSo('loud'),
  isSo('verified'),
  isSo('outside-hours'),
  isSo('in-incident'),
  isSo('overdue'),
  /** Of the customer, at least. */
  amount('followers'),
  amount('tickets-of-customer'),
  /** Minutes, at least, since the oldest message that waits for a reply. */
  amount('waiting'),
  /** Minutes, at least, since the ticket began. */
  amount('age'),
  /** Minutes, at most, until the reply is due. */
  amount('due-within'),
])
export type RuleCondition = z.infer<typeof RuleCondition>
export type RuleField = RuleCondition['field']

/** One thing that a rule does. No rule publishes anything: what it writes is a draft. */
export const RuleAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set-status'), status: z.enum(['open', 'pending', 'on-hold', 'solved']) }),
  z.object({ do: z.literal('prioritise'), priority: Priority }),
  z.object({
    do: z.literal('tag'),
    add: z.array(Label).max(10).default([]),
    remove: z.array(Label).max(10).default([]),
  }),
  z.object({ do: z.literal('assign'), agentId: OwnId.nullable() }),
  z.object({ do: z.literal('follow'), agentId: OwnId }),
  /** Answers from another handle of its brand, if X lets that one answer no less far. */
  z.object({ do: z.literal('move-handle'), handleId: OwnId }),
  /** `minutes` null: until the customer writes. */
  z.object({ do: z.literal('snooze'), minutes: z.number().int().min(1).max(525_600).nullable() }),
  z.object({ do: z.literal('notify'), words: z.string().trim().max(200) }),
  z.object({ do: z.literal('draft'), macroId: OwnId }),
  /** Urgent, given to somebody if one is named, and told. */
  z.object({ do: z.literal('escalate'), agentId: OwnId.nullable(), words: z.string().trim().max(200) }),
])
export type RuleAction = z.infer<typeof RuleAction>

export const RuleBody = z.object({
  when: z.object({
    on: RuleEvent,
    /** Minutes after it, when the conditions are asked; 0: at once. */
    after: z.number().int().min(0).max(43_200).default(0),
  }),
  if: z.object({
    all: z.array(RuleCondition).max(20).default([]),
    /** Where there are any, one of them has to hold as well. */
    any: z.array(RuleCondition).max(20).default([]),
  }),
  steps: z.array(RuleAction).min(1).max(10),
})
export type RuleBody = z.infer<typeof RuleBody>

/** A rule as somebody writes it. */
export const RuleDraft = z.object({
  name: z.string().trim().min(2).max(80),
  /** Null: every brand's. */
  brandId: OwnId.nullable(),
  isOn: z.boolean(),
  body: RuleBody,
})
export type RuleDraft = z.infer<typeof RuleDraft>

export const RuleView = RuleDraft.extend({
  id: OwnId,
  /** The names of the rules that ran in a circle with it; null unless it was turned off for that. */
  circle: z.array(z.string()).nullable(),
  /** How often it changed, drafted or told something, and when last. */
  runs: z.number(),
  ranAt: z.number().nullable(),
})
export type RuleView = z.infer<typeof RuleView>

/** What a rule does, or would do, to one ticket: raw values before and after, empty where there is none. */
export const RuleEffect = z.object({
  do: z.enum([
    'set-status',
    'prioritise',
    'tag',
    'assign',
    'follow',
    'move-handle',
    'snooze',
    'notify',
    'draft',
    'escalate',
  ]),
  from: z.string(),
  to: z.string(),
})
export type RuleEffect = z.infer<typeof RuleEffect>

/** One time when a rule would have run. */
export const RuleTrial = z.object({
  ticketId: OwnId,
  number: z.number(),
  brandId: OwnId,
  customer: z.string(),
  at: z.number(),
  effects: z.array(RuleEffect),
})
export type RuleTrial = z.infer<typeof RuleTrial>

/** All of them: `looked` events in the last thirty days, on `ran` of which it would have done something; not all are shown. */
export const RuleTrials = z.object({
  since: z.number(),
  looked: z.number(),
  ran: z.number(),
  trials: z.array(RuleTrial),
})
export type RuleTrials = z.infer<typeof RuleTrials>
