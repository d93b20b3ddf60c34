/** @file The lines under a column's header that say what may be missing from it, each with what can be done. */
import { AlertTriangle } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import type { Doubt } from './coverage.ts'
import { useCommand, useConsole } from './console-context.ts'
import { doubtWords, sourceName } from './source-words.ts'
import styles from './ColumnCoverage.module.css'

/** More would push the rows away; the brands dialog has them all. */
const shownAtMost = 2

const keyOf = ({ handleId, source, subject, what }: Doubt): string =>
  [handleId, source, subject, what.kind === 'gap' ? what.gap.id : what.kind].join(' ')

type ActionProps = { what: Doubt['what']; onCheck: () => void; onNote: (gapId: string) => void }

/** Silence can be asked about; a span that X no longer shows can only be taken note of. */
function DoubtAction({ what, onCheck, onNote }: ActionProps) {
  if (what.kind === 'quiet')
    return (
      <Button look="quiet" onClick={onCheck}>
        {t('brands.check')}
      </Button>
    )
  return (
    <Button look="quiet" title={t('coverage.note.why')} onClick={() => onNote(what.gap.id)}>
      {t('coverage.note')}
    </Button>
  )
}

export function ColumnCoverage({ doubts }: { doubts: readonly Doubt[] }) {
  const c = useConsole()
  const manage = useCommand('brand.manage')
  if (doubts.length === 0) return null
  const check = ({ handleId, source, subject }: Doubt) =>
    c.attempt(async () => {
      await c.call('sync.now', { handleId, source, subject })
      c.say(t('said.checking'))
    })
  const note = (gapId: string) =>
    c.attempt(async () => {
      await c.call('gap.note', { gapId })
      c.say(t('said.gap-noted'))
    })
  const rest = doubts.length - shownAtMost
  return (
    <div className={styles['doubts']} role="status">
      {doubts.slice(0, shownAtMost).map((doubt) => (
        <p key={keyOf(doubt)} className={styles['doubt']}>
          <AlertTriangle size={13} aria-hidden="true" className={styles['mark']} />
          <span className={styles['words']}>
            {t('coverage.of', {
              source: sourceName(doubt),
              username: doubt.username,
              what: doubtWords(doubt.what, c.now()),
            })}
          </span>
          <DoubtAction what={doubt.what} onCheck={() => check(doubt)} onNote={(gapId) => note(gapId)} />
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
