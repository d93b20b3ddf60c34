/** @file Brands, their handles and what is read for each: every failure with its next try, every way to mend it. */
import { useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { BrandCard } from './BrandCard.tsx'
import { useCommand, useRows, useSession } from './console-context.ts'
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
  const paste = useCommand('brand.paste')
  const safe = useSession((session) => session.onlyBrandId !== null)
  const waiting = brands.find(({ expected }) => expected.length > 0)
  const first = useRef<HTMLButtonElement>(null)
  const start = ({ run }: typeof connect) => {
    onClose()
    run()
  }
  return (
    <Modal title={t('brands.label')} onClose={onClose} look="broad" {...(waiting ? { first } : {})}>
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
          <BrandCard
            key={brand.id}
            brand={brand}
            fixed={practice}
            open={brands.length <= openedAtMost}
            first={brand === waiting ? first : undefined}
          />
        ))}
      </div>
      <div className={`${form['actions']} ${styles['foot']}`}>
        {!safe && <Button onClick={() => start(paste)}>{t('command.brand.paste')}</Button>}
        <Button look="primary" onClick={() => start(connect)}>
          {t('brands.connect')}
        </Button>
      </div>
    </Modal>
  )
}
