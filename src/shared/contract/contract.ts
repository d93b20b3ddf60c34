/**
 * @file Everything the console may ask of core: one table of named methods with their input and output. Client and
 * handler types derive from it; nothing is listed twice. Names are shared with commands and audit events.
 */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { AppView, BrandView, ConnectView, SourceKey } from '../domain/brand.ts'
import { BackfillDays, BackfillEstimate, BackfillView } from '../domain/backfill.ts'
import { OwnPost } from '../domain/own-post.ts'
import { ColumnPage, DeckView } from '../domain/deck.ts'
import { ForgetPreview, ForgetResult } from '../domain/person.ts'
import { ListeningInput, ListeningPreview, ListeningSave, ListeningView } from '../domain/listening.ts'
import { Limits, SpendScope, SpendToday, SpendView } from '../domain/money.ts'
import { altTextLimit, AttachedTo, AttachmentView, chunkBytes } from '../domain/media.ts'
import { AgentView, SessionView, UndoResult } from '../domain/session.ts'
import {
  AskReason,
  ComposeDraft,
  HeldOfBrand,
  JobView,
  OutboxLimits,
  OutboxStop,
  Pending,
  Release,
} from '../domain/outbox.ts'
import { Draft, TicketDetail } from '../domain/ticket.ts'

const nothing = z.object({})
/** A piece of a file. */
const Piece = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= chunkBytes,
)
const ticketIds = z.object({ ticketIds: z.array(OwnId).min(1).max(1_000) })
const draftKey = { ticketId: OwnId, channel: z.enum(['public', 'dm', 'note']) }

/** One post that stands at X, and the handle that acts on it. `ticketId`: whose history tells of it. */
const actOnPost = {
  input: z.object({ handleId: OwnId, postId: XId, ticketId: OwnId.nullish() }),
  output: JobView,
}
const actOnPerson = {
  input: z.object({ handleId: OwnId, xUserId: XId, ticketId: OwnId.nullish() }),
  output: JobView,
}
/** What a message carries beside its words. */
const beside = {
  attachmentIds: z.array(OwnId).max(4).optional(),
  /** Leaves then instead of after its hold; null or left out: after its hold. */
  scheduledAt: z.number().int().nullish(),
}

/** What the undo line says after an action: how many tickets it touched. */
const Done = z.object({ event: z.string(), ticketIds: z.array(OwnId) })

export const contract = {
  'session.get': { input: nothing, output: SessionView },
  /** Says who is at the keyboard. An unknown name makes a new agent. */
  'agent.sit': {
    input: z.object({ name: z.string().trim().min(1).max(60), initials: z.string().trim().min(1).max(4) }),
    output: AgentView,
  },
  'agent.skip': { input: nothing, output: nothing },

  /** Writes a whole, encrypted copy of this workspace beside its database. */
  'workspace.backup': {
    input: nothing,
    output: z.object({ file: z.string(), bytes: z.number() }),
  },

  'brand.list': { input: nothing, output: z.array(BrandView) },
  /** Wipes the brand's secrets; with `keepData` false its posts, tickets and notes go too. */
  'brand.remove': { input: z.object({ brandId: OwnId, keepData: z.boolean() }), output: nothing },
  'app.list': { input: nothing, output: z.array(AppView) },
  /** Stores an X app. Secrets go on to the vault and are never sent back. */
  'app.save': {
    input: z.object({
      id: OwnId.optional(),
      name: z.string().trim().min(1).max(60),
      clientId: z.string().trim().max(200).nullable(),
      clientSecret: z.string().trim().max(1_000).nullable(),
      bearer: z.string().trim().max(1_000).nullable(),
      consumerKey: z.string().trim().max(200).nullable(),
      consumerSecret: z.string().trim().max(1_000).nullable(),
    }),
    output: AppView,
  },
  /** Ends the streams of this app on other computers, and opens it here. */
  'stream.take-over': { input: z.object({ appId: OwnId }), output: nothing },
  /** Opens the way to sign in: a loopback listener, an address, a browser. `brandId` and `expected` on reconnect. */
  'connect.start': {
    input: z.object({
      appId: OwnId,
      target: z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('new'),
          clientName: z.string().trim().min(1).max(60),
          brandName: z.string().trim().min(1).max(60),
        }),
        z.object({ kind: z.literal('brand'), brandId: OwnId }),
        z.object({ kind: z.literal('reconnect'), handleId: OwnId }),
      ]),
    }),
    output: ConnectView,
  },
  /** The address that the browser ended at, pasted by hand. */
  'connect.paste': {
    input: z.object({ sessionId: OwnId, address: z.string().max(4_000) }),
    output: ConnectView,
  },
  'connect.cancel': { input: z.object({ sessionId: OwnId }), output: nothing },
  'connect.get': { input: z.object({ sessionId: OwnId }), output: ConnectView },
  /** Signs in by a user's own OAuth 1.0a token pair of an app that has consumer keys. */
  'connect.oauth1': {
    input: z.object({
      appId: OwnId,
      clientName: z.string().trim().min(1).max(60),
      brandName: z.string().trim().min(1).max(60),
      accessToken: z.string().trim().min(1).max(1_000),
      accessSecret: z.string().trim().min(1).max(1_000),
    }),
    output: z.object({ brandId: OwnId, handleId: OwnId, username: Username }),
  },
  /** Reads one source now instead of at its next time. */
  'sync.now': { input: SourceKey, output: nothing },
  /** An agent has taken note of a gap: it no longer stands on the columns. Without effect on one that is gone. */
  'gap.note': { input: z.object({ gapId: OwnId }), output: nothing },
  /** What this window shows: what is on screen is read more often. */
  'session.focus': {
    input: z.object({
      visible: z.boolean(),
      /** Null: all brands. */
      brandId: OwnId.nullable(),
      ticketId: OwnId.nullable(),
    }),
    output: nothing,
  },

  /** What reading the past of a handle would bring and cost. Asks X to count where the app has a bearer token. */
  'backfill.estimate': { input: z.object({ handleId: OwnId }), output: BackfillEstimate },
  /** Reads the past so many days back, newest first. What is here already is not read again. */
  'backfill.start': { input: z.object({ handleId: OwnId, days: BackfillDays }), output: BackfillView },
  'backfill.pause': { input: z.object({ handleId: OwnId }), output: BackfillView },
  'backfill.resume': { input: z.object({ handleId: OwnId }), output: BackfillView },
  /** Ends it for good; what came so far stays. */
  'backfill.cancel': { input: z.object({ handleId: OwnId }), output: BackfillView },
  'backfill.list': { input: nothing, output: z.array(BackfillView) },

  /** Saved searches and lists; of all brands with null. */
  'listening.list': {
    input: z.object({ brandId: OwnId.nullable() }),
    output: z.array(ListeningView),
  },
  /** @throws `brand.missing` when the brand has no handle that is signed in */
  'listening.save': { input: ListeningSave, output: ListeningView },
  /** Ends reading it; its column goes. */
  'listening.remove': { input: z.object({ id: OwnId }), output: nothing },
  /** Asks X for the newest few: paid like any other read. @throws `x.refused` with X's view of the query */
  'listening.preview': { input: ListeningInput, output: ListeningPreview },

  'deck.list': { input: nothing, output: z.array(DeckView) },
  'column.page': {
    input: z.object({
      columnId: z.string().max(80),
      after: z.string().max(200).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    output: ColumnPage,
  },

  'ticket.get': { input: z.object({ ticketId: OwnId }), output: TicketDetail },
  /** All or none: one ticket that cannot be solved leaves every other as it was. */
  'ticket.solve': { input: ticketIds, output: Done },
  'ticket.reopen': { input: ticketIds, output: Done },
  'ticket.note': {
    input: z.object({ ticketId: OwnId, text: z.string().trim().min(1).max(10_000) }),
    output: Done,
  },
  /** The agent goes to answer on X's own site; the ticket waits 30 minutes for that post to appear. */
  'ticket.wait-on-x': { input: z.object({ ticketId: OwnId }), output: Done },
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
  /** Opens a page of X in the system browser: only a post of this workspace, a profile, or the ticket's web intent. */
  'link.open': {
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('post'), postId: XId }),
      z.object({ kind: z.literal('edit-history'), postId: XId }),
      z.object({ kind: z.literal('profile'), username: Username }),
      z.object({ kind: z.literal('x-chat') }),
      z.object({ kind: z.literal('web-intent'), ticketId: OwnId }),
      /** Where an answer to a post that belongs to no ticket is written. @throws `reply.no-route` */
      z.object({ kind: z.literal('reply-intent'), postId: XId }),
      z.object({ kind: z.literal('link'), href: z.string().max(4_000) }),
    ]),
    output: nothing,
  },

  /** Keeps what is typed. An older `revision` than the stored one is refused (`draft.stale`). Empty text forgets it. */
  'draft.save': {
    input: z.object({ ...draftKey, text: z.string().max(25_000), revision: z.number().int().min(0) }),
    output: Draft,
  },
  /**
   * Attaches a file to a draft; its first piece comes along and says what it is.
   * @throws `attachment.type`, `attachment.too-large`, `attachment.too-many`
   */
  'attachment.add': {
    input: z.object({
      to: AttachedTo,
      name: z.string().trim().min(1).max(255),
      bytes: z.number().int().min(1),
      head: Piece,
    }),
    output: AttachmentView,
  },
  /** The next piece, up to 1 MiB; the same one again changes nothing. @throws `attachment.changed` */
  'attachment.append': {
    input: z.object({ attachmentId: OwnId, at: z.number().int().min(0), bytes: Piece }),
    output: AttachmentView,
  },
  /** Its text for those who cannot see it. X is told when the message leaves. */
  'attachment.describe': {
    input: z.object({ attachmentId: OwnId, alt: z.string().trim().max(altTextLimit) }),
    output: AttachmentView,
  },
  'attachment.remove': { input: z.object({ attachmentId: OwnId }), output: nothing },
  /** What hangs on a draft. For tickets it stands in `ticket.get` as well. */
  'attachment.list': { input: z.object({ to: AttachedTo }), output: z.array(AttachmentView) },

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
  /** What today has cost, for the line in the top bar. */
  'money.today': { input: nothing, output: SpendToday },
  /** Everything that the spending panel shows. */
  'money.show': { input: nothing, output: SpendView },
  /** Sets budgets and caps of a brand or an app. A cap stops reading, also of mentions and direct messages. */
  'money.limit': { input: z.object({ scope: SpendScope, limits: Limits }), output: nothing },
  /** Says which handle registered an app at X: reading its own time lines costs it a fifth. Null: none of ours. */
  'money.owner': { input: z.object({ appId: OwnId, handleId: OwnId.nullable() }), output: nothing },
  /** Asks X what it counted for an app; free. @throws `vault.absent` without a bearer token, `x.*` */
  'money.compare': { input: z.object({ appId: OwnId }), output: nothing },
  /** An app is out of credits: one cheap read tries at once whether they are back. */
  'money.try-again': { input: z.object({ appId: OwnId }), output: nothing },
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
  /** The release list: what is stopped or asks, by brand. */
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
  /** How long messages of a brand are held before they leave, ms. */
  'brand.hold': {
    input: z.object({
      brandId: OwnId,
      publicMs: z.number().int().min(0).max(60_000),
      dmMs: z.number().int().min(0).max(60_000),
    }),
    output: nothing,
  },

  /** Puts a post of the brand's own into the outbox; two or more parts are a chain. Its compose draft goes with it. */
  'post.compose': {
    input: z.object({
      brandId: OwnId,
      handleId: OwnId,
      parts: z.array(z.string().max(25_000)).min(1).max(25),
      ...beside,
    }),
    output: JobView,
  },
  'compose.get': { input: z.object({ brandId: OwnId }), output: ComposeDraft },
  /** Keeps what is typed. An older `revision` than the stored one is refused (`draft.stale`). Empty forgets it. */
  'compose.save': { input: ComposeDraft, output: ComposeDraft },
  /** The newest posts of the brand's handles, newest first. */
  'post.own': { input: z.object({ brandId: OwnId }), output: z.array(OwnPost) },
  /** Own posts alone. Final: people may have seen it. */
  'post.delete': actOnPost,
  /** A new version of an own post that replies to nobody, within an hour and up to five times, Premium handles alone. */
  'post.edit': {
    input: z.object({ ...actOnPost.input.shape, text: z.string().max(25_000) }),
    output: JobView,
  },
  /** Replies in conversations that the handle began. */
  'post.hide': actOnPost,
  'post.unhide': actOnPost,
  'post.repost': actOnPost,
  'post.unrepost': actOnPost,
  'post.bookmark': actOnPost,
  'post.unbookmark': actOnPost,
  'person.mute': actOnPerson,
  'person.unmute': actOnPerson,
  /** Takes back this window's newest action. @throws `undo.nothing`, `undo.conflict` */
  'undo.last': { input: nothing, output: UndoResult },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract

/**
 * What changed, told once per committed transaction. Ids only: the console re-reads what it shows. `notice` is for
 * things that no row holds.
 */
export const ChangeEvent = z.object({
  kind: z.literal('changed'),
  ticketIds: z.array(OwnId),
  brandIds: z.array(OwnId),
  jobIds: z.array(OwnId),
  /** Sign-ins whose state moved. */
  connectIds: z.array(OwnId),
  /** Spending or budgets moved: re-read `money.today`. */
  money: z.boolean(),
  /** Sources, apps, agents or settings moved: re-read `brand.list` and `session.get`. */
  session: z.boolean(),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>
