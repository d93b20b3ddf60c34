/** @file What the palette offers and how a query narrows it: pure. */
import { commands, type CommandId, type Group } from '../../shared/commands.ts'
import type { Context } from '../commands/context.ts'
import { keyLabels, keysOf } from '../commands/key-label.ts'
import { registry } from '../commands/registry.ts'
import type { Rows } from '../state/rows.ts'
import { nameInSentence } from '../overrides.ts'
import { t } from '../words.ts'

export type Entry = { key: string; title: string; detail: string; keys: readonly string[] } & (
  | { kind: 'command'; id: CommandId }
  | { kind: 'brand'; brandId: string; initials: string; fill: number }
  | { kind: 'past'; handleId: string }
  | { kind: 'ticket'; ticketId: string }
)

const mostTickets = 50
/** What is looked for by name comes first; moving about is what the keys are for. */
const order: readonly Group[] = ['answer', 'outbox', 'post', 'ticket', 'view', 'workspace', 'move']

/** Everything on offer: commands that can be done now, brands, tickets that are loaded. */
export function entriesOf(rows: Rows, context: Context, mac: boolean): Entry[] {
  const entries: Entry[] = []
  for (const command of commands.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))) {
    if (('hidden' in command && command.hidden) || !registry[command.id].when(context)) continue
    const [first] = keysOf(command.id)
    entries.push({
      kind: 'command',
      key: command.id,
      id: command.id,
      title: t(`command.${command.id}`),
      detail: t(`group.${command.group}`),
      keys: first === undefined ? [] : keyLabels(first, mac),
    })
  }
  for (const { id, name, initials, fill, clientName } of rows.brands) {
    entries.push({
      kind: 'brand',
      key: id,
      brandId: id,
      initials,
      fill,
      title: name,
      detail: clientName,
      keys: [],
    })
  }
  for (const { name, handles } of rows.brands) {
    for (const { id, username, state } of handles) {
      if (state !== 'connected' && state !== 'memory-only') continue
      entries.push({
        kind: 'past',
        key: `past-${id}`,
        handleId: id,
        title: t('backfill.entry', { username }),
        detail: t('backfill.entry.detail', { brand: name }),
        keys: [],
      })
    }
  }
  const seen = new Set<string>()
  for (const { card } of rows.rows.values()) {
    if (!card || seen.size >= mostTickets || seen.has(card.ticketId)) continue
    seen.add(card.ticketId)
    entries.push({
      kind: 'ticket',
      key: card.ticketId,
      ticketId: card.ticketId,
      title: t('palette.ticket', { number: card.number, name: nameInSentence(card.customer.name) }),
      detail: card.runs.map((run) => run.text).join(''),
      keys: [],
    })
  }
  return entries
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/**
 * Every word of the query must begin a word of the entry; entries whose title begins with the query come first. A query
 * of signs alone (`?`, `[`) is looked for as it stands: it may be a key.
 */
export function narrowed<T extends { title: string; detail: string }>(
  entries: readonly T[],
  query: string,
): T[] {
  const asked = plain(query).trim()
  const wanted = wordsOf(asked)
  if (wanted.length === 0) {
    return entries.filter((entry) => asked === '' || `${entry.title} ${entry.detail}`.includes(asked))
  }
  const rank = (entry: T) => {
    const title = plain(entry.title)
    const words = wordsOf(`${title} ${plain(entry.detail)}`)
    if (!wanted.every((word) => words.some((one) => one.startsWith(word)))) return null
    return title.startsWith(asked) ? 0 : wanted.every((word) => title.includes(word)) ? 1 : 2
  }
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((found) => found.rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ entry }) => entry)
}
