/** @file Brands, their handles and what is read for each: every failure with its next try, every way to mend it. */
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { BrandCard } from './BrandCard.tsx'
import { useCommand, useConsole, useRows } from './console-context.ts'
import { StreamNotices } from './StreamNotices.tsx'
import form from '../ui/Form.module.css'
import styles from './BrandsDialog.module.css'

/** So many brands are all opened from the start; of more only those that need a look. */
const openedAtMost = 2

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
    <Modal title={t('brands.label')} onClose={onClose} look="broad">
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
          <BrandCard key={brand.id} brand={brand} fixed={practice} open={brands.length <= openedAtMost} />
        ))}
      </div>
      <div className={`${form['actions']} ${styles['foot']}`}>
        <Button look="primary" onClick={start}>
          {t('brands.connect')}
        </Button>
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
