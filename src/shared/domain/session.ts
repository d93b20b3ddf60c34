/** @file Who is at the keyboard, which workspace is open, on which runtime: shapes only. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { Keymap } from '../keymap.ts'
import { AgentView, ListedAgent } from './agent.ts'
import { Compensation, OutboxStop } from './outbox.ts'

/** `practice`: the made-up world. `live`: X itself. `loopback`: a development workspace of an X-compatible server. */
export const WorkspaceKind = z.enum(['practice', 'live', 'loopback'])
export type WorkspaceKind = z.infer<typeof WorkspaceKind>

/** Where secrets of this workspace are kept. `beside`: practice only, next to its database. */
export const SecretsKept = z.enum(['keychain', 'beside', 'passphrase-and-memory'])
export type SecretsKept = z.infer<typeof SecretsKept>

export const Theme = z.enum(['system', 'dark', 'light', 'contrast'])
export type Theme = z.infer<typeof Theme>

export const SessionView = z.object({
  workspace: z.object({ id: z.string(), kind: WorkspaceKind, xOrigin: z.string() }),
  secretsKept: SecretsKept,
  /** Null until somebody said who is here (or skipped: see `agentAsked`). */
  agent: AgentView.nullable(),
  agentAsked: z.boolean(),
  /** Everybody who works here; retired ones last. */
  agents: z.array(ListedAgent),
  /** After so many minutes without a key the seat asks who is here; 0: never. */
  idleMinutes: z.number(),
  /** The workspace clock minus the machine's clock, ms. */
  clockOffsetMs: z.number(),
  /** What a new brand begins with; each brand has its own, see `BrandView.holdMs`. */
  holdMs: z.object({ public: z.number(), dm: z.number() }),
  /** Null: nothing is stopped. */
  stopped: OutboxStop.nullable(),
  /** The keys that who sits here works with. */
  keymap: Keymap,
  /** Commands whose key was shown to who sits here, when they used the mouse. */
  trained: z.array(z.string()),
  /** A time in which nobody could see what came, and that nobody has looked at yet. */
  absence: OwnId.nullable(),
})
export type SessionView = z.infer<typeof SessionView>

/** An action that undo would take back, once those after it were. */
export const UndoLine = z.object({
  actionId: OwnId,
  /** The audit event, e.g. `ticket.solved`. */
  event: z.string(),
  at: z.number(),
  /** Who did it; null: core by itself, or somebody who did not say who they are. */
  by: z.string().nullable(),
  brandId: OwnId.nullable(),
  /** How many tickets it was about, and the one where it was one. */
  tickets: z.number(),
  ticket: z.object({ id: OwnId, number: z.number(), customer: z.string() }).nullable(),
})
export type UndoLine = z.infer<typeof UndoLine>

/** What one undo did, so that the console can say its reach. */
export const UndoResult = z.object({
  /** The audit event that was undone, e.g. `ticket.solved`. */
  event: z.string(),
  ticketIds: z.array(OwnId),
  /** `restored`: as before. `recalled`: a held message is a draft again, nothing went out. `reply-stays`: the ticket is
   * back, the reply stays with X. `priced`: nothing was done yet: `offer` would undo it, for money. */
  reach: z.enum(['restored', 'recalled', 'reply-stays', 'priced']),
  /** The channel of a recalled message, so that the composer opens with it. */
  channel: z.enum(['public', 'dm', 'note']).nullable(),
  /** The brand whose compose draft a recalled post went back into. */
  composeBrandId: OwnId.nullish(),
  /** The own post whose new version was recalled, and the brand under which it is found. */
  editPostId: XId.nullish(),
  editBrandId: OwnId.nullish(),
  /** With `priced`: confirm it, then `outbox.compensate` does it. */
  offer: z.object({ jobId: OwnId, command: Compensation, dollars: z.number() }).nullish(),
})
export type UndoResult = z.infer<typeof UndoResult>
