/** @file The lines under a column's header that say what may be missing from it, each with what can be done. */
import { AlertTriangle } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { amount, writtenAt } from '../time.ts'
import { t } from '../words.ts'
import type { Doubt } from './coverage.ts'
import { useCommand, useConsole } from './console-context.ts'
import styles from './ColumnCoverage.module.css'

/** More would push the rows away; the brands dialog has them all. */
const shownAtMost = 2

function doubtWords({ source, title, username, what }: Doubt, now: number): string {
  const named = { source: title ?? t(`source.${source}`), username }
  return what.kind === 'quiet'
    ? t('coverage.quiet', {
        ...named,
        time: writtenAt(now, what.since),
        amount: amount(what.rhythmMs),
      })
    : t(`coverage.gap.${what.gap.why}`, {
        ...named,
        from: writtenAt(now, what.gap.fromAt),
        to: writtenAt(now, what.gap.toAt),
      })
}

const keyOf = ({ handleId, source, subject, what }: Doubt): string =>
  [handleId, source, subject, what.kind === 'gap' ? what.gap.id : what.kind].join(' ')

export function ColumnCoverage({ doubts }: { doubts: readonly Doubt[] }) {
  const c = useConsole()
  const manage = useCommand('brand.manage')
  if (doubts.length === 0) return null
  const check = ({ handleId, source, subject }: Doubt) =>
    c.attempt(async () => {
      await c.call('sync.now', { handleId, source, subject })
      c.say(t('said.checking'))
    })
  const rest = doubts.length - shownAtMost
  return (
    <div className={styles['doubts']} role="status">
      {doubts.slice(0, shownAtMost).map((doubt) => (
        <p key={keyOf(doubt)} className={styles['doubt']}>
          <AlertTriangle size={13} aria-hidden="true" className={styles['mark']} />
          <span className={styles['words']}>{doubtWords(doubt, c.now())}</span>
          {doubt.what.kind === 'quiet' && (
            <Button look="quiet" onClick={() => check(doubt)}>
              {t('brands.check')}
            </Button>
          )}
        </p>
      ))}
      {rest > 0 && (
        <Button look="quiet" onClick={manage.run}>
          {t('coverage.more', { count: rest })}
        </Button>
      )}
    </div>
  )
}
