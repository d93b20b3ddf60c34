/** @file Outgoing work as screens show it: what it is, where it stands, why it waits, how it can be taken back. Shapes only. */
import { z } from 'zod'
import { WireFailure } from '../errors.ts'
import { OwnId, Username, XId } from '../ids.ts'
import { AttachmentView } from './media.ts'
import { Approval } from './approval.ts'

/** What a job does at X. The first four carry words of an agent; the others change one thing that stands there. */
export const JobKind = z.enum([
  'reply',
  'chain',
  'dm',
  'post',
  'hide',
  'unhide',
  'delete',
  'repost',
  'unrepost',
  'bookmark',
  'unbookmark',
  'mute',
  'unmute',
  'edit',
])
export type JobKind = z.infer<typeof JobKind>

/**
 * The life of a job; see `core/outbox/rules.ts` for the moves. `stopped`: frozen by Stop until an agent decides.
 * `ask`: looked at again before it left, and something had changed.
 */
export const JobState = z.enum([
  'held',
  'queued',
  'sending',
  'sent',
  'refused',
  'unsure',
  'missed',
  'recalled',
  'dropped',
  'stopped',
  'ask',
])
export type JobState = z.infer<typeof JobState>

/** How a message travels: under a public post, or as a direct message. */
export const Channel = z.enum(['public', 'dm'])
export type Channel = z.infer<typeof Channel>

/** What had changed when a job was looked at again before it left. Each has its sentence in the catalogue (`ask.<reason>`). */
export const AskReason = z.enum([
  /** Another agent must say yes first. */
  'approval',
  /** Another message of this console answered meanwhile. */
  'answered-here',
  /** The brand answered with another tool, or on X itself. */
  'answered-elsewhere',
  'customer-wrote',
  'target-deleted',
  'target-edited',
  /** The handle was connected anew or renamed since. */
  'account-changed',
  /** The handle cannot speak: it must be connected again. */
  'signed-out',
  /** Its time passed more than ten minutes ago. */
  'late',
  /** An incident of the brand is open. */
  'incident',
  /** The post of its notice that it goes under is not at X. */
  'nothing-above',
])
export type AskReason = z.infer<typeof AskReason>

/** Why a handle may not do something with a post. Each has its sentence in the catalogue (`act.<reason>`). */
export const ActReason = z.enum([
  'unseen',
  'not-ours',
  'no-reply',
  'not-our-conversation',
  'is-reply',
  'no-premium',
  'edit-over',
])
export type ActReason = z.infer<typeof ActReason>

/** One post of a chain, or the whole of any other message. */
export const JobPart = z.object({
  text: z.string(),
  state: z.enum(['waiting', 'sent']),
  /** Its id at X once it is there. */
  postId: XId.nullable(),
})
export type JobPart = z.infer<typeof JobPart>

/** The commands that undo others at X. */
export const Compensation = z.enum([
  'post.delete',
  'post.unhide',
  'post.hide',
  'post.unrepost',
  'post.repost',
  'post.unbookmark',
  'post.bookmark',
  'person.unmute',
  'person.mute',
])
export type Compensation = z.infer<typeof Compensation>

/** How a job can be taken back now. `compensate`: by another command, which X charges for. */
export const Reversible = z.discriminatedUnion('by', [
  z.object({ by: z.literal('recall') }),
  z.object({ by: z.literal('compensate'), command: Compensation, dollars: z.number() }),
  z.object({ by: z.literal('final') }),
])
export type Reversible = z.infer<typeof Reversible>

export const JobView = z.object({
  id: OwnId,
  kind: JobKind,
  /** Null: it belongs to no ticket, such as a post that the brand composed. */
  ticketId: OwnId.nullable(),
  brandId: OwnId,
  handleId: OwnId,
  /** The handle that speaks, without the @. */
  username: Username,
  channel: Channel,
  /** The words; a chain's parts as `joinParts` joins them; empty for what carries none. */
  text: z.string(),
  /** Parts of a chain in their order; one for every other message; none for what carries no words. */
  parts: z.array(JobPart),
  attachmentIds: z.array(OwnId),
  /** The post that is answered, hidden, deleted and so on. */
  targetPostId: XId.nullable(),
  /** The person who is muted. */
  targetPersonId: XId.nullable(),
  state: JobState,
  createdAt: z.number(),
  /** While held: the instant at which it will leave (workspace clock). */
  releaseAt: z.number().nullable(),
  /** The instant that an agent chose for it; null when it leaves after its hold. */
  scheduledAt: z.number().nullable(),
  /** While stopped: since when. */
  stoppedAt: z.number().nullable(),
  /** While queued behind a pause: the next try. */
  nextTryAt: z.number().nullable(),
  /** Why it is refused, unsure, missed or waiting. */
  failure: WireFailure.nullable(),
  /** Why it asks; empty in any other state. */
  asks: z.array(AskReason),
  /** Solve the ticket once X has it. */
  solves: z.boolean(),
  reversible: Reversible,
  agentInitials: z.string().nullable(),
  /** Null: nobody else needs to say yes. */
  approval: Approval.nullable(),
})
export type JobView = z.infer<typeof JobView>

/** Who froze what leaves, and when. */
export const OutboxStop = z.object({
  at: z.number(),
  agentName: z.string().nullable(),
  /** The brands that have not been released yet. */
  brandIds: z.array(OwnId),
  /** Jobs that wait for a decision. */
  stopped: z.number(),
})
export type OutboxStop = z.infer<typeof OutboxStop>

/**
 * The release list: what of one brand waits for a decision, oldest first, with what has changed since each was written:
 * held back, asking, missed, refused by X, or in doubt.
 */
export const HeldOfBrand = z.object({
  brandId: OwnId,
  /** Null: the brand is not stopped, its jobs ask for another reason. */
  stoppedAt: z.number().nullable(),
  jobs: z.array(
    z.object({
      job: JobView,
      /** The handle of the customer whom it concerns, without the @; null without a ticket, or while it is not known. */
      customer: Username.nullable(),
      asks: z.array(AskReason),
      /** The files that go with it. */
      files: z.array(AttachmentView),
    }),
  ),
})
export type HeldOfBrand = z.infer<typeof HeldOfBrand>

/** What an agent decides about a job that waits for one. */
export const Release = z.enum(['send', 'reschedule', 'drop', 'to-draft'])
export type Release = z.infer<typeof Release>

/** What would stay behind if the program ended now. */
export const Pending = z.object({
  held: z.number(),
  /** Due now: queued or on the way. */
  leaving: z.number(),
  scheduled: z.number(),
  stopped: z.number(),
  /** X is still asked whether it has them. */
  unsure: z.number(),
  /** The next scheduled instant; null without one. */
  nextScheduledAt: z.number().nullable(),
})
export type Pending = z.infer<typeof Pending>

/** One of X's limits on sending, as counted here. */
export const SendLimit = z.object({
  /** `posts`: 100 in 15 minutes and handle; `dms`: 15 in 15 minutes and handle; `dms-day`: 1,440 a day and app. */
  limit: z.enum(['posts', 'dms', 'dms-day']),
  appId: OwnId,
  /** Null: the limit is the app's. */
  handleId: OwnId.nullable(),
  max: z.number(),
  used: z.number(),
  /** When the oldest of those that count no longer does; null while none counts. */
  freesAt: z.number().nullable(),
})
export type SendLimit = z.infer<typeof SendLimit>

export const OutboxLimits = z.object({
  limits: z.array(SendLimit),
  /** When each job that is due will leave, as far as the limits and X's pauses tell. */
  queue: z.array(z.object({ jobId: OwnId, leavesAt: z.number() })),
})
export type OutboxLimits = z.infer<typeof OutboxLimits>

/** A post that a brand is writing; one per brand. `text` holds the parts of a chain as `joinParts` joins them. */
export const ComposeDraft = z.object({
  brandId: OwnId,
  handleId: OwnId.nullable(),
  text: z.string(),
  attachmentIds: z.array(OwnId),
  scheduledAt: z.number().nullable(),
  revision: z.number(),
})
export type ComposeDraft = z.infer<typeof ComposeDraft>
