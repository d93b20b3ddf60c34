/** @file The session, undo, pages outside. Part of the contract. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { SessionView, UndoLine, UndoResult } from '../domain/session.ts'
import { nothing } from './common.ts'

export const workspaceContract = {
  'session.get': { input: nothing, output: SessionView },
  /** Writes a whole, encrypted copy of this workspace beside its database. */
  'workspace.backup': {
    input: nothing,
    output: z.object({ file: z.string(), bytes: z.number() }),
  },
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
  /** What undo would take back, the newest first; what only a lead takes back is told to leads alone. */
  'undo.list': { input: nothing, output: z.array(UndoLine) },
  /** Takes back this window's newest action. @throws `undo.nothing`, `undo.conflict` */
  'undo.last': { input: nothing, output: UndoResult },
}
