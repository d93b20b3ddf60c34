/**
 * @file Which rows stand in which column, in what order, a page at a time. Decided by SQL alone; pages go on by key,
 * never by counting rows off.
 */
import { z } from 'zod'
import type { ColumnKind, ColumnPage } from '../../shared/domain/deck.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Reads } from '../db/database.ts'
import { jobView } from '../outbox/repo.ts'
import { cardsOf, type OutboxRow } from './cards.ts'

/** How long a sent message stays in the outbox column. */
const sentStaysMs = 60 * 60_000

/** Where a page ended: the sort value and the id of its last row. */
const Key = z.tuple([z.number(), z.string()])
type Key = z.infer<typeof Key>

function readKey(after: string | null): Key | null {
  if (after === null) return null
  const [value, id] = [Number(after.slice(0, after.indexOf(':'))), after.slice(after.indexOf(':') + 1)]
  const key = Key.safeParse([value, id])
  if (!key.success)
    throw new Failure('input.invalid', {
      method: 'column.page',
      issues: ['after: not a place in this column'],
    })
  return key.data
}

const writeKey = ([value, id]: Key): string => `${value}:${id}`

/** What a page is asked for. `brandId` null: over all brands. */
export type PageAsked = {
  kind: ColumnKind
  brandId: string | null
  after: string | null
  limit: number
  now: number
}

/** Reads one page of a column, and how many rows it has in all. */
export async function readPage(db: Reads, asked: PageAsked): Promise<ColumnPage> {
  return asked.kind === 'outbox' ? outboxPage(db, asked) : ticketPage(db, asked, asked.kind)
}

async function ticketPage(
  db: Reads,
  asked: PageAsked,
  kind: Exclude<ColumnKind, 'outbox'>,
): Promise<ColumnPage> {
  const { brandId, limit } = asked
  const key = readKey(asked.after)
  const isNewestFirst = kind === 'mentions' || kind === 'dms'
  const sort = kind === 'needs-reply' ? 'due_at' : 'newest_customer_at'

  const rowsOf = (() => {
    const tickets = db.selectFrom('tickets')
    const mine = brandId === null ? tickets : tickets.where('brand_id', '=', brandId)
    switch (kind) {
      case 'needs-reply':
        return mine.where('needs_reply', '=', 1)
      case 'mentions':
        return mine.where('channel', '=', 'public')
      case 'dms':
        return mine.where('channel', '=', 'dm')
      case 'waiting':
        return mine.where((where) =>
          where.or([where('status', '=', 'pending'), where('waiting_on_x_until', 'is not', null)]),
        )
    }
  })()

  const after = key
    ? rowsOf.where((where) =>
        where(where.refTuple(sort, 'id'), isNewestFirst ? '<' : '>', where.tuple(key[0], key[1])),
      )
    : rowsOf
  const direction = isNewestFirst ? 'desc' : 'asc'
  const found = await after
    .select(['id', `${sort} as sort_value`])
    .orderBy(sort, direction)
    .orderBy('id', direction)
    .limit(limit)
    .execute()
  const { total } = await rowsOf
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()

  const cards = await cardsOf(
    db,
    found.map((row) => row.id),
  )
  const last = found.at(-1)
  return {
    rows: found.flatMap(({ id }) => {
      const card = cards.get(id)
      return card ? [{ kind: 'ticket' as const, id, card }] : []
    }),
    next: last && found.length === limit ? writeKey([last.sort_value ?? 0, last.id]) : null,
    total,
  }
}

async function outboxPage(db: Reads, { brandId, after, limit, now }: PageAsked): Promise<ColumnPage> {
  const key = readKey(after)
  const unsettled = db
    .selectFrom('jobs')
    .where((where) =>
      where.or([
        where('settled_at', 'is', null),
        where.and([where('state', '=', 'sent'), where('settled_at', '>', now - sentStaysMs)]),
      ]),
    )
  const mine = brandId === null ? unsettled : unsettled.where('jobs.brand_id', '=', brandId)
  const { total } = await mine
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const from = key
    ? mine.where((where) =>
        where(where.refTuple('jobs.created_at', 'jobs.id'), '<', where.tuple(key[0], key[1])),
      )
    : mine
  const found: OutboxRow[] = await from
    .innerJoin('handles', 'handles.id', 'jobs.handle_id')
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .selectAll('jobs')
    .select(['handles.username', 'agents.initials as agent_initials'])
    .orderBy('jobs.created_at', 'desc')
    .orderBy('jobs.id', 'desc')
    .limit(limit)
    .execute()
  const cards = await cardsOf(db, [...new Set(found.map((row) => row.ticket_id))])
  const last = found.at(-1)
  return {
    rows: found.map((row) => ({
      kind: 'job' as const,
      id: row.id,
      job: jobView(row, row.username, row.agent_initials),
      card: must(cards.get(row.ticket_id), 'the ticket of a message'),
    })),
    next: last && found.length === limit ? writeKey([last.created_at, last.id]) : null,
    total,
  }
}
