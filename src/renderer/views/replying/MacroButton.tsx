/** @file The way to the macros for the mouse. */
import { Slash } from 'lucide-react'
import { t } from '../../words.ts'
import { useCommand } from '../console-context.ts'
import attach from '../Attachments.module.css'

export function MacroButton() {
  const { run, aria, keys } = useCommand('reply.macro')
  return (
    <button
      type="button"
      className={attach['attach']}
      aria-label={t('command.reply.macro')}
      aria-keyshortcuts={aria}
      title={[t('command.reply.macro'), ...keys].join(' ')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <Slash size={14} aria-hidden="true" />
    </button>
  )
}
