/** @file Moves columns with the mouse: a head is taken up and let go over another column, whose place it takes. */
import { useCallback, useMemo, useState, type DragEvent } from 'react'
import { moveColumn } from '../commands/column.ts'
import { deckOf } from '../state/rows.ts'
import { useConsole } from './console-context.ts'

/** Names what is dragged: nothing else that comes over the window is a column. */
const type = 'application/x-switchboard-column'

const isColumn = (event: DragEvent): boolean => event.dataTransfer.types.includes(type)

/** What a head needs to be taken up. */
export const useColumnHandle = (columnId: string) =>
  useMemo(
    () => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(type, columnId)
        event.dataTransfer.effectAllowed = 'move'
      },
    }),
    [columnId],
  )

/** What a column needs to take another in, and whether one is above it. */
export function useColumnDrag(columnId: string) {
  const c = useConsole()
  const [over, setOver] = useState(false)
  const onDragOver = useCallback((event: DragEvent) => {
    if (!isColumn(event)) return
    event.preventDefault()
    setOver(true)
  }, [])
  const onDragLeave = useCallback(() => setOver(false), [])
  const onDrop = useCallback(
    (event: DragEvent) => {
      setOver(false)
      if (!isColumn(event)) return
      event.preventDefault()
      const moved = event.dataTransfer.getData(type)
      const columns = deckOf(c.rows.getState(), c.session.getState().deckId)?.columns ?? []
      if (moved !== columnId)
        moveColumn(
          c,
          moved,
          columns.findIndex(({ id }) => id === columnId),
        )
    },
    [c, columnId],
  )
  return { over, target: { onDragOver, onDragLeave, onDrop } }
}
