/** @file Which brands tell it. */
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { t } from '../../words.ts'
import { useRows } from '../console-context.ts'
import styles from './Notices.module.css'

type Props = {
  /** `key`: a brand's id, or a notice's. */
  all: readonly { key: string; brandId: string }[]
  chosen: readonly string[]
  onChosen: (keys: readonly string[]) => void
}

export function BrandChecks({ all, chosen, onChosen }: Props) {
  const brands = useRows((rows) => rows.brands)
  return (
    <fieldset className={styles['brands']}>
      <legend>{t('notice.brands')}</legend>
      {all.map(({ key, brandId }) => {
        const brand = brands.find(({ id }) => id === brandId)
        return (
          brand && (
            <label key={key} className={styles['brand']}>
              <input
                type="checkbox"
                checked={chosen.includes(key)}
                onChange={(event) =>
                  onChosen(event.target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
                }
              />
              <BrandSquare initials={brand.initials} fill={brand.fill} />
              {brand.name}
            </label>
          )
        )
      })}
    </fieldset>
  )
}
