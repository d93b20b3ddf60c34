/** @file What the guard rails find in a draft, and what a brand settles for them. Shapes only. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'

/** What looks at a draft. Each has its sentences in the catalogue (`guard.<guard>.<what>`). */
export const Guard = z.enum([
  'private-data',
  'other-brand',
  'copied',
  'foreign-link',
  'foreign-picture',
  'two-brands',
  'same-text',
  'answered',
  'leave-alone',
  'never-say',
  'dear-link',
  'x-refuses',
])
export type Guard = z.infer<typeof Guard>

/** `stop`: no way over it from a composer. `ask`: goes out with a reason alone. `warn`: is told. */
export const Severity = z.enum(['stop', 'ask', 'warn'])
export type Severity = z.infer<typeof Severity>

/** The kinds of private data that are known. `number`: a booking or order number by the brand's own patterns. */
export const PrivateKind = z.enum(['email', 'phone', 'card', 'iban', 'address', 'number'])
export type PrivateKind = z.infer<typeof PrivateKind>

/**
 * The better way that one key takes. `to-dm`: the text goes into the direct message. `change`: what was seen is chosen,
 * to be written over. `take-off`: the file of `values.attachmentId` comes off.
 */
export const Better = z.enum(['to-dm', 'change', 'take-off'])
export type Better = z.infer<typeof Better>

/** One thing that a guard saw in a draft. */
export const Finding = z.object({
  guard: Guard,
  /** Which of the guard's sentences tells it. */
  what: z.string().max(40),
  severity: Severity,
  /** The same thing in the same draft has the same key: an override names it. */
  key: z.string().max(80),
  /** Where: UTF-16 offsets into the text, or into the words of one file. Null: the message as a whole. */
  where: z
    .object({ start: z.number().int(), end: z.number().int(), attachmentId: OwnId.nullable() })
    .nullable(),
  /** The words that it saw; empty for the message as a whole. */
  saw: z.string(),
  /** What its sentence wants beside that. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  better: Better.nullable(),
})
export type Finding = z.infer<typeof Finding>

/** Private data in a public post of the customer's own. */
export const Exposed = z.object({ postId: XId, kinds: z.array(PrivateKind) })
export type Exposed = z.infer<typeof Exposed>

/** A reason to send in spite of findings, typed by an agent. It names what the agent was shown, by key. */
export const Override = z.object({
  findings: z.array(z.string().max(80)).min(1).max(100),
  reason: z.string().trim().min(3).max(500),
})
export type Override = z.infer<typeof Override>

/** How many times each guard was overridden lately. */
export const GuardCount = z.object({ guard: Guard, overridden: z.number() })
export type GuardCount = z.infer<typeof GuardCount>
