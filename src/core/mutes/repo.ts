/** @file The rows of mutes: which count now, and every change of one as an action that can be undone. */
import { sql } from 'kysely'
import { z } from 'zod'
import { isMutable, type ColumnKind } from '../../shared/domain/deck.ts'
import { MuteKind, mutesAtMost, type MuteView, type NewMute } from '../../shared/domain/mute.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import { ColumnId } from '../columns/column-id.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { Mute } from './condition.ts'
import { sameWords } from './words.ts'

/** A mute as its row says. */
export const KeptMute = z.object({
  id: z.string(),
  kind: MuteKind,
  what: z.string(),
  column_id: z.string().nullable(),
  until: z.number().nullable(),
  agent_id: z.string().nullable(),
  created_at: z.number(),
})
export type KeptMute = z.infer<typeof KeptMute>

// What one client listens to is left out of that client's columns alone.
const over = compiled<'columnId' | 'listeningId' | 'now', Mute>(
  (value) => sql`
  SELECT kind, what FROM mutes
  WHERE (column_id IS NULL OR column_id = ${value('columnId')}) AND (until IS NULL OR until > ${value('now')})
    AND (kind <> 'source' OR EXISTS (SELECT 1 FROM listening muted JOIN listening shown ON shown.brand_id = muted.brand_id
      WHERE muted.id = mutes.what AND shown.id = ${value('listeningId')}))`,
)

/** What a column listens to, wherever it is placed; empty: it is none of a search or a list. */
function listeningOf(columnId: string): string {
  const { data: column } = ColumnId.safeParse(columnId)
  return column?.rows === 'posts' ? column.listeningId : ''
}

/** What one column leaves out now, none where it is always whole: every page asks. @param now epoch ms */
export const mutesOver = async (
  read: Reads,
  { id: columnId, kind }: { id: string; kind: ColumnKind },
  now: number,
): Promise<Mute[]> =>
  !isMutable(kind) ? [] : over(read, { columnId, listeningId: listeningOf(columnId), now })

/** Those that count now, the newest first; none of a source that is listened to no more. @param now epoch ms */
export async function listMutes(read: Reads, now: number): Promise<MuteView[]> {
  const rows = await read
    .selectFrom('mutes as m')
    .leftJoin('people as p', (join) => join.onRef('p.x_user_id', '=', 'm.what').on('m.kind', '=', 'person'))
    .leftJoin('listening as l', (join) => join.onRef('l.id', '=', 'm.what').on('m.kind', '=', 'source'))
    .leftJoin('agents as a', 'a.id', 'm.agent_id')
    .select(['m.id', 'm.kind', 'm.what', 'm.column_id as columnId', 'm.until', 'm.created_at as at'])
    .select(['p.name', 'p.username', 'l.name as source', 'a.name as by'])
    .where((where) => where.or([where('m.until', 'is', null), where('m.until', '>', now)]))
    .orderBy('m.id', 'desc')
    .execute()
  return rows.flatMap(({ what, name, username, source, ...row }): MuteView[] => {
    if (row.kind === 'word') return [{ ...row, name: what, username: null }]
    if (row.kind === 'person') return [{ ...row, name: name || what, username: username || null }]
    return source === null ? [] : [{ ...row, name: source, username: null }]
  })
}

/** What a new mute names, as its row keeps it. @throws Failure `mute.nobody`, `person.missing`, `input.invalid` */
async function whatOf(read: Reads, mute: NewMute): Promise<string> {
  if (mute.kind === 'word') return mute.words.replace(/\s+/gu, ' ')
  if (mute.kind === 'source') {
    const known = await read
      .selectFrom('listening')
      .select('id')
      .where('id', '=', mute.listeningId)
      .executeTakeFirst()
    if (known) return known.id
    throw new Failure('input.invalid', { method: 'mute.add', issues: [`listeningId: ${mute.listeningId}`] })
  }
  if ('xUserId' in mute) {
    const known = await read
      .selectFrom('people')
      .select('x_user_id as id')
      .where('x_user_id', '=', mute.xUserId)
      .executeTakeFirst()
    if (known) return known.id
    throw new Failure('person.missing', {})
  }
  // A handle may have changed hands: it is whoever was seen with it last.
  const known = await read
    .selectFrom('people')
    .select('x_user_id as id')
    .where(sql`lower(username)`, '=', mute.username.toLowerCase())
    .orderBy(sql`coalesce(hydrated_at, 0)`, 'desc')
    .orderBy('x_user_id')
    .executeTakeFirst()
  if (known) return known.id
  throw new Failure('mute.nobody', { username: mute.username })
}

const kept = async (read: Reads, id: string): Promise<KeptMute | null> =>
  (await read.selectFrom('mutes').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/** Puts one in the place of the one that was there; null: of none. Columns are read again. */
export async function put(tx: Tx, id: string, mute: KeptMute | null): Promise<void> {
  await tx.db.deleteFrom('mutes').where('id', '=', id).execute()
  if (mute !== null) await tx.db.insertInto('mutes').values(mute).execute()
  tx.touch.session()
}

async function keep(tx: Tx, event: MuteEvent, id: string, mute: KeptMute | null): Promise<void> {
  const before = await kept(tx.db, id)
  await put(tx, id, mute)
  await record(tx, {
    event,
    actionId: newId(tx.at),
    before: { mute_id: id, mute: JSON.stringify(before) },
    after: { mute_id: id, mute: JSON.stringify(mute) },
    undoable: true,
  })
}

/** What is done to mutes, in the words of the history. */
export const muteEvents = ['mute.added', 'mute.removed'] as const
type MuteEvent = (typeof muteEvents)[number]

/**
 * The same mute of the same column is made anew, from now on until then.
 * @returns its id @throws Failure `mute.nobody`, `mute.too-many`, `person.missing`, `input.invalid`
 */
export async function addMute(
  tx: Tx,
  mute: NewMute,
  { columnId, until }: { columnId: string | null; until: number | null },
): Promise<string> {
  const what = await whatOf(tx.db, mute)
  const all = await tx.db.selectFrom('mutes').selectAll().execute()
  const isSame = (one: KeptMute): boolean =>
    one.kind === mute.kind &&
    one.column_id === columnId &&
    (mute.kind === 'word' ? sameWords(one.what, what) : one.what === what)
  const same = all.find(isSame)
  if (!same && all.length >= mutesAtMost) throw new Failure('mute.too-many', { most: mutesAtMost })
  const id = same?.id ?? newId(tx.at)
  const agent = await currentAgent(tx.db)
  await keep(tx, 'mute.added', id, {
    id,
    kind: mute.kind,
    what,
    column_id: columnId,
    until,
    agent_id: agent?.id ?? null,
    created_at: tx.at,
  })
  return id
}

/** One that is gone changes nothing. */
export async function removeMute(tx: Tx, id: string): Promise<void> {
  if ((await kept(tx.db, id)) !== null) await keep(tx, 'mute.removed', id, null)
}

/** When the first of them ends; null: none does. */
export async function nextEnd(read: Reads): Promise<number | null> {
  const row = await read
    .selectFrom('mutes')
    .select(({ fn }) => fn.min('until').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

/** Takes away those whose time is over: undo does not reach for them any more. @returns their rows */
export async function endMutes(tx: Tx): Promise<KeptMute[]> {
  const ended = await tx.db.deleteFrom('mutes').where('until', '<=', tx.at).returningAll().execute()
  for (const { id } of ended) retire(tx, id, 'SET undoable = 0')
  if (ended.length > 0) tx.touch.session()
  return ended
}

// In the words of the partial index.
const lines = `WHERE event IN ('mute.added', 'mute.removed', 'mute.ended') AND (before LIKE '%' || ? || '%' OR after LIKE '%' || ? || '%')`
const retire = (tx: Tx, named: string, set: string): void =>
  void tx.raw(`UPDATE audit ${set} ${lines}`).run(named, named)

/** Takes away what only a brand that leaves has: mutes of its columns, and of what it listens to. */
export function forgetMutesOf(tx: Tx, brandId: string): void {
  tx.raw(
    `DELETE FROM mutes WHERE column_id LIKE '%:' || ?
       OR column_id IN (SELECT kind || ':' || id FROM listening WHERE brand_id = ?)
       OR column_id IN (SELECT 'saved:' || id FROM saved_searches WHERE brand_id = ?)
       OR (kind = 'source' AND what IN (SELECT id FROM listening WHERE brand_id = ?))`,
  ).run(brandId, brandId, brandId, brandId)
}

/** Takes the mutes of a person away, and out of the history. */
export function forgetMutes(tx: Tx, xUserId: string): void {
  tx.raw("DELETE FROM mutes WHERE kind = 'person' AND what = ?").run(xUserId)
  // A row stands in a line as JSON within JSON.
  retire(tx, `"${xUserId}\\"`, 'SET before = NULL, after = NULL, undoable = 0')
}

const Line = z.object({
  mute_id: z.string(),
  mute: z.string().transform((json) => KeptMute.nullable().parse(JSON.parse(json))),
})

/** A mute before and after one change. */
export function changeOf(row: { before: string | null; after: string | null }): {
  id: string
  before: KeptMute | null
  after: KeptMute | null
} {
  const read = (json: string | null) =>
    Line.parse(JSON.parse(must(json, 'a change of a mute is written down')))
  const before = read(row.before)
  return { id: before.mute_id, before: before.mute, after: read(row.after).mute }
}

/** Whether a mute is still as a change left it. */
export const isAsLeft = async (read: Reads, id: string, after: KeptMute | null): Promise<boolean> =>
  JSON.stringify(await kept(read, id)) === JSON.stringify(after)
