/** @file The palette: commands with their keys, brands, loaded tickets. Arrow keys choose, Enter does. */
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { contextNow } from '../commands/answer.ts'
import { focusPane, openTicket } from '../commands/go.ts'
import { run } from '../commands/registry.ts'
import { showDeck } from '../commands/workspace.ts'
import { moved } from '../state/cursor.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { entriesOf, narrowed, type Entry } from './palette-entries.ts'
import styles from './Palette.module.css'

export function Palette({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  // What could be done when the palette opened: the palette itself must not count as something in the way.
  const [entries] = useState(() =>
    entriesOf(c.rows.getState(), contextNow(c), c.session.getState().info?.platform === 'mac'),
  )
  const found = useMemo(() => narrowed(entries, query), [entries, query])
  const keys = found.map((entry) => entry.key)
  const cursor = chosen !== null && keys.includes(chosen) ? chosen : (keys[0] ?? null)

  function choose(entry: Entry): void {
    onClose()
    if (entry.kind === 'command') run(c, entry.id)
    else if (entry.kind === 'brand') {
      const deck = c.rows.getState().decks.find((one) => one.brandId === entry.brandId)
      if (deck) showDeck(c, deck.id)
    } else if (entry.kind === 'past') {
      c.session.setState({ overlay: { kind: 'past', handleId: entry.handleId } })
    } else {
      openTicket(c, entry.ticketId)
      focusPane(c)
    }
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
        aria-label={t('palette.placeholder')}
        {...(cursor === null ? {} : { 'aria-activedescendant': `palette-${cursor}` })}
        placeholder={t('palette.placeholder')}
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={keyDown}
      />
      <div id="palette-list" role="listbox" aria-label={t('palette.label')} className={styles['list']}>
        {found.map((entry) => (
          <div
            key={entry.key}
            id={`palette-${entry.key}`}
            role="option"
            aria-selected={entry.key === cursor}
            className={styles['entry']}
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
