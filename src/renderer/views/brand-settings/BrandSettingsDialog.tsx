/** @file What a brand settles for itself: its sections at the left, one of them at the right. Arrow keys choose the section. */
import { useRef, useState } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { settingsSections, type SettingsSection } from '../../state/settings-sections.ts'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { ChooseBrand } from '../ChooseBrand.tsx'
import { useRows } from '../console-context.ts'
import { sectionViews } from './sections.ts'
import { useBrandSettings } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from './BrandSettingsDialog.module.css'

function OfBrand({ brand, first }: { brand: BrandView; first: SettingsSection }) {
  const settings = useBrandSettings(brand.id)
  const [chosen, choose] = useState<SettingsSection>(first)
  const tabs = useRef<HTMLDivElement>(null)
  const View = sectionViews[chosen]
  return (
    <div className={styles['both']}>
      <div
        ref={tabs}
        className={styles['tabs']}
        role="tablist"
        aria-orientation="vertical"
        aria-label={t('settings.sections')}
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key]
          if (by === undefined) return
          event.preventDefault()
          const section = settingsSections[settingsSections.indexOf(chosen) + by]
          if (!section) return
          choose(section)
          tabs.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)?.focus()
        }}
      >
        {settingsSections.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            data-section={id}
            aria-selected={id === chosen}
            tabIndex={id === chosen ? 0 : -1}
            autoFocus={id === first}
            className={styles['tab']}
            onClick={() => choose(id)}
          >
            {t(`settings.section.${id}`)}
          </button>
        ))}
      </div>
      <div className={form['form']} role="tabpanel" aria-label={t(`settings.section.${chosen}`)}>
        {settings && <View brand={brand} settings={settings} />}
      </div>
    </div>
  )
}

/** @param brandId null asks for the brand first */
export function BrandSettingsDialog({
  brandId,
  section,
  onClose,
}: {
  brandId: string | null
  section: SettingsSection
  onClose: () => void
}) {
  const [chosen, choose] = useState(brandId)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  return (
    <Modal
      title={brand ? t('settings.title', { name: brand.name }) : t('settings.brand')}
      onClose={onClose}
      look={brand ? 'broad' : 'wide'}
    >
      {brand ? (
        <OfBrand brand={brand} first={section} />
      ) : (
        <div className={form['form']}>
          <ChooseBrand onChosen={choose} />
        </div>
      )}
    </Modal>
  )
}
