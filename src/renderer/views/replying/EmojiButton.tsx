/** @file The way to the emoji for the mouse. */
import { Smile } from 'lucide-react'
import { t } from '../../words.ts'
import { useCommand } from '../console-context.ts'
import attach from '../Attachments.module.css'

/** @param onOpen where another text than the composer's is written, which no command reaches */
export function EmojiButton({ onOpen }: { onOpen?: () => void }) {
  const { run, aria, keys } = useCommand('reply.emoji')
  return (
    <button
      type="button"
      className={attach['attach']}
      aria-haspopup="dialog"
      aria-label={t('command.reply.emoji')}
      {...(onOpen ? {} : { 'aria-keyshortcuts': aria })}
      title={[t('command.reply.emoji'), ...(onOpen ? [] : keys)].join(' ')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen ?? run}
    >
      <Smile size={14} aria-hidden="true" />
    </button>
  )
}
