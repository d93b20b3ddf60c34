/**
 * @file What a kind of job is: one entry says how its payload looks, in which lane it goes, how it is sent, how it is
 * found again, and what follows once X has it. A new kind is one file and its line in kinds.ts.
 */
import { z } from 'zod'
import type { Failure } from '../../../shared/errors.ts'
import type { Channel } from '../../../shared/domain/outbox.ts'
import { OwnId } from '../../../shared/ids.ts'
import type { Reads, Tx } from '../../db/database.ts'
import type { Purpose } from '../../x/charges.ts'
import type { XGateway } from '../../x/gateway.ts'
import type { JobRow } from '../row.ts'

/** Endpoints that share X's limits: order is kept within one, and one request is in flight. */
export type Family = 'posts' | 'dms' | 'deletes' | 'hides' | 'reposts' | 'bookmarks' | 'mutes'

/** A message as X has it. `conversationId` null: X did not tell; `at`: on X's clock, epoch ms. */
export type Arrived = { itemId: string; text: string; conversationId: string | null; at: number }

/** What one request brought about; `item` null where nothing new stands at X. */
export type Outcome = { item: Arrived | null }

/** What screens show of a payload. */
export type Shown = {
  channel: Channel
  /** The words, part by part; none where it carries none. */
  parts: readonly string[]
  text: string
  targetPostId: string | null
  targetPersonId: string | null
  attachmentIds: readonly string[]
}

/** Where a job is looked for without asking X. */
export type Synced = { job: JobRow; db: Reads; x: Pick<XGateway, 'dateOffsetMs'> }

/** A job on its way, with what it needs there. */
export type Outgoing = Synced & {
  x: XGateway
  /** X's ids of the files that go with it. */
  mediaIds: readonly string[]
  /** Under what its cost stands, and whether it may leave still. */
  purpose: Purpose
  /** What time it is for X, epoch ms. */
  xNow: () => number
}

export type KindOf<P> = {
  schema: z.ZodType<P>
  family: Family
  /** The audit event once X has the whole of it. */
  event: string
  /** It carries an agent's words to people; where it belongs to a ticket, it answers that ticket. */
  isMessage: boolean
  show(payload: P): Shown
  /** One request. @throws `x.*` failures, in the sense of `XGateway`'s writes */
  send(out: Outgoing, payload: P): Promise<Outcome>
  /** Looks among what is synced: costs nothing, works inside a write. Null: not there, or it cannot be told. */
  findSynced(out: Synced, payload: P): Promise<Outcome | null>
  /** Asks X whether it has it; null while X does not show it. @throws `x.*` failures */
  confirm(out: Outgoing, payload: P): Promise<Outcome | null>
  /** `confirm` makes the request once more, which changes nothing where it was done. */
  repeats: boolean
  /** X's no that proves that it is as wanted already, such as deleting what is gone; null for every other. */
  onRefused(failure: Failure): Outcome | null
  /** What follows in our own tables, in the transaction that notes it. */
  onSent(tx: Tx, job: JobRow, payload: P, outcome: Outcome): Promise<void>
}

/** A kind whose payload is read from the row: what everybody else sees. */
export type Kind = Pick<KindOf<unknown>, 'family' | 'event' | 'isMessage' | 'repeats' | 'onRefused'> & {
  /** Checks what a new job would carry, and gives it as the row holds it. */
  write(payload: unknown): string
  show(job: Pick<JobRow, 'payload'>): Shown
  send(out: Outgoing): Promise<Outcome>
  findSynced(out: Synced): Promise<Outcome | null>
  confirm(out: Outgoing): Promise<Outcome | null>
  onSent(tx: Tx, job: JobRow, outcome: Outcome): Promise<void>
}

/** Makes a kind's payload known by its rows alone. */
export function kind<P>(spec: KindOf<P>): Kind {
  const of = (job: Pick<JobRow, 'payload'>): P => spec.schema.parse(JSON.parse(job.payload))
  const { family, event, isMessage, repeats, onRefused } = spec
  return {
    family,
    event,
    isMessage,
    repeats,
    onRefused,
    write: (payload) => JSON.stringify(spec.schema.parse(payload)),
    show: (job) => spec.show(of(job)),
    send: (out) => spec.send(out, of(out.job)),
    findSynced: (out) => spec.findSynced(out, of(out.job)),
    confirm: (out) => spec.confirm(out, of(out.job)),
    onSent: (tx, job, outcome) => spec.onSent(tx, job, of(job), outcome),
  }
}

/** The files of a payload; rows of an earlier version name none. */
export const Attachments = z.array(OwnId).default([])
