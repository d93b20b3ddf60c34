/**
 * @file What the console's lists are held against: rows of one line of text and nothing else. `plain` has them all in
 * the page and moves a class; `virtual` is the list library alone. Runs in the bare window.
 */
import { createElement, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { useVirtualizer } from '@tanstack/react-virtual'

const rowHeight = 84
const fill = 'position: fixed; inset: 0; overflow-y: auto; outline: none'

/** The element that scrolls, and `aria-activedescendant` names its highlighted row. */
function emptyList(): HTMLElement {
  document.body.replaceChildren()
  const list = document.createElement('div')
  list.setAttribute('style', fill)
  list.setAttribute('role', 'listbox')
  list.tabIndex = 0
  document.body.append(list)
  list.focus()
  return list
}

/** So many rows, and j and k go down and up. */
export function plain(count: number): void {
  const list = emptyList()
  const rows = Array.from({ length: count }, (_, n) => {
    const row = document.createElement('div')
    row.id = `row-${n}`
    row.textContent = `Row ${n}`
    row.style.height = `${rowHeight}px`
    list.append(row)
    return row
  })
  let at = 0
  const put = (to: number): void => {
    const row = rows[to]
    if (!row) return
    rows[at]?.style.removeProperty('background')
    at = to
    row.style.background = 'gold'
    row.scrollIntoView({ block: 'nearest' })
    list.setAttribute('aria-activedescendant', row.id)
  }
  put(0)
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'j') put(at + 1)
    if (key === 'k') put(at - 1)
  })
}

/** So many rows that are in the page only where they are seen. */
export function virtual(count: number): void {
  const place = emptyList()
  createRoot(place).render(createElement(Rows, { count, place }))
}

function Rows({ count, place }: { count: number; place: HTMLElement }) {
  const list = useRef(place)
  // oxlint-disable-next-line react/incompatible-library -- no compiler runs here
  const rows = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  })
  return createElement(
    'div',
    { style: { position: 'relative', height: rows.getTotalSize() } },
    rows
      .getVirtualItems()
      .map(({ key, index, start }) =>
        createElement(
          'div',
          { key, style: { position: 'absolute', top: start, width: '100%', height: rowHeight } },
          `Row ${index}`,
        ),
      ),
  )
}
