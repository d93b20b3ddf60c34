/** @file The search over everything that was said: typed words narrow it, arrow keys choose, Enter opens the ticket. */
import { useRef, useState, type KeyboardEvent } from 'react'
import { keepSearch } from '../../commands/column.ts'
import { focusPane, openTicket } from '../../commands/go.ts'
import { keyLabels } from '../../commands/key-label.ts'
import { moved } from '../../state/cursor.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { listRole } from '../../ui/list-role.ts'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole, useSession } from '../console-context.ts'
import choices from '../../ui/Choices.module.css'
import styles from './Search.module.css'
import { SearchRow } from './SearchRow.tsx'
import { useSearch, type Searched } from './use-search.ts'

const examples = [
  'phrase',
  'not',
  'from',
  'brand',
  'status',
  'tag',
  'owner',
  'category',
  'is',
  'has',
  'mood',
  'followers',
  'due',
  'lang',
  'when',
] as const

function Help() {
  return (
    <section className={styles['help']}>
      <h3>{t('search.help.title')}</h3>
      <dl>
        {examples.map((example) => (
          <div key={example}>
            <dt>{t(`search.help.${example}`)}</dt>
            <dd>{t(`search.help.${example}.why`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** How many there are, what was left out of the question, and the way to keep it. */
function Summary({ searched: { page }, onKeep }: { searched: Searched; onKeep: () => void }) {
  const mac = useSession((session) => session.info?.platform === 'mac')
  const { rows, more, unknown } = page
  return (
    <footer className={styles['summary']}>
      <span role="status">
        {more ? t('search.more', { count: rows.length }) : t('search.count', { count: rows.length })}
      </span>
      {unknown.length > 0 && (
        <span className={styles['unknown']}>{t('search.unknown', { filters: unknown.join(', ') })}</span>
      )}
      <span className={styles['keys']}>{t('search.keys')}</span>
      <Button look="quiet" aria-keyshortcuts={mac ? 'Meta+S' : 'Control+S'} onClick={onKeep}>
        {t('search.keep')}
        <Kbd keys={keyLabels(keepKey, mac)} />
      </Button>
    </footer>
  )
}

/** Heard in the field alone: elsewhere it is nobody’s. */
const keepKey = 'Mod+S'

const rowId = (ticketId: string): string => `found-${ticketId}`

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => c.session.getState().searched)
  const [chosen, setChosen] = useState<string | null>(null)
  const searched = useSearch(text)
  const ids = searched?.page.rows.map(({ card }) => card.ticketId) ?? []
  const cursor = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)

  const open = (ticketId: string): void => {
    onClose()
    openTicket(c, ticketId)
    focusPane(c)
  }

  /** Enter came before its answer: it is meant for the first of what is found, never for what was found before. */
  const openFirst = (): void =>
    c.attempt(async () => {
      const { rows } = await c.call('ticket.search', { text, isTyping: true })
      if (rows[0] && c.session.getState().overlay?.kind === 'search') open(rows[0].card.ticketId)
    })

  const keep = (): void => {
    onClose()
    keepSearch(c, text.trim())
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      if (text.trim() !== '') keep()
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = moved(ids, cursor, event.key === 'ArrowDown' ? 1 : -1)
      setChosen(next)
      if (next !== null) document.getElementById(rowId(next))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      if (searched?.text !== text) openFirst()
      else if (cursor !== null) open(cursor)
    } else return
    event.preventDefault()
  }

  return (
    <Modal title={t('search.label')} onClose={onClose} look="top" first={field} bare>
      <input
        ref={field}
        className={choices['field']}
        role="combobox"
        aria-expanded={ids.length > 0}
        aria-controls="search-found"
        aria-label={t('search.placeholder')}
        {...(cursor === null ? {} : { 'aria-activedescendant': rowId(cursor) })}
        placeholder={t('search.placeholder')}
        spellCheck={false}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(null)
          c.session.setState({ searched: event.target.value })
        }}
        onKeyDown={keyDown}
      />
      {text.trim() === '' && <Help />}
      <div
        id="search-found"
        role={listRole(searched?.page.rows.length ?? 0)}
        aria-label={t('search.results')}
        className={styles['list']}
      >
        {searched?.page.rows.map((row) => {
          const { ticketId } = row.card
          return (
            <SearchRow
              key={ticketId}
              id={rowId(ticketId)}
              row={row}
              chosen={ticketId === cursor}
              onPress={() => open(ticketId)}
            />
          )
        })}
      </div>
      {searched && ids.length === 0 && (
        <p className={styles['nothing']}>
          <b>{t('search.nothing', { query: searched.text.trim() })}</b> {t('search.nothing.next')}
        </p>
      )}
      {searched && <Summary searched={searched} onKeep={keep} />}
    </Modal>
  )
}
