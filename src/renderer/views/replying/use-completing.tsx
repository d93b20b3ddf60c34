/**
 * @file Completing a word while writing: an @ offers people. The keyboard stays in the text; what is taken goes in as if
 * it had been typed.
 */
import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { AttachedTo } from '../../../shared/domain/media.ts'
import { mentionAt } from '../../../shared/domain/mention.ts'
import { moved } from '../../state/cursor.ts'
import { t } from '../../words.ts'
import { MentionEntry } from './MentionEntry.tsx'
import type { PickEntry } from './PickList.tsx'
import { typeInto } from './type-into.ts'
import { useMentionable } from './use-mentionable.ts'

export type Completing = {
  label: string
  entries: readonly PickEntry[]
  chosen: string
  choose: (id: string) => void
  close: () => void
}

/** An entry, and the words that it becomes. */
type Offer = PickEntry & { words: string }

/**
 * Null while nothing is offered; `keyDown`, `caretMoved` and `left` belong to the text.
 * @param to where the message goes; null for a note, which names no people of X
 */
export function useCompleting(
  to: AttachedTo | null,
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
): {
  completing: Completing | null
  keyDown: (event: KeyboardEvent) => void
  caretMoved: () => void
  left: () => void
} {
  const [caret, setCaret] = useState(0)
  /** Where a sign stands that Escape has let be, or of which something was taken. */
  const [leftAlone, leaveAlone] = useState<number | null>(null)
  const [cursor, setCursor] = useState<string | null>(null)

  const looked = to === null ? null : mentionAt(text, caret)
  const from = looked?.from ?? null
  const isOpen = looked !== null && from !== leftAlone
  const people = useMentionable(to, isOpen ? looked.query : null)

  const offers: readonly Offer[] = people.map((person) => ({
    id: person.xUserId,
    words: `@${person.username}`,
    body: <MentionEntry person={person} />,
  }))
  const ids = offers.map(({ id }) => id)
  const chosen = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null)

  const close = () => leaveAlone(from)
  const choose = (id: string) => {
    const offer = offers.find((one) => one.id === id)
    if (!offer || from === null || !field.current) return
    close()
    const isFollowed = /^\s/u.test(text.slice(caret))
    typeInto(field.current, from, caret, isFollowed ? offer.words : `${offer.words} `)
  }
  const keyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (chosen === null || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (key === 'Escape') close()
    else if (key === 'ArrowDown' || key === 'ArrowUp')
      setCursor(moved(ids, chosen, key === 'ArrowDown' ? 1 : -1))
    else if (key === 'Enter' || key === 'Tab') choose(chosen)
    else return
    event.preventDefault()
    // A dialog around the text stays open.
    event.stopPropagation()
  }
  return {
    completing: chosen === null ? null : { label: t('mention.pick'), entries: offers, chosen, choose, close },
    keyDown,
    caretMoved: () => {
      const { value = '', selectionStart = 0 } = field.current ?? {}
      setCaret(selectionStart)
      // The next sign in the same place is another one.
      if (mentionAt(value, selectionStart) === null) leaveAlone(null)
    },
    left: () => setCaret(0),
  }
}
