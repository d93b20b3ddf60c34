/** @file Commands over decks: which one is on screen, and what becomes of it. */
import type { DeckView } from '../../shared/domain/deck.ts'
import { allDeckId } from '../../shared/domain/deck.ts'
import { chooseFile } from '../state/choose-file.ts'
import type { Console } from '../state/console.ts'
import { deckOf } from '../state/rows.ts'
import { saveFile } from '../state/save-file.ts'
import { columnTitle, deckName } from '../titles.ts'
import { t } from '../words.ts'
import { focusDeck, onceDrawn } from './go.ts'
import type { Context } from './context.ts'
import type { Runtime } from './runtime.ts'

const onScreen = (c: Console): DeckView | null => deckOf(c.rows.getState(), c.session.getState().deckId)

/** Puts another deck on screen. */
export function showDeck(c: Console, deckId: string): void {
  c.session.setState({ deckId, columnId: null })
  c.apply.deckShown()
  focusDeck(c)
}

/** Puts the deck of a brand on screen; null: that of all brands. */
export function showBrand(c: Console, brandId: string | null): void {
  const deckId = brandId ?? allDeckId
  if (c.rows.getState().decks.some(({ id }) => id === deckId)) showDeck(c, deckId)
}

/** Puts a deck on screen as soon as the rows have it. */
async function showWhenRead(c: Console, deckId: string): Promise<void> {
  await onceDrawn(c, (rows) => rows.decks.some(({ id }) => id === deckId))
  showDeck(c, deckId)
}

/** A new deck with this name, and on screen. @param like the deck whose columns it begins with; null: none */
export function createDeck(c: Console, name: string, like: string | null): void {
  c.attempt(async () => {
    const { deckId } = await c.call('deck.create', { name, like })
    await showWhenRead(c, deckId)
    c.say(t('said.deck.created', { name }), { undoable: true })
  })
}

export function renameDeck(c: Console, deckId: string, name: string): void {
  c.attempt(async () => {
    await c.call('deck.rename', { deckId, name })
    focusDeck(c)
  })
}

/** Puts the deck on screen so many places further. */
function moveDeck(c: Console, by: 1 | -1): void {
  const { decks } = c.rows.getState()
  const deck = onScreen(c)
  if (!deck) return
  const to = decks.indexOf(deck) + by
  if (to < 0 || to >= decks.length) return
  c.attempt(() => c.call('deck.move', { deckId: deck.id, to }))
}

function removeDeck(c: Console): void {
  const deck = onScreen(c)
  if (!deck || deck.name === null) return
  const { id: deckId, name } = deck
  c.attempt(async () => {
    await c.call('deck.remove', { deckId })
    showDeck(c, allDeckId)
    c.say(t('said.deck.removed', { name }), { undoable: true })
  })
}

function resetDeck(c: Console): void {
  const deck = onScreen(c)
  if (!deck) return
  c.attempt(async () => {
    await c.call('deck.reset', { deckId: deck.id })
    c.say(t('said.deck.reset'), { undoable: true })
  })
}

function exportDeck(c: Console): void {
  const deck = onScreen(c)
  if (!deck) return
  const name = deckName(deck, c.rows.getState().brands)
  c.attempt(async () => {
    const { left, ...file } = await c.call('deck.export', { deckId: deck.id, name })
    if ((await saveFile(c, file)) && left > 0) c.say(t('said.deck.left-out', { count: left }))
  })
}

function importDeck(c: Console): void {
  c.attempt(async () => {
    const file = await chooseFile('.json,application/json')
    if (file === null) return
    const { deckId, name, left } = await c.call('deck.import', { content: await file.text() })
    await showWhenRead(c, deckId)
    const columns = left.map(({ kind, handle }) =>
      t('deck.left', {
        title: columnTitle({ kind, title: null }),
        handle: handle ?? '',
        of: handle !== null,
      }),
    )
    c.say(
      left.length === 0
        ? t('said.deck.created', { name })
        : t('said.deck.some-left', { name, columns: columns.join(t('app.comma')) }),
      { undoable: true },
    )
  })
}

const step = (by: number): Runtime => ({
  when: (x) => x.manyDecks,
  run(c) {
    const { decks } = c.rows.getState()
    const at = decks.findIndex(({ id }) => id === onScreen(c)?.id)
    const deck = decks[(at + by + decks.length) % decks.length]
    if (deck) showDeck(c, deck.id)
  },
})

// The screen that clients see has the deck of one brand alone: what is made there would be gone after it.
const canArrange = (x: Context) => x.hasDeck && !x.clientSafe

export const deckCommands = {
  'deck.next': step(1),
  'deck.previous': step(-1),
  'deck.create': {
    when: canArrange,
    run: (c) => c.session.setState({ overlay: { kind: 'deck', ask: 'create' } }),
  },
  'deck.duplicate': {
    when: canArrange,
    run: (c) => c.session.setState({ overlay: { kind: 'deck', ask: 'duplicate' } }),
  },
  'deck.rename': {
    when: (x: Context) => canArrange(x) && x.onMadeDeck,
    run: (c) => c.session.setState({ overlay: { kind: 'deck', ask: 'rename' } }),
  },
  'deck.move-left': { when: (x: Context) => canArrange(x) && x.manyDecks, run: (c) => moveDeck(c, -1) },
  'deck.move-right': { when: (x: Context) => canArrange(x) && x.manyDecks, run: (c) => moveDeck(c, 1) },
  'deck.remove': { when: (x: Context) => canArrange(x) && x.onMadeDeck, run: removeDeck },
  'deck.reset': { when: (x: Context) => x.onArrangedDeck && !x.onMadeDeck, run: resetDeck },
  'deck.export': { when: canArrange, run: exportDeck },
  'deck.import': { when: canArrange, run: importDeck },
} as const satisfies Record<string, Runtime>
