/** @file A brand as a file: out to one, in from one, or in from another brand; what of it, is chosen. */
import { useState } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { ChooseBrand } from '../ChooseBrand.tsx'
import { useRows } from '../console-context.ts'
import { FromBrand } from './FromBrand.tsx'
import { FromFile } from './FromFile.tsx'
import { ToFile } from './ToFile.tsx'
import form from '../../ui/Form.module.css'
import styles from './Kit.module.css'

const ways = ['to-file', 'from-file', 'from-brand'] as const
const views = { 'to-file': ToFile, 'from-file': FromFile, 'from-brand': FromBrand }

function OfBrand({ brand, onClose }: { brand: BrandView; onClose: () => void }) {
  const [way, setWay] = useState<(typeof ways)[number]>('to-file')
  const View = views[way]
  return (
    <>
      <p>{t('kit.why', { name: brand.name })}</p>
      <fieldset className={form['choices']}>
        <legend>{t('kit.way')}</legend>
        <div className={styles['ways']}>
          {ways.map((one) => (
            <label key={one} className={form['radio']}>
              <input
                type="radio"
                name="kit-way"
                autoFocus={one === 'to-file'}
                checked={way === one}
                onChange={() => setWay(one)}
              />
              {t(`kit.way.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <View key={way} brand={brand} onDone={onClose} />
    </>
  )
}

/** @param brandId null asks for the brand first */
export function KitDialog({ brandId, onClose }: { brandId: string | null; onClose: () => void }) {
  const [chosen, choose] = useState(brandId)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  return (
    <Modal
      title={brand ? t('kit.title', { name: brand.name }) : t('kit.brand')}
      onClose={onClose}
      look="wide"
    >
      <div className={form['form']}>
        {brand ? <OfBrand brand={brand} onClose={onClose} /> : <ChooseBrand onChosen={choose} />}
      </div>
    </Modal>
  )
}
