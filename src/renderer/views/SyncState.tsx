/** @file How complete the picture is. Pressing it leads to the sources. */
import { clockTimeWithSeconds } from '../time.ts'
import { t } from '../words.ts'
import { useCommand, useRows } from './console-context.ts'
import { syncSummary, type SyncSummary } from './sync-summary.ts'
import styles from './SyncState.module.css'

function words(summary: SyncSummary): string {
  switch (summary.kind) {
    case 'none':
      return t('sync.none')
    case 'first':
      return t('sync.first')
    case 'reconnect':
      return t('sync.reconnect', { username: summary.username })
    case 'failing':
      return t('sync.failing', { count: summary.count })
    case 'doubts':
      return t('sync.doubts', { count: summary.count })
    case 'complete':
      return t(summary.live ? 'sync.live' : 'sync.complete', { time: clockTimeWithSeconds(summary.at) })
  }
}

export function SyncState() {
  const brands = useRows((rows) => rows.brands)
  const manage = useCommand('brand.manage')
  const summary = syncSummary(brands)
  return (
    <button type="button" className={styles['sync']} onClick={manage.run} title={t('sync.label')}>
      <span className={`${styles['dot']} ${styles[summary.kind]}`} aria-hidden="true" />
      {words(summary)}
    </button>
  )
}
