/**
 * @file The frame of every row of a column: an option of its list, of a fixed height. It alone follows the cursor and the
 * selection, so that a key that moves on draws two frames, and nothing that is in them.
 */
import type { MouseEvent, ReactNode } from 'react'
import type { RowGroup } from '../../shared/domain/deck.ts'
import { isChosen } from '../state/selection.ts'
import { useSession } from './console-context.ts'
import styles from './TicketRow.module.css'

/** What a column says of each of its rows. */
export type RowProps = {
  columnId: string
  /** DOM id, for `aria-activedescendant`. */
  id: string
  position: number
  total: number
  height: number
  compact: boolean
  /** `toggle` and `to` choose it, or all up to it, to be worked on together. */
  onPress: (rowId: string, how?: 'toggle' | 'to') => void
  /** It stands for further tickets of its customer, or is one that is unfolded below another. */
  group?: RowGroup | undefined
  /** Unfolds them or folds them again; `choose`: chooses all of them. */
  onGroup?: (rowId: string, how?: 'choose') => void
}

type Props = Pick<RowProps, 'columnId' | 'id' | 'position' | 'total' | 'height' | 'compact'> & {
  rowId: string
  /** What is chosen when the row is; null: nothing can be. */
  ticketId: string | null
  /** It hangs on the row above. */
  further?: boolean
  onClick: (event: MouseEvent) => void
  children: ReactNode
}

export function RowFrame({
  columnId,
  rowId,
  ticketId,
  id,
  position,
  total,
  height,
  compact,
  further = false,
  onClick,
  children,
}: Props) {
  const here = useSession((session) => session.cursors[columnId] === rowId)
  const many = useSession((session) => ticketId !== null && session.selection !== null)
  const picked = useSession((session) => ticketId !== null && isChosen(session.selection, ticketId))
  const looks = [
    'row',
    ...(picked ? ['picked'] : []),
    ...(here ? ['chosen'] : []),
    ...(compact ? ['compact'] : []),
    ...(further ? ['further'] : []),
  ]
  return (
    <div
      role="option"
      id={id}
      aria-selected={many ? picked : here}
      aria-posinset={position}
      aria-setsize={total}
      className={looks.map((look) => styles[look]).join(' ')}
      style={{ height }}
      onClick={onClick}
    >
      {children}
    </div>
  )
}
