/** @file What is read for one handle: how far each source is complete and how that is known, what is missing, Check now. */
import { AlertTriangle } from 'lucide-react'
import type { HandleView, SourceStatus } from '../../shared/domain/brand.ts'
import { clockTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { allDoubtsOf } from './coverage.ts'
import { useConsole } from './console-context.ts'
import { doubtWords, needsSignIn, sourceName, sourceWords } from './source-words.ts'
import form from '../ui/Form.module.css'
import styles from './BrandsDialog.module.css'

function Source({ handle, status }: { handle: HandleView; status: SourceStatus }) {
  const c = useConsole()
  const source = sourceName(status)
  const readNow = () =>
    c.attempt(async () => {
      await c.call('sync.now', { handleId: handle.id, source: status.source, subject: status.subject })
      c.say(t('said.checking'))
    })
  const reconnect = () =>
    c.session.setState({ overlay: { kind: 'connect', target: { kind: 'reconnect', handleId: handle.id } } })
  const isShut = handle.state !== 'reconnect' && needsSignIn(status)
  return (
    <li className={styles['source']}>
      <span className={styles['kind']} title={source}>
        {source}
      </span>
      <div className={styles['state']}>
        <p className={status.failure ? form['bad'] : undefined}>
          {sourceWords(status)}
          {status.state === 'ok' && status.completeToAt !== null && status.gaps.length === 0 && (
            <span className={styles['proof']}>{t(`source.proof.${status.proof}`)}</span>
          )}
          {status.failure && status.nextTryAt !== null && (
            <b className={styles['next']}> {t('brands.next-try', { time: clockTime(status.nextTryAt) })}</b>
          )}
        </p>
        {allDoubtsOf(status).map((doubt) => (
          <p key={doubt.kind === 'gap' ? doubt.gap.id : doubt.kind} className={styles['doubt']}>
            <AlertTriangle size={13} aria-hidden="true" className={styles['mark']} />
            <span>{doubtWords(doubt, c.now())}</span>
          </p>
        ))}
      </div>
      {isShut ? (
        <Button look="primary" onClick={reconnect}>
          {t('brands.reconnect', { username: handle.username })}
        </Button>
      ) : (
        <Button
          look="quiet"
          aria-label={t('brands.check.name', { source, username: handle.username })}
          onClick={readNow}
        >
          {t('brands.check')}
        </Button>
      )}
    </li>
  )
}

export function SourceList({ handle }: { handle: HandleView }) {
  return (
    <ul className={styles['sources']}>
      {handle.sources.map((status) => (
        <Source key={`${status.source} ${status.subject}`} handle={handle} status={status} />
      ))}
    </ul>
  )
}
