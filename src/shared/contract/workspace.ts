/** @file The session, decks and columns, undo, pages outside. Part of the contract. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { ColumnPage, DeckView } from '../domain/deck.ts'
import { SessionView, UndoResult } from '../domain/session.ts'
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
  'deck.list': { input: nothing, output: z.array(DeckView) },
  'column.page': {
    input: z.object({
      columnId: z.string().max(80),
      after: z.string().max(200).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    output: ColumnPage,
  },
  /** All tickets of a column, loaded or not, in its order; no more than one action takes. Posts alone have none. */
  'column.tickets': {
    input: z.object({ columnId: z.string().max(80) }),
    output: z.object({ ticketIds: z.array(OwnId) }),
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
  /** Takes back this window's newest action. @throws `undo.nothing`, `undo.conflict` */
  'undo.last': { input: nothing, output: UndoResult },
}
