/** @file Deck tabs, the way to the palette, how complete the picture is, and what today has cost. */
import { Ellipsis, Search } from 'lucide-react'
import { showDeck } from '../commands/deck.ts'
import { deckOf } from '../state/rows.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { deckName } from '../titles.ts'
import { t } from '../words.ts'
import { CommandMenu, type MenuGroup } from './CommandMenu.tsx'
import { useCommand, useConsole, useRows, useSession } from './console-context.ts'
import { SpendLine } from './SpendLine.tsx'
import { SyncState } from './SyncState.tsx'
import { useWindowWidth } from './use-window-size.ts'
import hidden from '../ui/Hidden.module.css'
import styles from './TopBar.module.css'

/** What tabs may take beside the palette's field, the sync state and the day's spending; a tab takes at most 160 px. */
const reserved = 56 + 240 + 220 + 150 + 30
const tabWidth = 150

const deckMenu: readonly MenuGroup[] = [
  [{ id: 'column.add' }],
  [{ id: 'deck.create' }, { id: 'deck.duplicate' }, { id: 'deck.rename' }],
  [{ id: 'deck.move-left' }, { id: 'deck.move-right' }],
  [{ id: 'window.open-deck' }],
  [{ id: 'deck.export' }, { id: 'deck.import' }],
  [{ id: 'deck.reset' }, { id: 'deck.remove' }],
]

export function TopBar() {
  const c = useConsole()
  const decks = useRows((rows) => rows.decks)
  const brands = useRows((rows) => rows.brands)
  const deckId = useSession((session) => session.deckId)
  const shown = useRows((rows) => deckOf(rows, deckId))
  const palette = useCommand('view.palette')
  const width = useWindowWidth()
  const fit = Math.max(2, Math.floor((width - reserved) / tabWidth))
  const first = decks.slice(0, decks.length > fit ? fit - 1 : fit)
  // The deck on screen always has its tab.
  const tabs = shown && !first.includes(shown) ? [...first.slice(0, -1), shown] : first
  const rest = decks.filter((deck) => !tabs.includes(deck))
  return (
    <header className={styles['top']}>
      <h1 className={hidden['hidden']}>{t('app.name')}</h1>
      <nav className={styles['tabs']} aria-label={t('deck.tabs')}>
        {tabs.map((deck) => {
          const brand = brands.find((one) => one.id === deck.brandId)
          return (
            <button
              key={deck.id}
              type="button"
              className={styles['tab']}
              aria-current={deck === shown}
              title={deckName(deck, brands)}
              onClick={() => showDeck(c, deck.id)}
            >
              {brand && <BrandSquare initials={brand.initials} fill={brand.fill} />}
              <span className={styles['name']}>{deckName(deck, brands)}</span>
            </button>
          )
        })}
        {rest.length > 0 && (
          <MenuButton
            label={t('deck.more.name', { count: rest.length })}
            className={styles['tab'] ?? ''}
            align="start"
            entries={() => [
              rest.map((deck) => ({
                key: deck.id,
                title: deckName(deck, brands),
                run: () => showDeck(c, deck.id),
              })),
            ]}
          >
            {t('deck.more', { count: rest.length })}
          </MenuButton>
        )}
        <CommandMenu label={t('deck.menu')} className={styles['tool'] ?? ''} groups={deckMenu}>
          <Ellipsis size={16} aria-hidden="true" />
        </CommandMenu>
      </nav>
      <button type="button" className={styles['find']} aria-keyshortcuts={palette.aria} onClick={palette.run}>
        <Search size={14} aria-hidden="true" />
        <span className={styles['name']}>{t('palette.open')}</span>
        <Kbd keys={palette.keys} />
      </button>
      <SyncState />
      <SpendLine />
    </header>
  )
}
