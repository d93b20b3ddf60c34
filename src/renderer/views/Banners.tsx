/** @file Lines above the console: Stop while it holds; what is always true here: practice, stand-in runtime, no keychain. */
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { useCommand, useRows, useSession } from './console-context.ts'
import { OtherSeatNotice } from './OtherSeatNotice.tsx'
import { StopBar } from './StopBar.tsx'
import styles from './Banners.module.css'

export function Banners() {
  const info = useSession((session) => session.info)
  const kept = useRows((rows) => rows.session?.secretsKept)
  const connect = useCommand('brand.connect')
  if (!info) return null
  const runtime = [
    info.fallbackRuntime && t('runtime.notice', { version: info.electronVersion }),
    !info.sandboxed && t('runtime.sandbox'),
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <aside className={styles['banners']} aria-label={t('banners.label')}>
      <StopBar />
      <OtherSeatNotice />
      {info.kind === 'practice' && (
        <section className={styles['practice']} aria-label={t('practice.label')}>
          <span>
            {[t('practice.banner'), kept === 'beside' && t('practice.secrets')].filter(Boolean).join(' ')}
          </span>
          <Button onClick={connect.run}>{t('practice.connect')}</Button>
          {runtime && <span className={styles['aside']}>{runtime}</span>}
        </section>
      )}
      {info.kind === 'loopback' && (
        <p className={styles['notice']}>
          {t('loopback.banner', { origin: info.xOrigin })}
          {runtime && <span className={styles['aside']}>{runtime}</span>}
        </p>
      )}
      {info.kind === 'live' && runtime && <p className={styles['notice']}>{runtime}</p>}
      {kept === 'passphrase-and-memory' && <p className={styles['notice']}>{t('memory.notice')}</p>}
    </aside>
  )
}

/** The striped frame of the practice window. */
export function PracticeFrame() {
  const practice = useSession((session) => session.info?.kind === 'practice')
  return practice ? <div className={styles['frame']} aria-hidden="true" /> : null
}
