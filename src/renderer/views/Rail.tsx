/** @file The rail: all brands and each brand with what needs a reply, a way to connect more, settings. */
import { Plus, Settings } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { allDeckId } from '../../shared/domain/deck.ts'
import { showBrand } from '../commands/deck.ts'
import { deckOf } from '../state/rows.ts'
import { isUnconnected } from '../state/waiting.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole, useRows, useSession } from './console-context.ts'
import { isBroken } from './names.ts'
import styles from './Rail.module.css'

const mostOnBadge = 99

function Badge({ count, pressing }: { count: number; pressing: boolean }) {
  if (count === 0) return null
  return (
    <span
      className={`${styles['badge']} ${pressing ? styles['pressing'] : ''}`}
      // Drawn by the style: the button's name says the same in words.
      data-count={count > mostOnBadge ? t('rail.overflow') : count}
      aria-hidden="true"
    />
  )
}

export function Rail() {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const deckId = useSession((session) => session.deckId)
  const shown = useRows((rows) => deckOf(rows, deckId))
  const isSafe = useSession((session) => session.onlyBrandId !== null)
  const connect = useCommand('brand.connect')
  const manage = useCommand('brand.manage')
  const count = brands.reduce((sum, brand) => sum + brand.needsReply, 0)
  const pressing = brands.some((brand) => brand.pressing)
  const show = (brandId: string | null) => showBrand(c, brandId)
  const list = useRef<HTMLDivElement>(null)
  const current = shown?.id
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className={styles['rail']} aria-label={t('rail.label')}>
      <div ref={list} className={styles['brands']}>
        {!isSafe && (
          <button
            type="button"
            className={styles['tile']}
            aria-current={shown?.id === allDeckId}
            aria-label={t('rail.all.name', { count, pressing })}
            title={t('rail.all.name', { count, pressing })}
            onClick={() => show(null)}
          >
            <span className={styles['all']}>{t('rail.all')}</span>
            <Badge count={count} pressing={pressing} />
          </button>
        )}
        {brands.map((brand) => {
          const waits = isUnconnected(brand)
          const called = { name: brand.name, initials: brand.initials }
          const name = waits
            ? t('rail.brand.expected', called)
            : t('rail.brand.name', {
                ...called,
                count: brand.needsReply,
                pressing: brand.pressing,
                broken: isBroken(brand),
              })
          return (
            <button
              key={brand.id}
              type="button"
              className={`${styles['tile']} ${waits ? styles['waits'] : ''}`}
              aria-current={shown?.brandId === brand.id}
              aria-label={name}
              title={name}
              onClick={() => show(brand.id)}
            >
              <BrandSquare initials={brand.initials} fill={brand.fill} size="tile" />
              <Badge count={brand.needsReply} pressing={brand.pressing} />
              {isBroken(brand) && (
                <span className={styles['broken']} aria-hidden="true">
                  {t('due.mark')}
                </span>
              )}
            </button>
          )
        })}
      </div>
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('command.brand.connect')}
        title={t('command.brand.connect')}
        onClick={connect.run}
      >
        <Plus size={18} aria-hidden="true" />
      </button>
      <span className={styles['gap']} />
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('command.brand.manage')}
        aria-keyshortcuts={manage.aria}
        title={[t('command.brand.manage'), ...manage.keys].join('  ')}
        onClick={manage.run}
      >
        <Settings size={18} aria-hidden="true" />
      </button>
    </nav>
  )
}
