/** @file Brands, their handles and what is read for each: every failure with its next try, every way to mend it. */
import type { BrandView, HandleView, SourceStatus } from '../../shared/domain/brand.ts'
import { clockTime, clockTimeWithSeconds } from '../time.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t, wireFailureWords } from '../words.ts'
import { useCommand, useConsole, useRows } from './console-context.ts'
import { StreamNotices } from './StreamNotices.tsx'
import { PastActions } from './PastProgress.tsx'
import { pastWords } from './past-words.ts'
import { HoldFields } from './HoldFields.tsx'
import form from '../ui/Form.module.css'
import styles from './BrandsDialog.module.css'

function sourceWords(status: SourceStatus): string {
  if (status.failure) return wireFailureWords(status.failure)
  if (status.state === 'ok') {
    return status.completeToAt === null
      ? t('source.ok.never')
      : t('source.ok', { time: clockTimeWithSeconds(status.completeToAt) })
  }
  return t(`source.${status.state}`)
}

function Source({ handle, status }: { handle: HandleView; status: SourceStatus }) {
  const c = useConsole()
  const source = status.title ?? t(`source.${status.source}`)
  const readNow = () =>
    c.attempt(async () => {
      await c.call('sync.now', { handleId: handle.id, source: status.source, subject: status.subject })
      c.say(t('said.checking'))
    })
  return (
    <li className={styles['source']}>
      <span className={styles['kind']}>{source}</span>
      <span className={status.failure ? form['bad'] : undefined}>
        {sourceWords(status)}
        {status.failure && status.nextTryAt !== null && (
          <b className={styles['next']}> {t('brands.next-try', { time: clockTime(status.nextTryAt) })}</b>
        )}
      </span>
      <Button
        look="quiet"
        aria-label={t('brands.check.name', { source, username: handle.username })}
        onClick={readNow}
      >
        {t('brands.check')}
      </Button>
    </li>
  )
}

function Handle({ handle }: { handle: HandleView }) {
  const c = useConsole()
  const reconnect = () =>
    c.session.setState({ overlay: { kind: 'connect', target: { kind: 'reconnect', handleId: handle.id } } })
  return (
    <div className={styles['handle']}>
      <div className={styles['line']}>
        <b>{t('thread.handle', { username: handle.username })}</b>
        <Tag tone={handle.state === 'connected' ? 'good' : 'warn'}>{t(`handle.${handle.state}`)}</Tag>
        <Tag
          tone={handle.live ? 'good' : 'plain'}
          title={t(handle.live ? 'stream.live.why' : 'stream.asked.why')}
        >
          {t(handle.live ? 'stream.live' : 'stream.asked')}
        </Tag>
        {handle.state === 'reconnect' && (
          <Button look="primary" onClick={reconnect}>
            {t('brands.reconnect', { username: handle.username })}
          </Button>
        )}
      </div>
      <ul className={styles['sources']}>
        {handle.sources.map((status) => (
          <Source key={`${status.source} ${status.subject}`} handle={handle} status={status} />
        ))}
      </ul>
      <Past handleId={handle.id} username={handle.username} />
    </div>
  )
}

function Past({ handleId, username }: { handleId: string; username: string }) {
  const c = useConsole()
  const view = useRows((rows) => rows.backfills.find((one) => one.handleId === handleId))
  return (
    <div className={styles['line']}>
      {view && <span>{pastWords(view)}</span>}
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

function Brand({ brand, fixed }: { brand: BrandView; fixed: boolean }) {
  const c = useConsole()
  return (
    <section className={styles['brand']} aria-label={brand.name}>
      <header className={styles['head']}>
        <BrandSquare initials={brand.initials} fill={brand.fill} />
        <h3 className={styles['name']}>{brand.name}</h3>
        <span className={styles['client']}>{t('brands.client', { name: brand.clientName })}</span>
        {!fixed && (
          <>
            <Button
              look="quiet"
              aria-label={t('brands.connect-more', { name: brand.name })}
              onClick={() =>
                c.session.setState({
                  overlay: { kind: 'connect', target: { kind: 'brand', brandId: brand.id } },
                })
              }
            >
              {t('brands.add-handle')}
            </Button>
            <Button
              look="danger"
              onClick={() => c.session.setState({ overlay: { kind: 'remove', brandId: brand.id } })}
            >
              {t('brands.remove', { name: brand.name })}
            </Button>
          </>
        )}
      </header>
      {brand.handles
        .filter((handle) => handle.state !== 'removed')
        .map((handle) => (
          <Handle key={handle.id} handle={handle} />
        ))}
      <HoldFields brand={brand} />
    </section>
  )
}

export function BrandsDialog({ onClose }: { onClose: () => void }) {
  const brands = useRows((rows) => rows.brands)
  const apps = useRows((rows) => rows.apps)
  const practice = useRows((rows) => rows.session?.workspace.kind === 'practice')
  const connect = useCommand('brand.connect')
  const start = () => {
    onClose()
    connect.run()
  }
  return (
    <Modal title={t('brands.label')} onClose={onClose} look="wide">
      <div className={form['form']}>
        {apps
          .filter((app) => app.outOfCredits)
          .map((app) => (
            <p key={app.id} className={form['warn']} role="alert">
              {t('brands.credits', { name: app.name })}
            </p>
          ))}
        <StreamNotices />
        {brands.length === 0 && <Notice title={t('brands.empty')} next={t('deck.none.next')} />}
        {brands.map((brand) => (
          <Brand key={brand.id} brand={brand} fixed={practice} />
        ))}
        <div className={form['actions']}>
          <Button look="primary" onClick={start}>
            {t('brands.connect')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

/** Asks whether the data stays; the secrets always go. */
export function RemoveDialog({ brandId, onClose }: { brandId: string; onClose: () => void }) {
  const c = useConsole()
  const name = useRows((rows) => rows.brands.find((brand) => brand.id === brandId)?.name ?? '')
  const remove = (keepData: boolean) =>
    c.attempt(async () => {
      onClose()
      await c.call('brand.remove', { brandId, keepData })
      c.say(t('said.removed', { name }))
    })
  return (
    <Modal title={t('brands.remove.title', { name })} onClose={onClose}>
      <div className={form['form']}>
        <p>{t('brands.remove.why')}</p>
        <div className={form['actions']}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="danger" onClick={() => remove(false)}>
            {t('brands.remove.wipe')}
          </Button>
          <Button onClick={() => remove(true)}>{t('brands.remove.keep')}</Button>
        </div>
      </div>
    </Modal>
  )
}
