/** @file All emoji over the text: searched by name, walked by arrows, the ones used lately first. */
import { Popover } from '@base-ui/react/popover'
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { movedInGrid, type Emoji } from '../../state/emoji.ts'
import { t } from '../../words.ts'
import { useEmoji } from './use-emoji.ts'
import list from './PickList.module.css'
import styles from './EmojiPicker.module.css'

const columns = 9
const gridId = 'emoji-grid'
const cellId = (at: number): string => `emoji-${at}`

function rowsOf(found: readonly Emoji[]): Emoji[][] {
  const rows: Emoji[][] = []
  for (let from = 0; from < found.length; from += columns) rows.push(found.slice(from, from + columns))
  return rows
}

/** One row, drawn again only when the choice enters it, moves in it or leaves. @param chosen -1: none of it */
const Row = memo(function Row({ row, n, chosen }: { row: readonly Emoji[]; n: number; chosen: number }) {
  return (
    <div role="row" className={styles['row']}>
      {row.map((one, column) => (
        <div
          key={one.emoji}
          id={cellId(n * columns + column)}
          role="gridcell"
          aria-label={one.label}
          aria-selected={column === chosen}
          title={one.label}
          className={styles['cell']}
          data-at={n * columns + column}
        >
          {one.emoji}
        </div>
      ))}
    </div>
  )
})

type GridProps = { found: readonly Emoji[]; at: number; onChosen: (one: Emoji) => void }

function Grid({ found, at, onChosen }: GridProps) {
  const rows = useMemo(() => rowsOf(found), [found])
  useEffect(() => {
    document.getElementById(cellId(at))?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div
      id={gridId}
      role="grid"
      aria-label={t('emoji.pick')}
      className={styles['grid']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ target }) => {
        const cell = target instanceof Element ? target.closest('[data-at]') : null
        const one = found[Number(cell?.getAttribute('data-at') ?? -1)]
        if (one) onChosen(one)
      }}
    >
      {rows.map((row, n) => (
        <Row key={n} row={row} n={n} chosen={Math.floor(at / columns) === n ? at % columns : -1} />
      ))}
    </div>
  )
}

type Props = { onChosen: (emoji: string) => void; onClose: () => void }

function Search({
  field,
  onChosen,
}: Pick<Props, 'onChosen'> & { field: RefObject<HTMLInputElement | null> }) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const { found, isLoaded, remember } = useEmoji(query)
  const chosen = found[at]
  const take = (one: Emoji) => {
    remember(one.emoji)
    onChosen(one.emoji)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return
    const to = movedInGrid(at, found.length, columns, event.key)
    if (to !== null) setAt(to)
    else if (event.key === 'Enter' && chosen) take(chosen)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        ref={field}
        className={styles['field']}
        role="combobox"
        aria-haspopup="grid"
        aria-expanded={found.length > 0}
        {...(chosen ? { 'aria-controls': gridId, 'aria-activedescendant': cellId(at) } : {})}
        aria-autocomplete="list"
        aria-label={t('emoji.search')}
        placeholder={t('emoji.search')}
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={keyDown}
      />
      {found.length > 0 && <Grid found={found} at={at} onChosen={take} />}
      {isLoaded && found.length === 0 && <p className={list['nothing']}>{t('emoji.none', { query })}</p>}
      <p className={styles['name']} aria-hidden="true">
        {chosen?.label}
      </p>
    </>
  )
}

/** @param onClose without a choice; the keyboard has to go back to the text */
export function EmojiPicker({
  anchor,
  onChosen,
  onClose,
}: Props & { anchor: RefObject<HTMLElement | null> }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <Popover.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="top"
          align="start"
          sideOffset={4}
          className={styles['positioner']}
        >
          <Popover.Popup
            className={styles['popup']}
            initialFocus={field}
            finalFocus={false}
            aria-label={t('emoji.pick')}
          >
            <Search field={field} onChosen={onChosen} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
