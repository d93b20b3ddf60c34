/** @file Over a new post: which brand speaks, by which of its handles, and the way to another brand. */
import type { BrandView, HandleView } from '../../shared/domain/brand.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { speakersOf } from './speakers.ts'
import form from '../ui/Form.module.css'
import styles from './ComposeDialog.module.css'

type Props = {
  brand: BrandView
  handle: HandleView
  onHandle: (handleId: string) => void
  onOther: () => void
}

export function ComposeBand({ brand, handle, onHandle, onOther }: Props) {
  const speakers = speakersOf(brand)
  return (
    <div className={styles['band']}>
      <BrandSquare initials={brand.initials} fill={brand.fill} />
      <span>
        {t('compose.as')} <b>{t('thread.handle', { username: handle.username })}</b>
      </span>
      {speakers.length > 1 && (
        <select
          className={form['select']}
          aria-label={t('compose.handle')}
          value={handle.id}
          onChange={(event) => onHandle(event.target.value)}
        >
          {speakers.map((one) => (
            <option key={one.id} value={one.id}>
              {t('thread.handle', { username: one.username })}
            </option>
          ))}
        </select>
      )}
      <Button look="quiet" className={styles['other']} onClick={onOther}>
        {t('compose.other')}
      </Button>
    </div>
  )
}
