/** @file The bar that stays while everything outgoing is frozen: since when, by whom, how much is held, and the way out. */
import { OctagonX } from 'lucide-react'
import { clockTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { t } from '../words.ts'
import { useCommand, useRows } from './console-context.ts'
import styles from './StopBar.module.css'

export function StopBar() {
  const stopped = useRows((rows) => rows.session?.stopped ?? null)
  const list = useCommand('outbox.release-list')
  if (!stopped) return null
  const { at, agentName } = stopped
  return (
    <section className={styles['bar']} role="alert" aria-label={t('stop.label')}>
      <OctagonX size={16} aria-hidden="true" />
      <b>{t('stop.title')}</b>
      <span>
        {agentName === null
          ? t('stop.since', { time: clockTime(at) })
          : t('stop.since.by', { time: clockTime(at), name: agentName })}
      </span>
      <span className={styles['held']}>{t('stop.held', { count: stopped.stopped })}</span>
      <Button className={styles['list']} aria-keyshortcuts={list.aria} onClick={list.run}>
        {t('stop.list')} <Kbd keys={list.keys} />
      </Button>
    </section>
  )
}
