/**
 * @file Filters of a search as conditions over `t`, a ticket, and over the message that was found. What a value means is
 * asked of the workspace: brands by their names, people by theirs.
 */
import { sql, type RawBuilder } from 'kysely'
import type { SearchFilter, SearchFilterName } from '../../shared/domain/search-query.ts'
import { TicketStatus } from '../../shared/domain/ticket.ts'
import { Category, Sentiment } from '../../shared/domain/triage.ts'
import { own } from '../../shared/own.ts'
import { currentAgent } from '../agents/repo.ts'
import type { Reads } from '../db/database.ts'
import { dayOf } from './days.ts'

/** The message as a condition may name it: its author and its instant. */
export type Found = { author: RawBuilder<unknown>; at: RawBuilder<unknown> }

/** What stands in the place of a message where none was looked for: the customer, and when they wrote last. */
export const newestMessage: Found = { author: sql`t.customer_id`, at: sql`t.newest_customer_at` }

// A brand may be removed with its data kept, and what was merged away stands in another ticket.
export const isShown = sql`(
  t.merged_into_id IS NULL AND t.brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL))`

/** Only the newest messages that match are looked at, in each index. */
export const matchesAtMost = 2_000

/**
 * Who is called so, from the beginning of a name or handle. Ranges of an index: LIKE would go through everybody.
 * @param atMost so many by handle and so many by name, the first of the alphabet; all, when left out
 */
export function peopleNamed(typed: string, atMost = -1): RawBuilder<unknown> {
  const asked = typed.trim().replace(/^@/u, '').toLowerCase()
  const end = `${asked}\u{10FFFF}`
  const by = (column: RawBuilder<unknown>) =>
    sql`SELECT x_user_id FROM (
      SELECT x_user_id FROM people WHERE lower(${column}) >= ${asked} AND lower(${column}) < ${end}
      ORDER BY lower(${column}) LIMIT ${atMost})`
  return sql`(${by(sql`username`)} UNION ${by(sql`name`)})`
}

type Condition = (found: Found) => RawBuilder<unknown>

export type Filters = {
  condition: (found: Found) => RawBuilder<unknown>
  /** As typed: what means nothing here, and was left out. */
  unknown: string[]
  /** Whether anything is asked at all. */
  isNone: boolean
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const none = 'none'

async function brandsNamed(read: Reads, value: string): Promise<string[]> {
  const rows = await read
    .selectFrom('brands')
    .leftJoin('handles', 'handles.brand_id', 'brands.id')
    .select(['brands.id', 'brands.name', 'brands.initials', 'handles.username'])
    .where('brands.removed_at', 'is', null)
    .execute()
  const asked = plain(value.replace(/^@/u, ''))
  const named = rows.filter(
    ({ name, initials, username }) =>
      plain(name)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(asked)) ||
      plain(name).startsWith(asked) ||
      plain(initials) === asked ||
      plain(username ?? '').startsWith(asked),
  )
  return [...new Set(named.map(({ id }) => id))]
}

async function ownerIs(read: Reads, value: string): Promise<Condition | null> {
  const asked = plain(value)
  if (asked === none) return () => sql`t.owner_agent_id IS NULL`
  const agents = await read.selectFrom('agents').select(['id', 'name', 'initials']).execute()
  const me = asked === 'me' ? await currentAgent(read) : null
  const named = me
    ? [me.id]
    : agents
        .filter(({ name, initials }) => plain(name).startsWith(asked) || plain(initials) === asked)
        .map(({ id }) => id)
  return named.length === 0 ? null : () => sql`t.owner_agent_id IN (${sql.join(named)})`
}

const statusWords: ReadonlyMap<string, readonly TicketStatus[]> = new Map([
  ['hold', ['on-hold']],
  ['onhold', ['on-hold']],
  ['unsolved', ['new', 'open', 'pending', 'on-hold']],
])

function statusIs(value: string): Condition | null {
  const asked = plain(value)
  const named = statusWords.get(asked) ?? TicketStatus.options.filter((status) => status === asked)
  return named.length === 0 ? null : () => sql`t.status IN (${sql.join([...named])})`
}

const is = (now: number): Readonly<Record<string, Condition>> => ({
  dm: () => sql`t.has_dm = 1`,
  public: () => sql`t.channel = 'public'`,
  waiting: () => sql`t.needs_reply = 1`,
  late: () => sql`(t.needs_reply = 1 AND t.due_at < ${now})`,
  snoozed: () => sql`(t.snoozed_until IS NOT NULL OR t.snoozed_for_reply = 1)`,
  unowned: () => sql`t.owner_agent_id IS NULL`,
  imported: () => sql`t.imported_at IS NOT NULL`,
  answered: () => sql`t.first_reply_at IS NOT NULL`,
  verified: () =>
    sql`EXISTS (SELECT 1 FROM people vp WHERE vp.x_user_id = t.customer_id AND vp.verified = 1)`,
  quote: () => sql`EXISTS (
    SELECT 1 FROM posts qp WHERE qp.id = t.newest_customer_item AND qp.quoted_post_id IS NOT NULL)`,
})

const media = (table: 'posts' | 'dm_events', kind: 'post' | 'dm'): RawBuilder<unknown> => sql`EXISTS (
  SELECT 1 FROM ticket_items hi JOIN ${sql.table(table)} hm ON hm.id = hi.item_id
  WHERE hi.ticket_id = t.id AND hi.kind = ${sql.lit(kind)} AND hm.media_count > 0)`

const has: Readonly<Record<string, Condition>> = {
  media: () => sql`(${media('posts', 'post')} OR ${media('dm_events', 'dm')})`,
  note: () => sql`EXISTS (SELECT 1 FROM notes hn WHERE hn.ticket_id = t.id AND hn.removed_at IS NULL)`,
  dm: () => sql`t.has_dm = 1`,
  link: () => sql`EXISTS (
    SELECT 1 FROM posts lp WHERE lp.id = t.newest_customer_item AND lp.entities LIKE '%"displayUrl"%')`,
  promise: () => sql`EXISTS (SELECT 1 FROM promises hp WHERE hp.ticket_id = t.id AND hp.state = 'open')`,
}

/** What a typed value is called here. */
const named = (all: Readonly<Record<string, Condition>>, value: string): Condition | null =>
  own(all, plain(value)) ?? null

/** `1200`, `1.2k`, `2m`; null for no number. */
function countOf(value: string): number | null {
  const [, digits = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)([km]?)$/iu.exec(value.trim()) ?? []
  if (digits === '') return null
  return Math.round(Number(digits) * (unit === '' ? 1 : unit.toLowerCase() === 'k' ? 1_000 : 1_000_000))
}

const conditions: Record<
  SearchFilterName,
  (read: Reads, value: string, now: number) => Promise<Condition | null> | Condition | null
> = {
  from:
    (_read, value) =>
    ({ author }) =>
      sql`${author} IN ${peopleNamed(value)}`,
  brand: async (read, value) => {
    const ids = await brandsNamed(read, value)
    return ids.length === 0 ? null : () => sql`t.brand_id IN (${sql.join(ids)})`
  },
  status: (_read, value) => statusIs(value),
  tag: (_read, value) => () => sql`EXISTS (
    SELECT 1 FROM ticket_tags ft WHERE ft.ticket_id = t.id AND lower(ft.tag) = ${value.toLowerCase()})`,
  owner: ownerIs,
  category: (_read, value) => {
    const named = Category.options.filter((category) => category.startsWith(plain(value)))
    if (named.length === 0) return null
    return () => sql`EXISTS (
      SELECT 1 FROM ticket_triage fc WHERE fc.ticket_id = t.id AND fc.category IN (${sql.join(named)}))`
  },
  lang: (_read, value) => () => sql`EXISTS (
    SELECT 1 FROM ticket_items fi JOIN posts fp ON fp.id = fi.item_id
    WHERE fi.ticket_id = t.id AND fi.kind = 'post' AND fi.role = 'customer' AND fp.lang = ${value.toLowerCase()})`,
  is: (_read, value, now) => named(is(now), value),
  has: (_read, value) => named(has, value),
  mood: (_read, value) => {
    const named = Sentiment.options.filter((mood) => mood.startsWith(plain(value)))
    if (named.length === 0) return null
    return () => sql`EXISTS (
      SELECT 1 FROM ticket_triage fm WHERE fm.ticket_id = t.id AND fm.sentiment IN (${sql.join(named)}))`
  },
  followers: (_read, value) => {
    const least = countOf(value)
    if (least === null) return null
    return () => sql`EXISTS (
      SELECT 1 FROM people fw WHERE fw.x_user_id = t.customer_id AND fw.followers >= ${least})`
  },
  likes: (_read, value) => {
    const least = countOf(value)
    if (least === null) return null
    return () => sql`EXISTS (
      SELECT 1 FROM posts fl WHERE fl.id = t.newest_customer_item AND fl.likes >= ${least})`
  },
  due: (_read, value, now) => {
    const back = dayOf(value, now)
    // “2h” is so long ago where days are meant, and so long from now where deadlines are.
    const until = back && (back.start === back.end ? 2 * now - back.start : back.end)
    return until === null ? null : () => sql`(t.needs_reply = 1 AND t.due_at < ${until})`
  },
  before: (_read, value, now) => {
    const day = dayOf(value, now)
    return day && (({ at }) => sql`${at} < ${day.start}`)
  },
  after: (_read, value, now) => {
    const day = dayOf(value, now)
    // After a day is from the next one on; after “3h” is from then on.
    return day && (({ at }) => sql`${at} >= ${day.end}`)
  },
}

/** @param now epoch ms */
export async function filtersOf(
  read: Reads,
  filters: readonly SearchFilter[],
  now: number,
): Promise<Filters> {
  const known: Condition[] = []
  const unknown: string[] = []
  for (const { name, value, not } of filters) {
    const condition = await conditions[name](read, value, now)
    if (condition === null) unknown.push(`${name}:${value}`)
    else known.push(not ? (found) => sql`NOT coalesce(${condition(found)}, 0)` : condition)
  }
  return {
    condition: (found) => sql`(${sql.join([sql`TRUE`, ...known.map((one) => one(found))], sql` AND `)})`,
    unknown,
    isNone: known.length === 0,
  }
}
