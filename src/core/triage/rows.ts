/** @file The rows of triage: what is to be looked at, what was found, what agents said instead. */
import { sql } from 'kysely'
import { z } from 'zod'
import { PrivateKind } from '../../shared/domain/guard.ts'
import { Category, Reach, Sentiment, Term, Urgency, type TriageView } from '../../shared/domain/triage.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads, Tx } from '../db/database.ts'
import { flag, fromJson, isSet } from '../db/values.ts'
import { isVisible } from '../posts/visible.ts'
import type { Correction } from './learning.ts'
import type { Looked } from './look.ts'
import type { LookedItem, TicketTriage } from './of-ticket.ts'

const Voices = z.array(z.string())
const Terms = z.array(Term)
/** The kinds in a column, separated by commas. */
const Kinds = z
  .string()
  .transform((text) => text.split(',').filter((kind) => kind !== ''))
  .pipe(z.array(PrivateKind))

/** What a ticket is, as far as triage asks. */
export type TicketFacts = {
  id: string
  brandId: string
  customerId: string
  conversationId: string
  channel: 'public' | 'dm'
  answeredAt: number | null
  followers: number | null
  verified: number | null
}

/** One customer message of a ticket that X still shows; `doneVersion` null: nobody has looked at it. */
export type ItemRow = {
  kind: 'post' | 'dm'
  itemId: string
  at: number
  text: string
  lang: string | null
  version: number
  likes: number
  reposts: number
  isReply: number
  doneVersion: number | null
  doneLang: string | null
  category: string | null
  voices: string | null
  sentiment: string | null
  urgency: string | null
  lastResort: string | null
  privateData: string | null
  said: string | null
}

const ticketFacts = compiled<'ticketId', TicketFacts>(
  (value) => sql`
  SELECT t.id, t.brand_id AS "brandId", t.customer_id AS "customerId", t.conversation_id AS "conversationId", t.channel,
    t.newest_outbound_at AS "answeredAt", c.followers, c.verified
  FROM tickets t LEFT JOIN people c ON c.x_user_id = t.customer_id WHERE t.id = ${value('ticketId')}`,
)

/** Null for a ticket that is gone. */
export const factsOf = async (read: Reads, ticketId: string): Promise<TicketFacts | null> =>
  (await ticketFacts(read, { ticketId }))[0] ?? null

const ticketItems = compiled<'ticketId', ItemRow>(
  (value) => sql`
  SELECT i.kind, i.item_id AS "itemId", i.at, coalesce(p.text, d.text) AS text, p.lang, coalesce(p.version, 0) AS version,
    coalesce(p.likes, 0) AS likes, coalesce(p.reposts, 0) AS reposts,
    CASE WHEN i.kind = 'dm' THEN CASE WHEN EXISTS (SELECT 1 FROM ticket_items o
        WHERE o.ticket_id = i.ticket_id AND o.role = 'ours' AND o.at < i.at) THEN 1 ELSE 0 END
      WHEN p.in_reply_to_user_id IN (SELECT x_user_id FROM handles WHERE brand_id = t.brand_id) THEN 1
      ELSE 0 END AS "isReply",
    x.version AS "doneVersion", x.lang AS "doneLang", x.category, x.voices, x.sentiment, x.urgency,
    x.last_resort AS "lastResort", x.private_data AS "privateData",
    (SELECT c.said FROM triage_corrections c WHERE c.item_id = i.item_id AND c.kind = i.kind
      AND c.brand_id = t.brand_id ORDER BY c.id DESC LIMIT 1) AS said
  FROM ticket_items i
  JOIN tickets t ON t.id = i.ticket_id
  LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id AND ${isVisible('post', 'p.id', 't.brand_id')}
  LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id AND ${isVisible('dm', 'd.id', 't.brand_id')}
  LEFT JOIN triage_items x ON x.item_id = i.item_id AND x.kind = i.kind AND x.brand_id = t.brand_id
  WHERE i.ticket_id = ${value('ticketId')} AND i.role = 'customer' AND (p.id IS NOT NULL OR d.id IS NOT NULL)
  ORDER BY i.at, i.item_id`,
)

/** A ticket's customer messages, oldest first. */
export const itemsOf = (read: Reads, ticketId: string): Promise<ItemRow[]> => ticketItems(read, { ticketId })

/** A row that was looked at, as rules want it; null while nobody did. */
export function lookedItem(row: ItemRow): LookedItem | null {
  if (row.doneVersion === null) return null
  return {
    kind: row.kind,
    itemId: row.itemId,
    at: row.at,
    category: Category.parse(row.category),
    said: Category.nullable().parse(row.said),
    sentiment: Sentiment.parse(row.sentiment),
    urgency: Urgency.parse(row.urgency),
    lastResort: row.lastResort,
    privateData: Kinds.parse(row.privateData ?? ''),
    likes: row.likes,
    reposts: row.reposts,
  }
}

// Newest first: what an agent may look at next comes before what is long over.
const untriaged = compiled<'limit', { ticketId: string }>(
  (value) => sql`
  SELECT missing.ticket_id AS "ticketId" FROM (
    SELECT i.ticket_id, i.at FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
    JOIN posts p ON p.id = i.item_id
    WHERE i.kind = 'post' AND i.role = 'customer' AND NOT EXISTS (SELECT 1 FROM triage_items x
        WHERE x.item_id = i.item_id AND x.kind = 'post' AND x.brand_id = t.brand_id AND x.version = p.version)
      AND ${isVisible('post', 'p.id', 't.brand_id')}
    UNION ALL SELECT i.ticket_id, i.at FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
    JOIN dm_events d ON d.id = i.item_id
    WHERE i.kind = 'dm' AND i.role = 'customer' AND NOT EXISTS (SELECT 1 FROM triage_items x
        WHERE x.item_id = i.item_id AND x.kind = 'dm' AND x.brand_id = t.brand_id)
      AND ${isVisible('dm', 'd.id', 't.brand_id')}) missing
  GROUP BY missing.ticket_id ORDER BY max(missing.at) DESC LIMIT ${value('limit')}`,
)

/** Tickets with messages that nobody has looked at, newest first. Reads all of them: for a thread of its own. */
export const untriagedTickets = async (read: Reads, limit: number): Promise<string[]> =>
  (await untriaged(read, { limit })).map(({ ticketId }) => ticketId)

type LookedName =
  | 'brandId'
  | 'itemId'
  | 'version'
  | 'lang'
  | 'category'
  | 'terms'
  | 'voices'
  | 'sentiment'
  | 'urgency'
  | 'lastResort'
  | 'privateData'
  | 'at'

/** Writes nothing where the message, or this version of it, is gone by now. */
const keepStatement = (kind: 'post' | 'dm') =>
  compiled<LookedName, unknown>(
    (value) => sql`
    INSERT INTO triage_items (brand_id, kind, item_id, version, lang, category, terms, voices, sentiment, urgency,
      last_resort, private_data, at)
    SELECT b.id, ${sql.lit(kind)}, ${kind === 'post' ? sql`p.id` : sql`d.id`},
      ${kind === 'post' ? sql`p.version` : sql`0`}, ${value('lang')}, ${value('category')}, ${value('terms')},
      ${value('voices')}, ${value('sentiment')}, ${value('urgency')}, ${value('lastResort')}, ${value('privateData')},
      ${value('at')}
    FROM brands b JOIN ${
      kind === 'post'
        ? sql`posts p ON p.id = ${value('itemId')} AND p.version = ${value('version')}`
        : sql`dm_events d ON d.id = ${value('itemId')} AND ${value('version')} = 0`
    } WHERE b.id = ${value('brandId')}
    ON CONFLICT (item_id, kind, brand_id) DO UPDATE SET version = excluded.version, lang = excluded.lang,
      category = excluded.category, terms = excluded.terms, voices = excluded.voices, sentiment = excluded.sentiment,
      urgency = excluded.urgency, last_resort = excluded.last_resort, private_data = excluded.private_data,
      at = excluded.at`,
  )
const keepStatements = { post: keepStatement('post'), dm: keepStatement('dm') }

/** Keeps what was found, unless the message is gone or another version by now. */
export async function keepLooked(tx: Tx, brandId: string, item: ItemRow, looked: Looked): Promise<void> {
  await keepStatements[item.kind](tx.db, {
    brandId,
    itemId: item.itemId,
    version: item.version,
    lang: looked.lang,
    category: looked.category,
    terms: JSON.stringify(looked.terms.slice(0, termsKept)),
    voices: JSON.stringify(looked.voices),
    sentiment: looked.sentiment,
    urgency: looked.urgency,
    lastResort: looked.lastResort,
    privateData: looked.privateData.join(','),
    at: tx.at,
  })
}

/** An explanation is read, not studied. */
const termsKept = 8

const columnsOf = (triage: TicketTriage) => ({
  kind: triage.kind,
  item_id: triage.itemId,
  category: triage.category,
  corrected: flag(triage.corrected),
  sentiment: triage.sentiment,
  urgency: triage.urgency,
  reach: triage.reach,
  last_resort: triage.lastResort,
  private_data: triage.privateData.join(','),
  loud: flag(triage.loud),
})

const storedTriage = (read: Reads, ticketId: string) =>
  read.selectFrom('ticket_triage').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()

/** Whether a ticket is kept as something else than this. */
export async function differs(read: Reads, ticketId: string, triage: TicketTriage | null): Promise<boolean> {
  const stored = await storedTriage(read, ticketId)
  if (!stored || !triage) return stored !== undefined || triage !== null
  const { ticket_id: _, ...columns } = stored
  const now: Record<string, unknown> = columnsOf(triage)
  return Object.entries(columns).some(([column, value]) => now[column] !== value)
}

/** Keeps what a ticket is, and tells that it changed. A ticket that is gone stays gone. */
export async function keepTriage(tx: Tx, ticketId: string, triage: TicketTriage | null): Promise<void> {
  if (!(await differs(tx.db, ticketId, triage))) return
  if (triage?.loud) await raiseLoud(tx, ticketId)
  await tx.db.deleteFrom('ticket_triage').where('ticket_id', '=', ticketId).execute()
  if (triage) {
    const ticket = tx.db.selectFrom('tickets').select('id').where('id', '=', ticketId)
    if (!(await ticket.executeTakeFirst())) return
    await tx.db
      .insertInto('ticket_triage')
      .values({ ticket_id: ticketId, ...columnsOf(triage) })
      .execute()
    await keepTraits(tx.db, { ticketId })
  }
  tx.touch.ticket(ticketId)
}

/** What a report counts a ticket as outlasts the messages that said so: nothing takes it away but the end of the ticket. */
const keepTraits = compiled<'ticketId', unknown>(
  (value) => sql`
  INSERT INTO ticket_traits (ticket_id, category, reach, lang)
  SELECT tt.ticket_id, tt.category, tt.reach, x.lang FROM ticket_triage tt
  JOIN tickets t ON t.id = tt.ticket_id
  LEFT JOIN triage_items x ON x.item_id = tt.item_id AND x.kind = tt.kind AND x.brand_id = t.brand_id
  WHERE tt.ticket_id = ${value('ticketId')}
  ON CONFLICT (ticket_id) DO UPDATE SET category = excluded.category, reach = excluded.reach,
    lang = coalesce(excluded.lang, ticket_traits.lang)`,
)

/** What breaks through quiet hours is told once, when it becomes so. */
async function raiseLoud(tx: Tx, ticketId: string): Promise<void> {
  const ticket = await tx.db
    .selectFrom('tickets')
    .leftJoin('ticket_triage', 'ticket_triage.ticket_id', 'tickets.id')
    .select(['brand_id as brandId', 'loud', 'imported_at as importedAt'])
    .where('tickets.id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket || isSet(ticket.loud ?? 0) || ticket.importedAt !== null) return
  raiseAlert(tx, { brandId: ticket.brandId, ticketId, reason: 'loud', words: '' })
}

/** What a ticket is and why, for its pane; null until triage has looked at it. */
export async function triageView(read: Reads, ticketId: string): Promise<TriageView | null> {
  const row = await read
    .selectFrom('ticket_triage as tt')
    .innerJoin('tickets as t', 't.id', 'tt.ticket_id')
    .leftJoin('triage_items as x', (join) =>
      join
        .onRef('x.item_id', '=', 'tt.item_id')
        .onRef('x.kind', '=', 'tt.kind')
        .onRef('x.brand_id', '=', 't.brand_id'),
    )
    .select([
      'tt.category',
      'tt.corrected',
      'tt.sentiment',
      'tt.urgency',
      'tt.reach',
      'tt.last_resort as lastResort',
      'tt.private_data as privateData',
      'tt.loud',
      'x.category as found',
      'x.terms',
      'x.lang',
    ])
    .where('tt.ticket_id', '=', ticketId)
    .executeTakeFirst()
  if (!row) return null
  const category = Category.parse(row.category)
  return {
    category,
    corrected: isSet(row.corrected),
    terms: fromJson(Terms, row.terms) ?? [],
    found: Category.catch(category).parse(row.found),
    sentiment: Sentiment.parse(row.sentiment),
    urgency: Urgency.parse(row.urgency),
    reach: Reach.parse(row.reach),
    lang: row.lang,
    lastResort: row.lastResort,
    privateData: Kinds.parse(row.privateData),
    loud: isSet(row.loud),
  }
}

/** What agents said of messages, the newest word on each. */
export async function correctionsOf(read: Reads): Promise<Correction[]> {
  const rows = await read
    .selectFrom('triage_corrections as c')
    .select(['c.language', 'c.found', 'c.said', 'c.voices'])
    .where('c.id', '=', ({ selectFrom }) =>
      selectFrom('triage_corrections as o')
        .select(({ fn }) => fn.max('o.id').as('id'))
        .whereRef('o.item_id', '=', 'c.item_id')
        .whereRef('o.kind', '=', 'c.kind')
        .whereRef('o.brand_id', '=', 'c.brand_id'),
    )
    .execute()
  return rows.map(({ language, found, said, voices }) => ({
    language,
    found: Category.parse(found),
    said: Category.parse(said),
    voices: fromJson(Voices, voices) ?? [],
  }))
}
