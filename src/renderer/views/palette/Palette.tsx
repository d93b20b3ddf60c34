/**
 * @file The palette: commands with their keys, and every place that one can go to. Arrow keys choose, Enter does. What
 * somebody chooses often stands first.
 */
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { contextNow } from '../../commands/answer.ts'
import { addColumn } from '../../commands/column.ts'
import { enterColumn, focusPane, openTicket } from '../../commands/go.ts'
import { showSettings } from '../../commands/post.ts'
import { run } from '../../commands/registry.ts'
import { showBrand, showDeck } from '../../commands/deck.ts'
import type { Console } from '../../state/console.ts'
import { moved } from '../../state/cursor.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { listRole } from '../../ui/list-role.ts'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { useMacros } from '../replying/use-macros.ts'
import { narrowed } from '../narrowed.ts'
import { entriesOf, liftOf, searchEntry, type Entry } from './entries.ts'
import styles from '../../ui/Choices.module.css'

function search(c: Console, text: string): void {
  c.session.setState({ searched: text, overlay: { kind: 'search' } })
}

function follow(c: Console, entry: Entry): void {
  switch (entry.kind) {
    case 'command':
      run(c, entry.id)
      return
    case 'brand':
      showBrand(c, entry.brandId)
      return
    case 'deck':
      showDeck(c, entry.deckId)
      return
    case 'column':
      showDeck(c, entry.deckId)
      enterColumn(c, entry.columnId)
      return
    case 'new-column':
      addColumn(c, entry.column)
      return
    case 'macro':
      c.session.setState({ macroWanted: { macroId: entry.macroId } })
      return
    case 'settings':
      showSettings(c, entry.section)
      return
    case 'past':
      c.session.setState({ overlay: { kind: 'past', handleId: entry.handleId } })
      return
    case 'ticket':
      openTicket(c, entry.ticketId)
      focusPane(c)
      return
    case 'person':
      search(c, `from:${entry.username}`)
      return
    case 'search':
      search(c, entry.text)
  }
}

type Props = { only: 'brand' | 'column' | 'new-column' | null; onClose: () => void }

/** @param only what else there is to choose is left out, as a search of everything is */
export function Palette({ only, onClose }: Props) {
  const c = useConsole()
  const field = useRef<HTMLInputElement>(null)
  const words = t(only === null ? 'palette.placeholder' : `palette.placeholder.${only}`)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  // What could be done when the palette opened: the palette itself must not count as something in the way.
  const [opened] = useState(() => ({
    rows: c.rows.getState(),
    context: contextNow(c),
    mac: c.session.getState().info?.platform === 'mac',
    lift: liftOf(c.rows.getState().paletteUses, c.now()),
  }))
  const brandId = opened.context.ticketOpen ? (opened.rows.detail?.card.brandId ?? null) : null
  const macros = useMacros(brandId ?? '', brandId !== null)
  const entries = useMemo(() => {
    const all = entriesOf({ ...opened, macros: macros ?? [] })
    return only === null ? all : all.filter(({ kind }) => kind === only)
  }, [opened, macros, only])
  const found = useMemo(() => {
    const isAsked = query.trim() !== '' || only !== null
    // There are as many columns to add as kinds and brands together: they wait until something is typed.
    const offered = isAsked ? entries : entries.filter(({ kind }) => kind !== 'new-column')
    const fitting = narrowed(offered, query, opened.lift)
    return query.trim() === '' || only !== null ? fitting : [...fitting, searchEntry(query)]
  }, [entries, query, opened, only])
  const keys = found.map((entry) => entry.key)
  const cursor = chosen !== null && keys.includes(chosen) ? chosen : (keys[0] ?? null)

  function choose(entry: Entry): void {
    onClose()
    if (entry.kind !== 'search') c.apply.chosenInPalette(entry.key, c.now())
    follow(c, entry)
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = moved(keys, cursor, event.key === 'ArrowDown' ? 1 : -1)
      setChosen(next)
      document.getElementById(`palette-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      const entry = found.find((one) => one.key === cursor)
      if (entry) choose(entry)
    } else return
    event.preventDefault()
  }

  return (
    <Modal title={t('palette.label')} onClose={onClose} look="top" first={field} bare>
      <input
        ref={field}
        className={styles['field']}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-label={words}
        {...(cursor === null ? {} : { 'aria-activedescendant': `palette-${cursor}` })}
        placeholder={words}
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={keyDown}
      />
      <div
        id="palette-list"
        role={listRole(found.length)}
        aria-label={t('palette.label')}
        className={styles['list']}
      >
        {found.map((entry) => (
          <div
            key={entry.key}
            id={`palette-${entry.key}`}
            role="option"
            aria-selected={entry.key === cursor}
            className={styles['choice']}
            onClick={() => choose(entry)}
          >
            {entry.kind === 'brand' && <BrandSquare initials={entry.initials} fill={entry.fill} />}
            <bdi className={styles['title']}>{entry.title}</bdi>
            <bdi className={styles['detail']}>{entry.detail}</bdi>
            <Kbd keys={entry.keys} />
          </div>
        ))}
        {found.length === 0 && <p className={styles['nothing']}>{t('palette.nothing', { query })}</p>}
      </div>
    </Modal>
  )
}
