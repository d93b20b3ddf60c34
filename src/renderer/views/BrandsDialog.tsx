/** @file Brands, their handles and what is read for each: every failure with its next try, every way to mend it. */
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { BrandCard } from './BrandCard.tsx'
import { useCommand, useRows } from './console-context.ts'
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
