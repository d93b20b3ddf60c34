/** @file An emoji that completes a word, in a line of the list. */
import type { Emoji } from '../../state/emoji.ts'
import styles from './PickList.module.css'

export function EmojiEntry({ emoji }: { emoji: Emoji }) {
  const [code] = emoji.codes
  return (
    <span className={styles['line']}>
      <span className={styles['emoji']} aria-hidden="true">
        {emoji.emoji}
      </span>
      <span className={styles['name']}>{emoji.label}</span>
      {code !== undefined && <span className={styles['shortcut']}>:{code}:</span>}
    </span>
  )
}
