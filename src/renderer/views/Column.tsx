/** @file One column: its header, its rows as a virtual list, what came in above the fold, its empty and failed states. */
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ColumnRow, ColumnView } from '../../shared/domain/deck.ts'
import { styleColumn } from '../commands/column.ts'
import { columnElementId, enterColumn, focusDeck, openRow, putCursor } from '../commands/go.ts'
import { chooseCustomer, turnCustomer } from '../commands/group.ts'
import { chooseTo, toggle } from '../commands/select.ts'
import type { Console } from '../state/console.ts'
import type { ColumnWindow } from '../state/rows.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { columnTitle } from '../titles.ts'
import { failureWords, t } from '../words.ts'
import { ColumnHead } from './ColumnHead.tsx'
import { CursorList } from './CursorList.tsx'
import { useConsole, useKeyName, useRows, useSession } from './console-context.ts'
import { compactBelow, rowHeights } from './deck-layout.ts'
import { FilterEmpty } from './FilterBar.tsx'
import { JobRow } from './JobRow.tsx'
import { MutedEmpty } from './MutedLine.tsx'
import { heldWords, totalOf } from './names.ts'
import { PostRow } from './PostRow.tsx'
import { movedBy, nothingShown, rowWindow } from './row-window.ts'
import type { RowProps } from './RowFrame.tsx'
import { TicketRow } from './TicketRow.tsx'
import { XChatNotice } from './XChatNotice.tsx'
import { steadyScroll } from './steady-scroll.ts'
import { useColumnDrag } from './use-column-drag.ts'
import { useWindowHeight } from './use-window-size.ts'
import styles from './Column.module.css'

const noIds: readonly string[] = []
const rowId = (columnId: string, id: string) => `${columnElementId(columnId)}-${id}`

const cursorIn = (c: Console, columnId: string): string | null =>
  c.session.getState().cursors[columnId] ?? null

type PlaceProps = { rowId: string; top: number }

/** A row at its place. One that is not held is read again, since somebody came back to it. */
const RowPlace = memo(function RowPlace({ rowId: id, top, ...row }: RowProps & PlaceProps) {
  const content = useRows((rows) => rows.rows.get(id))
  return content === undefined ? (
    <div className={styles['coming']} style={{ top, height: row.height }} />
  ) : (
    <div className={styles['place']} style={{ top }} role="presentation">
      <Row row={content} {...row} />
    </div>
  )
})

/** A ticket, a message that belongs to none, or a post that a brand listens to. */
function Row({ row, ...place }: RowProps & { row: ColumnRow }) {
  if (row.kind === 'post') return <PostRow row={row} {...place} />
  if (row.card !== null) return <TicketRow row={row} card={row.card} {...place} />
  return row.kind === 'job' ? <JobRow job={row.job} {...place} /> : null
}

type Props = { column: ColumnView; width: number; active: boolean }

/** A column that is folded: its name and how much it holds, and the keyboard can stand on it. */
function Folded({ column, width }: Props) {
  const c = useConsole()
  const window = useRows((rows) => rows.columns.get(column.id))
  const drag = useColumnDrag(column.id)
  const title = columnTitle(column)
  return (
    <section
      className={`${styles['column']} ${drag.over ? styles['drop'] : ''}`}
      style={{ width }}
      aria-label={title}
      {...drag.target}
    >
      <button
        type="button"
        id={columnElementId(column.id)}
        className={styles['folded']}
        aria-label={t('column.unfold', { title })}
        title={t('column.unfold', { title })}
        onFocus={() => {
          if (c.session.getState().columnId !== column.id) enterColumn(c, column.id)
        }}
        onClick={() => styleColumn(c, column, { folded: false })}
      >
        <span className={styles['total']}>{heldWords(window)}</span>
        <span className={styles['upright']}>{title}</span>
      </button>
    </section>
  )
}

/** What stands in a column without rows. */
function Empty({ column, window }: { column: ColumnView; window: ColumnWindow }) {
  const keyOf = useKeyName()
  if (window.looking) return null
  if (window.muted.count > 0) return <MutedEmpty columnId={column.id} />
  if (column.filter.text !== '') return <FilterEmpty column={column} />
  return (
    <Notice
      title={t(`column.empty.${column.kind}`)}
      next={t(`column.empty.${column.kind}.next`, {
        key: keyOf(column.kind === 'incident' ? 'incident.gather' : 'column.next'),
        followUp: keyOf('ticket.follow-up'),
        promise: keyOf('ticket.promise'),
      })}
    />
  )
}

export const Column = memo(function Column(props: Props) {
  return props.column.look.folded ? <Folded {...props} /> : <Open {...props} />
})

function Open({ column, width, active }: Props) {
  const c = useConsole()
  const drag = useColumnDrag(column.id)
  const brandName = useRows((rows) => rows.brands.find((one) => one.id === column.brandId)?.name)
  const window = useRows((rows) => rows.columns.get(column.id))
  const topAsked = useSession((session) =>
    session.topAsked?.columnId === column.id ? session.topAsked.n : 0,
  )
  const windowHeight = useWindowHeight()
  const compact = column.look.compact || windowHeight < compactBelow
  const rowHeight = compact ? rowHeights.compact : rowHeights.comfortable
  const ids = window?.ids ?? noIds
  const list = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const title = columnTitle(column)
  const scope = brandName ?? t('column.scope.all')

  const [rows, setShown] = useState(nothingShown)
  const { first, end, flying } = rows
  const [inPage] = useState(() => rowWindow(setShown))
  const [fresh, setFresh] = useState(0)
  const [steady] = useState(() => steadyScroll(setFresh))
  const [drawn, setDrawn] = useState(ids)
  if (drawn !== ids) {
    setDrawn(ids)
    // What is looked at stays in the page: its rows are not made anew.
    const by = steady.moves(ids, cursorIn(c, column.id), c.session.getState().begun)
    if (by !== 0) setShown((before) => movedBy(before, by))
  }
  useLayoutEffect(() => {
    steady.attach(list.current, inner.current)
    const by = steady.rows(ids, rowHeight, cursorIn(c, column.id), c.session.getState().begun)
    inPage.held(by * rowHeight)
  }, [c, column.id, steady, inPage, ids, rowHeight])
  useLayoutEffect(() => inPage.drawn(rows), [inPage, rows])
  useLayoutEffect(() => {
    inPage.attach(list.current, rowHeight)
    return () => inPage.attach(null, rowHeight)
  }, [inPage, rowHeight])

  useEffect(() => {
    if (topAsked > 0) steady.toTop()
  }, [topAsked, steady])

  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = section.current
    if (!element) return
    const observer = new IntersectionObserver((entries) =>
      c.apply.inSight(column.id, entries.at(-1)?.isIntersecting ?? true),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [c, column.id])

  const shown = ids.slice(first, end)
  // What nobody counted has no size.
  const size = window && !totalOf(window).many ? totalOf(window).count : -1
  const last = Math.min(end, ids.length) - 1
  useEffect(() => {
    if (!flying) c.apply.seen(column.id, { first, last })
  }, [c, column.id, first, last, flying])
  const more = typeof window?.next === 'string' && last >= ids.length - 5
  useEffect(() => {
    if (more) c.apply.more(column.id)
  }, [c, column.id, more, ids.length])

  const press = useCallback(
    (id: string, how?: 'toggle' | 'to') => {
      if (how === 'to') chooseTo(c, column.id, id)
      if (how === 'toggle') toggle(c, id)
      const row = c.rows.getState().rows.get(id)
      if (row && how === undefined) openRow(c, row)
      putCursor(c, column.id, id)
      focusDeck(c)
    },
    [c, column.id],
  )
  const onGroup = useCallback(
    (id: string, how?: 'choose') => (how === 'choose' ? chooseCustomer : turnCustomer)(c, column.id, id),
    [c, column.id],
  )

  return (
    <section
      ref={section}
      className={`${styles['column']} ${drag.over ? styles['drop'] : ''}`}
      style={{ width }}
      aria-label={t('column.name', { title, scope })}
      {...drag.target}
    >
      <ColumnHead column={column} title={title} scope={scope} window={window} />
      {column.kind === 'dms' && <XChatNotice brandId={column.brandId} />}
      <div className={styles['edge']}>
        {fresh > 0 && (
          <button type="button" className={styles['fresh']} onClick={() => steady.toTop()}>
            {t('column.fresh', { count: fresh })}
          </button>
        )}
      </div>
      <CursorList
        list={list}
        columnId={column.id}
        id={columnElementId(column.id)}
        title={title}
        ids={ids}
        window={window}
        flying={flying}
        steady={steady}
        rowHeight={rowHeight}
        windowHeight={windowHeight}
        idOf={(id) => rowId(column.id, id)}
        className={`${styles['list']} ${active ? styles['active'] : ''}`}
        onScroll={() => {
          steady.scrolled()
          inPage.scrolled()
        }}
        onFocus={() => {
          if (c.session.getState().columnId !== column.id) enterColumn(c, column.id)
        }}
      >
        <div
          ref={inner}
          className={styles['inner']}
          style={{ height: ids.length * rowHeight }}
          role="presentation"
        >
          {flying ? (
            <div
              className={styles['flying']}
              style={{
                top: first * rowHeight,
                height: shown.length * rowHeight,
                backgroundSize: `100% ${rowHeight}px`,
              }}
            />
          ) : (
            shown.map((id, at) => (
              <RowPlace
                key={id}
                rowId={id}
                top={(first + at) * rowHeight}
                id={rowId(column.id, id)}
                position={first + at + 1}
                total={size}
                columnId={column.id}
                height={rowHeight}
                compact={compact}
                onPress={press}
                group={window?.grouped?.rows[id]}
                onGroup={onGroup}
              />
            ))
          )}
        </div>
        {window === undefined && <Notice title={t('column.loading')} />}
        {window?.failure && (
          <Notice tone="bad" title={t('column.failed')} next={failureWords(window.failure)}>
            <Button onClick={() => c.apply.more(column.id)}>{t('app.retry')}</Button>
          </Notice>
        )}
        {window?.looking && <p className={styles['looking']}>{t('column.looking')}</p>}
        {window && !window.failure && ids.length === 0 && <Empty column={column} window={window} />}
      </CursorList>
    </section>
  )
}
