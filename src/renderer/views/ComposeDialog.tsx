/** @file A new post: the brand is asked for first, then the text within that brand's frame. The text is kept at once. */
import { useRef, useState } from 'react'
import { brandFill } from '../ui/brand-fills.ts'
import { css } from '../ui/colour.ts'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { ChooseBrand } from './ChooseBrand.tsx'
import { useRows } from './console-context.ts'
import { ComposeText } from './ComposeText.tsx'
import { speakersOf } from './speakers.ts'
import form from '../ui/Form.module.css'
import styles from './ComposeDialog.module.css'

export function ComposeDialog({ brandId, onClose }: { brandId: string | null; onClose: () => void }) {
  const [chosen, choose] = useState(brandId)
  const text = useRef<HTMLTextAreaElement>(null)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  return (
    <Modal
      title={brand ? t('compose.title', { name: brand.name }) : t('compose.brand')}
      onClose={onClose}
      look="wide"
      first={text}
    >
      {brand && speakersOf(brand).length > 0 ? (
        <div className={styles['frame']} data-brand={brand.id} style={{ '--b': css(brandFill(brand.fill)) }}>
          <ComposeText
            key={brand.id}
            field={text}
            brand={brand}
            onOther={() => choose(null)}
            onClose={onClose}
          />
        </div>
      ) : (
        <div className={form['form']}>
          <ChooseBrand onChosen={choose} />
        </div>
      )}
    </Modal>
  )
}
