/** @file Over the text of a brand that is not live yet: that nothing goes out, and the way to change it. */
import type { BrandView } from '../../../shared/domain/brand.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import styles from './ComposerText.module.css'

export function ReadOnlyLine({ brand }: { brand: BrandView }) {
  const c = useConsole()
  return (
    <p className={styles['read-only']} role="status">
      <span>{t('go-live.is-read-only', { name: brand.name })}</span>
      <Button
        look="quiet"
        onClick={() =>
          c.session.setState({ overlay: { kind: 'brand-settings', brandId: brand.id, section: 'goLive' } })
        }
      >
        {t('go-live.show')}
      </Button>
    </p>
  )
}
