/** @file What today has cost, in the top bar. Pressing it opens the panel. */
import type { SpendToday } from '../../shared/domain/money.ts'
import { budget, spent } from '../money.ts'
import { t } from '../words.ts'
import { useCommand, useRows, useSession } from './console-context.ts'
import styles from './SpendLine.module.css'

function words({ today, budget: of, level, outOfCredits }: SpendToday): string {
  const amount = spent(today)
  if (outOfCredits) return t('spend.line.credits', { today: amount })
  if (level === 'stopped') return t('spend.line.stopped', { today: amount })
  if (of === null) return t('spend.line', { today: amount })
  const values = { today: amount, budget: budget(of) }
  return t(level === 'slow' ? 'spend.line.slow' : 'spend.line.of', values)
}

export function SpendLine() {
  const spend = useRows((rows) => rows.spend)
  const show = useCommand('money.show')
  // What all brands cost is not one brand's to see.
  const isSafe = useSession((session) => session.onlyBrandId !== null)
  if (!spend || isSafe) return null
  const look =
    spend.outOfCredits || spend.level === 'stopped' ? 'bad' : spend.level === 'open' ? 'calm' : 'warn'
  return (
    <button
      type="button"
      className={`${styles['line']} ${styles[look]}`}
      title={t('spend.open')}
      aria-keyshortcuts={show.aria}
      onClick={show.run}
    >
      {words(spend)}
    </button>
  )
}
