/** @file One brand of the brands dialog: in one line how it stands, opened its handles, holds and the ways to change it. */
import type { RefObject } from 'react'
import type { BrandView } from '../../shared/domain/brand.ts'
import { isUnconnected } from '../state/waiting.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { brandState } from './brand-state.ts'
import { ExpectedHandles } from './clients/ExpectedHandles.tsx'
import { useConsole, useSession } from './console-context.ts'
import { HandleCard } from './HandleCard.tsx'
import { HoldFields } from './HoldFields.tsx'
import styles from './BrandsDialog.module.css'

/** The ways to change a brand; `fixed` those of practice cannot be added to or removed. */
function Ways({ brand, fixed }: { brand: BrandView; fixed: boolean }) {
  const c = useConsole()
  const show = (overlay: NonNullable<ReturnType<typeof c.session.getState>['overlay']>) => () =>
    c.session.setState({ overlay })
  return (
    <div className={styles['ways']}>
      <Button
        aria-label={t('listening.open.name', { name: brand.name })}
        onClick={show({ kind: 'listening', brandId: brand.id })}
      >
        {t('listening.open')}
      </Button>
      <Button
        aria-label={t('settings.open.name', { name: brand.name })}
        onClick={show({ kind: 'brand-settings', brandId: brand.id, section: 'lifecycle' })}
      >
        {t('settings.open')}
      </Button>
      <Button
        aria-label={t('kit.open.name', { name: brand.name })}
        onClick={show({ kind: 'kit', brandId: brand.id })}
      >
        {t('kit.open')}
      </Button>
      {!fixed && (
        <>
          <Button
            aria-label={t('brands.connect-more', { name: brand.name })}
            onClick={show({ kind: 'connect', target: { kind: 'brand', brandId: brand.id } })}
          >
            {t('brands.add-handle')}
          </Button>
          <Button look="danger" onClick={show({ kind: 'remove', brandId: brand.id })}>
            {t('brands.remove', { name: brand.name })}
          </Button>
        </>
      )}
    </div>
  )
}

type Props = {
  brand: BrandView
  fixed: boolean
  /** Whether it begins opened. */
  open: boolean
  /** The button that connects its first handle that waits. */
  first?: RefObject<HTMLButtonElement | null> | undefined
}

export function BrandCard({ brand, fixed, open, first }: Props) {
  const { words, tone } = brandState(brand)
  const shown = useSession((session) => session.deckId === brand.id)
  return (
    <section className={styles['brand']} aria-label={brand.name}>
      <details open={open || shown || (tone !== 'good' && !isUnconnected(brand))}>
        <summary className={styles['head']}>
          <BrandSquare initials={brand.initials} fill={brand.fill} />
          <h3 className={styles['name']}>{brand.name}</h3>
          <span className={styles['client']}>{t('brands.client', { name: brand.clientName })}</span>
          <Tag tone={tone}>{words}</Tag>
        </summary>
        <div className={styles['body']}>
          {brand.handles
            .filter((handle) => handle.state !== 'removed')
            .map((handle) => (
              <HandleCard key={handle.id} handle={handle} />
            ))}
          <HoldFields brand={brand} />
          <Ways brand={brand} fixed={fixed} />
        </div>
      </details>
      <ExpectedHandles brand={brand} first={first} />
    </section>
  )
}
