/** @file The rows that a finished sign-in makes: client, brand, handle, and the person behind the handle. */
import { Failure } from '../../shared/errors.ts'
import type { HandleState } from '../../shared/domain/brand.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { flag, toJson } from '../db/values.ts'
import { makeBrand } from '../brands/birth.ts'
import { arrived, expectedById } from '../brands/expected.ts'
import { stopWithOthers } from '../outbox/stops.ts'
import type { PersonRecord } from '../posts/records.ts'
import { owedFrom } from '../tickets/rules.ts'
import { idAt } from '../x/dates.ts'

/** Where a new sign-in belongs. */
export type Target =
  | {
      kind: 'new'
      clientName: string
      brandName: string
      initials?: string | undefined
      /** The brand's time zone; that of this computer by default. */
      zone?: string | undefined
    }
  | { kind: 'brand'; brandId: string }
  | { kind: 'reconnect'; handleId: string }
  /** What a brand waits for: this handle and no other. */
  | { kind: 'expected'; expectedId: string }

export type KnownHandle = {
  id: string
  brandId: string
  brandName: string
  username: string
  state: HandleState
}

/** The handle of this workspace that is this user of X's, removed ones included. */
export async function handleOfUser(read: Reads, xUserId: string): Promise<KnownHandle | null> {
  const row = await handles(read).where('handles.x_user_id', '=', xUserId).executeTakeFirst()
  return row ?? null
}

/** @throws Failure `brand.missing` when it is gone */
export async function handleById(read: Reads, handleId: string): Promise<KnownHandle> {
  const row = await handles(read).where('handles.id', '=', handleId).executeTakeFirst()
  if (!row) throw new Failure('brand.missing', { brandId: handleId })
  return row
}

const handles = (read: Reads) =>
  read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .select([
      'handles.id as id',
      'handles.brand_id as brandId',
      'brands.name as brandName',
      'handles.username as username',
      'handles.state as state',
    ])

/** @throws Failure `brand.missing` */
export async function mustHaveBrand(read: Reads, brandId: string): Promise<void> {
  const row = await read
    .selectFrom('brands')
    .select('id')
    .where('id', '=', brandId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Failure('brand.missing', { brandId })
}

type Signed = {
  handleId: string
  appId: string
  auth: 'oauth2' | 'oauth1'
  state: 'connected' | 'memory-only'
  me: PersonRecord
  /** X's instant; 0 for a handle that was worked here from its beginning. */
  connectedAt: number
  /** A brand that is made for it writes nothing before somebody says so. */
  readOnly: boolean
}

/**
 * Writes a verified sign-in, in one transaction; a handle that was removed with its data kept comes back with it.
 * @returns the brand it belongs to
 */
export function writeSigned(
  database: Database,
  target: Target,
  signed: Signed,
  sessionId: string | null,
): Promise<string> {
  return database.write(async (tx) => {
    const { me } = signed
    const known = await tx.db
      .selectFrom('handles')
      .select(['id', 'brand_id', 'state'])
      .where('x_user_id', '=', me.xUserId)
      .executeTakeFirst()
    const brandId = known?.brand_id ?? (await brandFor(tx, target, signed.readOnly))
    const columns = { app_id: signed.appId, username: me.username, auth: signed.auth, state: signed.state }
    if (known) {
      // While it was removed nobody worked it: what was over by now is past.
      const again = known.state === 'removed' ? { connected_at: signed.connectedAt } : {}
      if (known.state === 'removed') await stopWithOthers(tx, brandId)
      await tx.db
        .updateTable('handles')
        .set({ ...columns, ...again })
        .where('id', '=', known.id)
        .execute()
      await tx.db.updateTable('brands').set({ removed_at: null }).where('id', '=', brandId).execute()
      // Whatever stood in the way of reading belonged to the old sign-in.
      await tx.db
        .updateTable('sources')
        .set({ failure: null, failures: 0, next_try_at: null })
        .where('handle_id', '=', known.id)
        .execute()
      if (known.state === 'removed' && signed.connectedAt > 0) readAgain(tx, known.id, signed.connectedAt)
    } else {
      await tx.db
        .insertInto('handles')
        .values({
          id: signed.handleId,
          brand_id: brandId,
          x_user_id: me.xUserId,
          created_at: tx.at,
          connected_at: signed.connectedAt,
          ...columns,
        })
        .execute()
      if (signed.connectedAt > 0) beginReading(tx, signed.handleId, signed.connectedAt)
    }
    arrived(tx, brandId, me.username)
    await writePerson(tx, me)
    tx.touch.brand(brandId)
    tx.touch.session()
    if (sessionId !== null) tx.touch.connect(sessionId)
    return brandId
  })
}

/**
 * A handle's sources are read from a day before it was connected: whatever of that is unanswered is owed a reply. What
 * is older costs money that nobody agreed to yet; core/backfill reads it when asked.
 */
function beginReading(tx: Tx, handleId: string, connectedAt: number): void {
  const from = owedFrom(connectedAt)
  const begin = tx.raw(
    'INSERT INTO sources (handle_id, source, since_id, complete_to_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  for (const source of ['mentions', 'posts', 'dms']) begin.run(handleId, source, idAt(from), from)
}

/**
 * A handle that comes back after more than a day begins like a new one: what was written meanwhile costs money that
 * nobody agreed to, and is read as its past when asked. Threads of open tickets go on where they were.
 */
function readAgain(tx: Tx, handleId: string, connectedAt: number): void {
  const from = owedFrom(connectedAt)
  const { changes } = tx
    .raw(
      `UPDATE sources SET since_id = ?, complete_to_at = ?, resume_token = NULL, chain_top_id = NULL,
         chain_bottom_id = NULL, chain_items = 0, chain_from_at = NULL, deep_to_at = NULL, silent_since = NULL
       WHERE handle_id = ? AND source NOT IN ('thread', 'stream') AND coalesce(complete_to_at, 0) < ?`,
    )
    .run(idAt(from), from, handleId, from)
  // A past that was read before ends where the absence began: the next one begins above it.
  if (changes > 0) tx.raw('DELETE FROM backfills WHERE handle_id = ?').run(handleId)
}

async function brandFor(tx: Tx, target: Target, readOnly: boolean): Promise<string> {
  if (target.kind === 'brand') return target.brandId
  if (target.kind === 'reconnect') throw new Failure('brand.missing', { brandId: target.handleId })
  if (target.kind === 'expected') return (await expectedById(tx.db, target.expectedId)).brandId
  return makeBrand(tx, { ...target, readOnly })
}

async function writePerson(tx: Tx, person: PersonRecord): Promise<void> {
  const columns = {
    name: person.name,
    username: person.username,
    avatar_url: person.avatarUrl,
    followers: person.followers,
    verified: flag(person.verified),
    about: toJson(person.about),
    joined_at: person.joinedAt ?? null,
    hydrated_at: tx.at,
  }
  await tx.db
    .insertInto('people')
    .values({ x_user_id: person.xUserId, ...columns })
    .onConflict((conflict) => conflict.column('x_user_id').doUpdateSet(columns))
    .execute()
}
