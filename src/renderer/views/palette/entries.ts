/** @file What the palette offers: pure. */
import {
  OwnColumnKind,
  PostColumnKind,
  TicketColumnKind,
  type NewColumn,
} from '../../../shared/domain/deck.ts'
import { commands, type CommandId, type Group } from '../../../shared/commands.ts'
import type { MacroView } from '../../../shared/domain/macro.ts'
import { weightNow, type PaletteUse } from '../../../shared/domain/palette.ts'
import type { Context } from '../../commands/context.ts'
import { keyLabels, keysOf } from '../../commands/key-label.ts'
import { registry } from '../../commands/registry.ts'
import { settingsSections, type SettingsSection } from '../../state/settings-sections.ts'
import { keymapOf, type Rows } from '../../state/rows.ts'
import { nameInSentence } from '../../overrides.ts'
import { columnTitle, deckName } from '../../titles.ts'
import { t } from '../../words.ts'

export type Entry = { key: string; title: string; detail: string; keys: readonly string[] } & (
  | { kind: 'command'; id: CommandId }
  | { kind: 'brand'; brandId: string; initials: string; fill: number }
  | { kind: 'deck'; deckId: string }
  | { kind: 'column'; deckId: string; columnId: string }
  | { kind: 'new-column'; column: NewColumn }
  | { kind: 'macro'; macroId: string }
  | { kind: 'settings'; section: SettingsSection }
  | { kind: 'past'; handleId: string }
  | { kind: 'ticket'; ticketId: string }
  | { kind: 'person'; username: string }
  | { kind: 'search'; text: string }
)

/** What it is put together from; `macros` are those of the open ticket's brand. */
export type Offer = { rows: Rows; context: Context; macros: readonly MacroView[]; mac: boolean }

const mostTickets = 50
/** What is looked for by name comes first; moving about is what the keys are for. */
const order: readonly Group[] = ['answer', 'outbox', 'post', 'ticket', 'view', 'workspace', 'move']

function commandEntries({ rows, context, mac }: Offer): Entry[] {
  return commands
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
    .filter((command) => !('hidden' in command && command.hidden) && registry[command.id].when(context))
    .map(({ id, group }): Entry => {
      const [first] = keysOf(keymapOf(rows), id)
      return {
        kind: 'command',
        key: id,
        id,
        title: t(`command.${id}`),
        detail: t(`group.${group}`),
        keys: first === undefined ? [] : keyLabels(first, mac),
      }
    })
}

/** Each leads to its deck; a window of one ticket has none. */
const brandEntries = ({ rows }: Offer): Entry[] =>
  (rows.decks.length === 0 ? [] : rows.brands).map(({ id, name, initials, fill, clientName }) => ({
    kind: 'brand',
    key: id,
    brandId: id,
    initials,
    fill,
    title: name,
    detail: clientName,
    keys: [],
  }))

/** Decks that somebody made; that of a brand is found by the brand. */
const deckEntries = ({ rows }: Offer): Entry[] =>
  rows.decks.flatMap(({ id, name }): Entry[] =>
    name === null
      ? []
      : [{ kind: 'deck', key: id, deckId: id, title: t('palette.deck', { name }), detail: '', keys: [] }],
  )

const columnEntries = ({ rows }: Offer): Entry[] =>
  rows.decks.flatMap((deck) =>
    deck.columns.map((column): Entry => ({
      kind: 'column',
      key: `column ${column.id}`,
      deckId: deck.id,
      columnId: column.id,
      title: columnTitle(column),
      detail: t('palette.column', { deck: deckName(deck, rows.brands) }),
      keys: [],
    })),
  )

/** What can be put into the deck on screen: every kind of each brand, what is listened to, incidents. */
function newColumnEntries({ rows, context }: Offer): Entry[] {
  if (!registry['column.add'].when(context)) return []
  const scopes = [null, ...rows.brands.map(({ id }) => id)]
  const columns = rows.decks.flatMap((deck) => deck.columns)
  const listened = new Map(
    columns.flatMap(({ id, kind, title, brandId }) => {
      const listeningId = PostColumnKind.safeParse(kind).success ? id.split(':')[1] : undefined
      return listeningId === undefined ? [] : [[listeningId, { kind, title, brandId }] as const]
    }),
  )
  const offered = [
    ...scopes.flatMap((brandId) =>
      [...TicketColumnKind.options, ...OwnColumnKind.options].map((kind) => ({
        title: null,
        kind,
        brandId,
        column: { kind, brandId },
      })),
    ),
    ...[...listened].map(([listeningId, { kind, title, brandId }]) => ({
      title,
      kind,
      brandId,
      column: { kind: PostColumnKind.parse(kind), listeningId },
    })),
  ]
  return offered.map(({ title, kind, brandId, column }): Entry => ({
    kind: 'new-column',
    key: `new ${newColumnKey(column)}`,
    column,
    title: t('column.new', { title: columnTitle({ title, kind }) }),
    detail: rows.brands.find(({ id }) => id === brandId)?.name ?? t('column.scope.all'),
    keys: [],
  }))
}

const newColumnKey = (column: NewColumn): string => Object.values(column).join(' ')

function macroEntries({ rows, context, macros }: Offer): Entry[] {
  if (!registry['reply.macro'].when(context)) return []
  const brand = rows.brands.find(({ id }) => id === rows.detail?.card.brandId)?.name ?? ''
  return macros.map(({ id, name }) => ({
    kind: 'macro',
    key: `macro ${id}`,
    macroId: id,
    title: name,
    detail: t('palette.macro', { brand }),
    keys: [],
  }))
}

const settingsEntries = ({ context }: Offer): Entry[] =>
  registry['brand.settings'].when(context)
    ? settingsSections.map((section) => ({
        kind: 'settings',
        key: `settings ${section}`,
        section,
        title: t(`settings.section.${section}`),
        detail: t('palette.settings'),
        keys: [],
      }))
    : []

const pastEntries = ({ rows }: Offer): Entry[] =>
  rows.brands.flatMap(({ name, handles }) =>
    handles
      .filter(({ state }) => state === 'connected' || state === 'memory-only')
      .map(({ id, username }): Entry => ({
        kind: 'past',
        key: `past ${id}`,
        handleId: id,
        title: t('backfill.entry', { username }),
        detail: t('backfill.entry.detail', { brand: name }),
        keys: [],
      })),
  )

/** Tickets that are loaded, and who wrote them. */
function ticketEntries({ rows }: Offer): Entry[] {
  const cards = new Map(
    [...rows.rows.values()].flatMap(({ card }) => (card ? [[card.ticketId, card] as const] : [])),
  )
  const shown = [...cards.values()].slice(0, mostTickets)
  const people = new Map(shown.map(({ customer }) => [customer.xUserId, customer]))
  return [
    ...shown.map(({ ticketId, number, customer, runs }): Entry => ({
      kind: 'ticket',
      key: ticketId,
      ticketId,
      title: t('palette.ticket', { number, name: nameInSentence(customer.name) }),
      detail: runs.map((run) => run.text).join(''),
      keys: [],
    })),
    ...[...people.values()].map(({ xUserId, name, username }): Entry => ({
      kind: 'person',
      key: `person ${xUserId}`,
      username,
      title: t('palette.person', { name: nameInSentence(name) }),
      detail: `@${username}`,
      keys: [],
    })),
  ]
}

/** Everything on offer: commands that can be done now, and every place that one can go to. */
export const entriesOf = (offer: Offer): Entry[] => [
  ...commandEntries(offer),
  ...brandEntries(offer),
  ...deckEntries(offer),
  ...columnEntries(offer),
  ...newColumnEntries(offer),
  ...macroEntries(offer),
  ...settingsEntries(offer),
  ...pastEntries(offer),
  ...ticketEntries(offer),
]

/** Where the words lead that name nothing here. */
export const searchEntry = (query: string): Entry => ({
  kind: 'search',
  key: 'search',
  text: query.trim(),
  title: t('palette.search', { query: query.trim() }),
  detail: '',
  keys: [],
})

/** What earlier choices add to how well a name fits; never as much as a name that fits well. */
const liftAtMost = 0.2

/** @param now epoch ms */
export function liftOf(uses: readonly PaletteUse[], now: number): (entry: Entry) => number {
  const weights = new Map(uses.map((use) => [use.key, weightNow(use, now)]))
  return ({ key }) => {
    const weight = weights.get(key) ?? 0
    return (liftAtMost * weight) / (1 + weight)
  }
}
