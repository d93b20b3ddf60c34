/** @file What mutes leave out of a column, told at its head: nothing is gone silently, and one press shows it. */
import { focusDeck } from '../commands/go.ts'
import { turnMuted } from '../commands/mute.ts'
import type { ColumnWindow } from '../state/rows.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole, useSession } from './console-context.ts'
import styles from './MutedLine.module.css'

export function MutedLine({ columnId, muted }: { columnId: string; muted: ColumnWindow['muted'] }) {
  const c = useConsole()
  const { aria, keys } = useCommand('column.show-muted')
  const isShown = useSession((session) => session.mutedShown.includes(columnId))
  return (
    <button
      type="button"
      className={styles['line']}
      aria-keyshortcuts={aria}
      title={[t('command.column.show-muted'), ...keys].join('  ')}
      onClick={() => turnMuted(c, columnId)}
    >
      <span>{t(isShown ? 'column.muted.shown' : 'column.muted', muted)}</span>
      <span className={styles['do']}>{t(isShown ? 'column.muted.hide' : 'column.muted.show')}</span>
      <Kbd keys={keys} />
    </button>
  )
}

export function MutedEmpty({ columnId }: { columnId: string }) {
  const c = useConsole()
  return (
    <Notice title={t('column.muted.all')} next={t('column.muted.all.next')}>
      <Button
        onClick={() => {
          turnMuted(c, columnId)
          // The button goes with what it says.
          focusDeck(c)
        }}
      >
        {t('column.muted.show')}
      </Button>
    </Notice>
  )
}
