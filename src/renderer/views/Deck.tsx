/** @file The deck: columns side by side, whole, and a strip of their names when they do not fit. */
import { useEffect, useRef } from 'react'
import type { DeckView } from '../../shared/domain/deck.ts'
import { enterColumn } from '../commands/go.ts'
import { columnOf } from '../commands/context.ts'
import { deckOf } from '../state/rows.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Notice } from '../ui/Notice.tsx'
import { columnTitle, deckName } from '../titles.ts'
import { t } from '../words.ts'
import { isUnconnected } from '../state/waiting.ts'
import { Unconnected } from './clients/Unconnected.tsx'
import { Column } from './Column.tsx'
import { useCommand, useConsole, useRows, useSession } from './console-context.ts'
import { heldWords } from './names.ts'
import type { DeckLayout } from './deck-layout.ts'
import { SelectionBar } from './SelectionBar.tsx'
import styles from './Deck.module.css'

function Strip({ deck, active }: { deck: DeckView; active: string | null }) {
  const c = useConsole()
  const columns = useRows((rows) => rows.columns)
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    strip.current
      ?.querySelector('[aria-current=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])
  return (
    <nav ref={strip} className={styles['strip']} aria-label={t('deck.strip')}>
      {deck.columns.map((column) => (
        <button
          key={column.id}
          type="button"
          aria-current={column.id === active}
          className={styles['jump']}
          onClick={() => enterColumn(c, column.id)}
        >
          <span className={styles['name']}>{columnTitle(column)}</span>{' '}
          <span className={styles['count']}>{heldWords(columns.get(column.id))}</span>
        </button>
      ))}
    </nav>
  )
}

function NoBrand() {
  const connect = useCommand('brand.connect')
  const paste = useCommand('brand.paste')
  return (
    <Notice title={t('deck.none')} next={t('deck.none.next')}>
      <div className={styles['ways']}>
        <Button look="primary" onClick={connect.run}>
          {t('practice.connect')}
        </Button>
        <Button onClick={paste.run}>{t('command.brand.paste')}</Button>
      </div>
    </Notice>
  )
}

function NoColumn() {
  const add = useCommand('column.add')
  return (
    <div className={styles['nothing']}>
      <Notice title={t('deck.empty')} next={t('deck.empty.next')}>
        <Button look="primary" onClick={add.run}>
          {t('command.column.add')} <Kbd keys={add.keys} />
        </Button>
      </Notice>
    </div>
  )
}

export function Deck({ layout }: { layout: DeckLayout }) {
  const c = useConsole()
  const deckId = useSession((session) => session.deckId)
  const deck = useRows((rows) => deckOf(rows, deckId))
  const brands = useRows((rows) => rows.brands)
  const own = brands.find(({ id }) => id === deck?.brandId) ?? null
  const shown = own ? [own] : brands
  const waits = shown.every(({ handles }) => handles.length === 0) && shown.some(isUnconnected)
  const read = useRows((rows) => rows.session !== null && rows.decks.length > 0)
  const chosen = useSession((session) => session.columnId)
  const area = useSession((session) => session.area)
  const scroller = useRef<HTMLDivElement>(null)
  const active = columnOf(c.rows.getState(), c.session.getState())

  useEffect(() => {
    const at = deck?.columns.findIndex((column) => column.id === chosen) ?? -1
    const element = scroller.current
    if (at < 0 || !element) return
    const left = layout.widths.slice(0, at).reduce((sum, width) => sum + width, 0)
    const right = left + (layout.widths[at] ?? 0)
    if (left < element.scrollLeft) element.scrollLeft = left
    else if (right > element.scrollLeft + element.clientWidth)
      element.scrollLeft = right - element.clientWidth
  }, [chosen, deck, layout])

  return (
    <main
      className={styles['deck']}
      data-area="deck"
      aria-label={deck ? t('deck.region', { name: deckName(deck, brands) }) : t('deck.tabs')}
    >
      {!read && <Notice title={t('deck.loading')} />}
      {read && brands.length === 0 && <NoBrand />}
      {read && deck && brands.length > 0 && waits && <Unconnected key={deck.id} brand={own} brands={shown} />}
      {read && deck && brands.length > 0 && !waits && (
        <>
          {layout.overflows && <Strip deck={deck} active={active} />}
          <div ref={scroller} className={styles['columns']}>
            {deck.columns.map((column, at) => (
              <Column
                key={column.id}
                column={column}
                width={layout.widths[at] ?? 0}
                active={area === 'deck' && column.id === active}
              />
            ))}
            {deck.columns.length === 0 && <NoColumn />}
          </div>
          <SelectionBar />
        </>
      )}
    </main>
  )
}
