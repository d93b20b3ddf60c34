/** @file What a column is narrowed to: as chips, each with a way out, and as text to type over. */
import { ListFilter, X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { ColumnView } from '../../shared/domain/deck.ts'
import { piecesOf } from '../../shared/domain/search-query.ts'
import { filterColumn } from '../commands/column.ts'
import { enterColumn } from '../commands/go.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { columnTitle } from '../titles.ts'
import { t } from '../words.ts'
import { useCommand, useConsole } from './console-context.ts'
import styles from './FilterBar.module.css'

type Props = { column: ColumnView }

/** The way to a filter for the mouse. */
export function FilterButton({ column }: Props) {
  const c = useConsole()
  const { aria, keys } = useCommand('column.filter')
  return (
    <Button
      look="quiet"
      icon
      aria-label={t('command.column.filter')}
      aria-keyshortcuts={aria}
      title={[t('command.column.filter'), ...keys].join(' ')}
      onClick={() => c.session.setState({ filtering: column.id })}
    >
      <ListFilter size={13} aria-hidden="true" />
    </Button>
  )
}

function Field({ column }: Props) {
  const c = useConsole()
  const [text, setText] = useState(column.filter.text)
  function leave(): void {
    c.session.setState({ filtering: null })
    enterColumn(c, column.id)
  }
  function keyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') filterColumn(c, column.id, text.trim())
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <input
        className={styles['field']}
        aria-label={t('column.filter.label', { title: columnTitle(column) })}
        placeholder={t('column.filter.placeholder')}
        spellCheck={false}
        autoFocus
        maxLength={300}
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keyDown}
      />
      <span className={styles['hint']}>{t('column.filter.hint')}</span>
    </>
  )
}

function Chips({ column }: Props) {
  const c = useConsole()
  const { text, unknown } = column.filter
  const pieces = piecesOf(text)
  return (
    <>
      {pieces.map((piece, at) => {
        const isUnknown = unknown.includes(piece.replace(/^-|"/gu, ''))
        return (
          <button
            // The same piece twice is two chips.
            key={`${at} ${piece}`}
            type="button"
            className={`${styles['chip']} ${isUnknown ? styles['unknown'] : ''}`}
            aria-label={t('column.filter.out', { piece })}
            title={isUnknown ? t('column.filter.unknown') : t('column.filter.out', { piece })}
            onClick={() => filterColumn(c, column.id, pieces.toSpliced(at, 1).join(' '))}
          >
            <bdi>{piece}</bdi>
            <X size={11} aria-hidden="true" />
          </button>
        )
      })}
      <Button look="quiet" onClick={() => c.session.setState({ filtering: column.id })}>
        {t('column.filter.edit')}
      </Button>
    </>
  )
}

export function FilterBar({ column, isTyping }: Props & { isTyping: boolean }) {
  return (
    <div
      className={styles['bar']}
      role="group"
      aria-label={t('column.filter.label', { title: columnTitle(column) })}
    >
      {isTyping ? <Field column={column} /> : <Chips column={column} />}
    </div>
  )
}

export function FilterEmpty({ column }: Props) {
  const c = useConsole()
  return (
    <Notice title={t('column.filter.empty')} next={t('column.filter.empty.next')}>
      <Button onClick={() => filterColumn(c, column.id, '')}>{t('column.filter.clear')}</Button>
    </Notice>
  )
}
