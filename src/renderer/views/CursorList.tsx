/**
 * @file The list of a column as the keyboard has it: it names the row under the cursor and keeps it in view. It alone
 * follows the cursor, so that a key that moves on does not draw the column anew.
 */
import { useEffect, useMemo, type ReactNode, type Ref } from 'react'
import type { ColumnWindow } from '../state/rows.ts'
import { listRole } from '../ui/list-role.ts'
import { useConsole, useSession } from './console-context.ts'
import type { SteadyScroll } from './steady-scroll.ts'

type Props = {
  columnId: string
  id: string
  title: string
  ids: readonly string[]
  /** Undefined while it is read for the first time. */
  window: ColumnWindow | undefined
  /** The rows are not in the page: they fly past. */
  flying: boolean
  steady: SteadyScroll
  /** px */
  rowHeight: number
  /** px: a window that got lower, or rows that got higher, would hide the row that is worked on. */
  windowHeight: number
  /** The DOM id of a row. */
  idOf: (rowId: string) => string
  className: string
  list: Ref<HTMLDivElement>
  onScroll: () => void
  onFocus: () => void
  children: ReactNode
}

export function CursorList({
  columnId,
  id,
  title,
  ids,
  window,
  flying,
  steady,
  rowHeight,
  windowHeight,
  idOf,
  className,
  list,
  onScroll,
  onFocus,
  children,
}: Props) {
  const c = useConsole()
  const cursor = useSession((session) => session.cursors[columnId] ?? null)
  const here = useMemo(() => (cursor !== null && ids.includes(cursor) ? cursor : null), [cursor, ids])
  const group = here === null ? undefined : window?.grouped?.rows[here]
  const below = group?.unfolded ? group.more : 0
  useEffect(() => {
    const at = here === null ? -1 : (c.rows.getState().columns.get(columnId)?.ids.indexOf(here) ?? -1)
    if (at < 0) return
    // As many of those that are unfolded below it as there is room for.
    steady.show(at + below)
    steady.show(at)
  }, [c, columnId, here, below, steady, windowHeight, rowHeight])
  return (
    <div
      ref={list}
      id={id}
      role={listRole(ids.length)}
      {...(ids.length > 0 ? { 'aria-multiselectable': true } : {})}
      aria-label={title}
      aria-busy={window === undefined}
      {...(here === null || flying ? {} : { 'aria-activedescendant': idOf(here) })}
      tabIndex={0}
      className={className}
      onScroll={onScroll}
      onFocus={onFocus}
    >
      {children}
    </div>
  )
}
