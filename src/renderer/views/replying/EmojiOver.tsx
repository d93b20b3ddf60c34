/** @file The choice of emoji over a text, into which the chosen one goes. Loaded when it is first opened. */
import { lazy, Suspense, type RefObject } from 'react'
import { typeInto } from './type-into.ts'

const EmojiPicker = lazy(async () => ({ default: (await import('./EmojiPicker.tsx')).EmojiPicker }))

type Props = { field: RefObject<HTMLTextAreaElement | null>; onClose: () => void }

export function EmojiOver({ field, onClose }: Props) {
  return (
    <Suspense fallback={null}>
      <EmojiPicker
        anchor={field}
        onClose={() => {
          onClose()
          field.current?.focus()
        }}
        onChosen={(emoji) => {
          onClose()
          const text = field.current
          if (text) typeInto(text, text.selectionStart, text.selectionEnd, emoji)
        }}
      />
    </Suspense>
  )
}
