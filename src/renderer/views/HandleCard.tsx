/** @file One handle among those of its brand: its sign-in, whether X tells by itself, its sources, its past. */
import type { HandleView } from '../../shared/domain/brand.ts'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import { PastActions } from './PastProgress.tsx'
import { pastWords } from './past-words.ts'
import { SourceList } from './SourceList.tsx'
import styles from './BrandsDialog.module.css'

function Past({ handleId, username }: { handleId: string; username: string }) {
  const c = useConsole()
  const view = useRows((rows) => rows.backfills.find((one) => one.handleId === handleId))
  return (
    <div className={styles['past']}>
      <span className={styles['words']}>{view ? pastWords(view) : t('brands.past.none')}</span>
      {view && <PastActions view={view} />}
      <Button
        look="quiet"
        aria-label={t('backfill.title', { username })}
        onClick={() => c.session.setState({ overlay: { kind: 'past', handleId } })}
      >
        {t('backfill.open')}
      </Button>
    </div>
  )
}

export function HandleCard({ handle }: { handle: HandleView }) {
  const c = useConsole()
  const reconnect = () =>
    c.session.setState({ overlay: { kind: 'connect', target: { kind: 'reconnect', handleId: handle.id } } })
  return (
    <div
      className={styles['handle']}
      role="group"
      aria-label={t('thread.handle', { username: handle.username })}
    >
      <div className={styles['line']}>
        <b className={styles['username']}>{t('thread.handle', { username: handle.username })}</b>
        <Tag tone={handle.state === 'connected' ? 'good' : 'warn'}>{t(`handle.${handle.state}`)}</Tag>
        {handle.state !== 'reconnect' && (
          <Tag
            tone={handle.live ? 'good' : 'plain'}
            title={t(handle.live ? 'stream.live.why' : 'stream.asked.why')}
          >
            {t(handle.live ? 'stream.live' : 'stream.asked')}
          </Tag>
        )}
        {handle.state === 'reconnect' && (
          <Button look="primary" onClick={reconnect}>
            {t('brands.reconnect', { username: handle.username })}
          </Button>
        )}
      </div>
      <SourceList handle={handle} />
      {handle.state !== 'reconnect' && <Past handleId={handle.id} username={handle.username} />}
    </div>
  )
}
