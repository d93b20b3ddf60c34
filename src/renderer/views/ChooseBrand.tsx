/** @file Which brand speaks, asked before anything is written in its name. Arrow keys move, Enter chooses. */
import { useEffect, useRef } from 'react'
import { moved } from '../state/cursor.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { useRows } from './console-context.ts'
import { speakersOf } from './speakers.ts'
import styles from './ComposeDialog.module.css'

export function ChooseBrand({ onChosen }: { onChosen: (brandId: string) => void }) {
  const all = useRows((rows) => rows.brands)
  const brands = all.filter((brand) => speakersOf(brand).length > 0)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  if (brands.length === 0) return <Notice title={t('brands.empty')} next={t('deck.none.next')} />
  return (
    <div
      ref={list}
      className={styles['brands']}
      role="group"
      aria-label={t('compose.brand')}
      onKeyDown={(event) => {
        const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key]
        const at = document.activeElement?.getAttribute('data-brand') ?? null
        if (by === undefined) return
        event.preventDefault()
        const to = moved(
          brands.map((brand) => brand.id),
          at,
          by,
        )
        list.current?.querySelector<HTMLElement>(`[data-brand="${to}"]`)?.focus()
      }}
    >
      {brands.map((brand) => (
        <button
          key={brand.id}
          type="button"
          data-brand={brand.id}
          className={styles['brand']}
          onClick={() => onChosen(brand.id)}
        >
          <BrandSquare initials={brand.initials} fill={brand.fill} />
          <b>{brand.name}</b>
          <span className={styles['handles']}>
            {speakersOf(brand)
              .map((handle) => t('thread.handle', { username: handle.username }))
              .join(t('app.separator'))}
          </span>
        </button>
      ))}
    </div>
  )
}
