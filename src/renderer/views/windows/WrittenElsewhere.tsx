/** @file In place of the composer: another window has it, and the way there. */
import { goToWindowOf } from '../../commands/go.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { t } from '../../words.ts'
import { useCommand, useConsole } from '../console-context.ts'
import styles from './WrittenElsewhere.module.css'

export function WrittenElsewhere({ ticketId }: { ticketId: string }) {
  const c = useConsole()
  const { keys, aria } = useCommand('window.open-ticket')
  return (
    <div className={styles['line']} role="status">
      <span className={styles['words']}>{t('elsewhere.line')}</span>
      <Button aria-keyshortcuts={aria} onClick={() => goToWindowOf(c, ticketId)}>
        {t('elsewhere.go')} <Kbd keys={keys} />
      </Button>
    </div>
  )
}
