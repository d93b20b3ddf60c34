/**
 * @file Completing a word while writing: an @ offers people, a colon offers emoji. The keyboard stays in the text; what is taken goes in as if
 * it had been typed.
 */
import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { AttachedTo } from '../../../shared/domain/media.ts'
import { mentionAt } from '../../../shared/domain/mention.ts'
import { moved } from '../../state/cursor.ts'
import { emojiAt } from '../../state/emoji.ts'
import { t } from '../../words.ts'
import { EmojiEntry } from './EmojiEntry.tsx'
import { MentionEntry } from './MentionEntry.tsx'
import type { PickEntry } from './PickList.tsx'
import { typeInto } from './type-into.ts'
import { useEmoji } from './use-emoji.ts'
import { useMentionable } from './use-mentionable.ts'

export type Completing = {
  label: string
  entries: readonly PickEntry[]
  chosen: string
  choose: (id: string) => void
  close: () => void
}

const emojiAtMost = 8

/** What stands at the caret and can be completed, and where its sign stands. */
function lookedFor(
  text: string,
  caret: number,
  to: AttachedTo | null,
): { kind: 'mention' | 'emoji'; from: number; query: string } | null {
  const mention = to === null ? null : mentionAt(text, caret)
  if (mention) return { kind: 'mention', ...mention }
  const emoji = emojiAt(text, caret)
  return emoji && { kind: 'emoji', ...emoji }
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

  const looked = lookedFor(text, caret, to)
  const from = looked?.from ?? null
  const open = looked !== null && from !== leftAlone ? looked : null
  const people = useMentionable(to, open?.kind === 'mention' ? open.query : null)
  const emoji = useEmoji(open?.kind === 'emoji' ? open.query : null)

  const offers: readonly Offer[] = [
    ...people.map((person) => ({
      id: person.xUserId,
      words: `@${person.username}`,
      body: <MentionEntry person={person} />,
    })),
    ...emoji.found.slice(0, emojiAtMost).map((one) => ({
      id: one.emoji,
      words: one.emoji,
      body: <EmojiEntry emoji={one} />,
    })),
  ]
  const ids = offers.map(({ id }) => id)
  const chosen = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null)

  const close = () => leaveAlone(from)
  const choose = (id: string) => {
    const offer = offers.find((one) => one.id === id)
    if (!offer || from === null || !field.current) return
    close()
    if (looked?.kind === 'emoji') emoji.remember(id)
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
    completing:
      chosen === null
        ? null
        : {
            label: t(looked?.kind === 'emoji' ? 'emoji.pick' : 'mention.pick'),
            entries: offers,
            chosen,
            choose,
            close,
          },
    keyDown,
    caretMoved: () => {
      const { value = '', selectionStart = 0 } = field.current ?? {}
      setCaret(selectionStart)
      // The next sign in the same place is another one.
      if (lookedFor(value, selectionStart, to) === null) leaveAlone(null)
    },
    left: () => setCaret(0),
  }
}
