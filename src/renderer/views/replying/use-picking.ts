/**
 * @file Looking for a macro while writing: when it begins (a slash, or the command), what it finds, and how the chosen
 * one gets into the text. The keyboard stays in the text.
 */
import { useCallback, useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { MacroView } from '../../../shared/domain/macro.ts'
import { foundBy, slashAt } from '../../../shared/domain/macro-text.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import { moved } from '../../state/cursor.ts'
import { useConsole } from '../console-context.ts'
import { typeInto } from './type-into.ts'
import { useMacros } from './use-macros.ts'

/** From where to the caret the text is what is looked for. `opened`: by the command, at this place. */
function lookedFor(
  text: string,
  caret: number,
  opened: number | null,
): { from: number; query: string } | null {
  if (opened === null) return slashAt(text, caret)
  const query = text.slice(opened, caret)
  return caret < opened || /\s/u.test(query) ? null : { from: opened, query }
}

export type Picking = {
  query: string
  found: readonly MacroView[]
  /** The brand has macros at all; null before they are read. */
  any: boolean | null
  chosen: string | null
  choose: (macro: MacroView) => void
  close: () => void
}

/** Null while nothing is looked for; `keyDown` and `caretMoved` belong to the text. */
export function usePicking(
  detail: TicketDetail,
  channel: 'public' | 'dm' | 'note',
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
): { picking: Picking | null; keyDown: (event: KeyboardEvent) => void; caretMoved: () => void } {
  const c = useConsole()
  const { ticketId, brandId, lang } = detail.card
  const [caret, setCaret] = useState(0)
  const [opened, setOpened] = useState<number | null>(null)
  /** Where a slash stands that Escape has let be. */
  const [leftAlone, leaveAlone] = useState<number | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)

  const insert = useCallback(
    (macroId: string, from: number, to: number): void => {
      if (channel === 'note') return
      c.attempt(async () => {
        const inserted = await c.call('macro.insert', { macroId, ticketId, channel })
        if (field.current) typeInto(field.current, from, to, inserted.text)
      })
    },
    [c, field, ticketId, channel],
  )

  useEffect(
    () =>
      c.session.subscribe(({ macroWanted }) => {
        const text = field.current
        if (!macroWanted || !text) return
        c.session.setState({ macroWanted: null })
        text.focus()
        if (macroWanted.macroId !== null)
          return insert(macroWanted.macroId, text.selectionStart, text.selectionEnd)
        setCaret(text.selectionStart)
        setOpened(text.selectionStart)
      }),
    [c, field, insert],
  )

  const looked = channel === 'note' ? null : lookedFor(text, caret, opened)
  const isOpen = looked !== null && (opened !== null || looked.from !== leftAlone)
  const macros = useMacros(brandId, isOpen)
  const found = isOpen && macros ? foundBy(macros, looked.query, lang) : []
  const ids = found.map((macro) => macro.id)
  const chosen = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null)

  const close = () => {
    leaveAlone(looked?.from ?? null)
    setOpened(null)
  }
  const choose = (macro: MacroView) => {
    if (!looked) return
    close()
    insert(macro.id, looked.from, caret)
  }
  const keyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'Escape') close()
    else if (key === 'ArrowDown' || key === 'ArrowUp')
      setCursor(moved(ids, chosen, key === 'ArrowDown' ? 1 : -1))
    else if (key === 'Enter' && !event.shiftKey && chosen !== null) {
      const macro = found.find((one) => one.id === chosen)
      if (macro) choose(macro)
    } else return
    event.preventDefault()
  }
  const caretMoved = () => setCaret(field.current?.selectionStart ?? 0)
  const any = macros && macros.length > 0
  return {
    picking: isOpen ? { query: looked.query, found, any, chosen, choose, close } : null,
    keyDown,
    caretMoved,
  }
}
