/** @file What of messages and posts is new in which columns, and what is told of it. */
import { holdsPosts, type PostCard } from '../../shared/domain/deck.ts'
import type { Arrival } from '../../shared/host-protocol.ts'
import { must } from '../../shared/must.ts'
import { heldBy, postsHeldBy } from '../columns/holds.ts'
import type { Database } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { brandNames, loudAmong, ownAmong, type LoudColumn, type Message, type Own } from './rows.ts'

/** A message that is new to a brand, and the columns that it came into. */
export type News = Pick<Message, 'itemId' | 'author' | 'brandId' | 'brandName'> & {
  /** Null for a post that is nobody's request. */
  ticketId: string | null
  /** It breaks through quiet hours. */
  loud: boolean
  columns: ReadonlySet<LoudColumn>
}

type Reading = Pick<Database, 'read' | 'long'>

/** The same message to the same brand, wherever it stands. */
export const keyOf = ({ itemId, brandId }: News): string => `${brandId} ${itemId}`

/** Messages of tickets, in the columns in which their tickets stand. @param now epoch ms */
export async function ticketNews(
  database: Reading,
  messages: readonly Message[],
  columns: readonly LoudColumn[],
  now: number,
): Promise<News[]> {
  const ticketIds = [...new Set(messages.map(({ ticketId }) => ticketId))]
  const held = new Map<LoudColumn, Set<string>>()
  for (const column of columns) held.set(column, await heldBy(database, column.columnId, ticketIds, now))
  return messages.map(({ loud, ...message }) => ({
    ...message,
    loud: isSet(loud),
    columns: new Set(columns.filter((column) => held.get(column)?.has(message.ticketId))),
  }))
}

/**
 * Posts in the columns of posts that show them.
 * @param since nothing that was written before is new, epoch ms by X's clock · @param now epoch ms
 */
export async function postNews(
  database: Reading,
  postIds: readonly string[],
  columns: readonly LoudColumn[],
  { since, now }: { since: number; now: number },
): Promise<News[]> {
  const { read } = database
  const own = await ownAmong(read, postIds)
  const shown: { card: PostCard; column: LoudColumn }[] = []
  for (const column of columns) {
    const ids = column.kind === 'own-posts' ? [...own.keys()] : postIds
    for (const card of await postsHeldBy(database, column.columnId, ids, now))
      if (card.at >= since && isNewIn(column, card, own.get(card.postId))) shown.push({ card, column })
  }
  const cards = shown.map(({ card }) => card)
  const names = await brandNames(read, [...new Set(cards.map(({ brandId }) => brandId))])
  const loud = await loudAmong(read, [...new Set(cards.flatMap(({ ticketId }) => ticketId ?? []))])
  return shown.map(({ card: { postId, brandId, author, ticketId }, column }) => ({
    itemId: postId,
    ticketId,
    author: author.name,
    brandId,
    brandName: names.get(brandId) ?? '',
    loud: ticketId !== null && loud.has(ticketId),
    columns: new Set([column]),
  }))
}

/** What a brand wrote is news to it where it was not sent from here, in a column of its own posts; nowhere else. */
const isNewIn = ({ kind }: LoudColumn, { brandId }: PostCard, own: Own | undefined): boolean =>
  kind === 'own-posts' ? own !== undefined && !own.fromHere : own?.brandId !== brandId

/** Each message once, with all of its columns; what came into none is left out. */
export function together(news: readonly News[]): News[] {
  const groups = Map.groupBy(news, keyOf)
  return [...groups.values()].flatMap((group) => {
    const columns = new Set(group.flatMap((one) => [...one.columns]))
    const [first] = group
    return first && columns.size > 0 ? [{ ...first, columns }] : []
  })
}

/** What is told of it. @param columns all that make themselves known, in the order of the decks */
export function arrivalOf(news: News, columns: readonly LoudColumn[]): Arrival {
  const its = columns.filter((column) => news.columns.has(column))
  const first = its.find(({ alert }) => alert)
  const { kind } = must(first ?? its[0], 'it came into a column')
  return {
    row: holdsPosts(kind)
      ? { kind: 'post', id: news.itemId }
      : { kind: 'ticket', id: must(news.ticketId, 'a column of tickets holds one') },
    author: news.author,
    brandId: news.brandId,
    brandName: news.brandName,
    loud: news.loud,
    notice: first
      ? { deckId: first.deckId, columnId: first.columnId, kind: first.kind, title: first.title }
      : null,
    sound: its.some(({ sound }) => sound),
  }
}
