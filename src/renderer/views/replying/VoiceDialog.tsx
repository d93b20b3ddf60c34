/** @file The voice card of a brand, to read while writing. */
import { useState } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { hasVoice } from '../../../shared/domain/voice.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useBrandSettings } from '../brand-settings/use-brand-settings.ts'
import { ChooseBrand } from '../ChooseBrand.tsx'
import { useConsole, useRows } from '../console-context.ts'
import form from '../../ui/Form.module.css'
import styles from './VoiceDialog.module.css'

function CardOf({ brand, onClose }: { brand: BrandView; onClose: () => void }) {
  const c = useConsole()
  const voice = useBrandSettings(brand.id)?.voice
  if (!voice) return null
  const lines = [
    { name: t('voice.tone'), words: voice.tone },
    {
      name: t('voice.address'),
      words: voice.address === 'either' ? '' : t(`voice.address.${voice.address}`),
    },
    { name: t('voice.emoji'), words: voice.emoji === 'either' ? '' : t(`voice.emoji.${voice.emoji}`) },
    { name: t('voice.never-say'), words: voice.neverSay.join('\n') },
    { name: t('voice.escalation'), words: voice.escalation },
  ].filter((line) => line.words !== '')
  return (
    <>
      {hasVoice(voice) ? (
        <dl className={styles['card']}>
          {lines.map((line) => (
            <div key={line.name} style={{ display: 'contents' }}>
              <dt>{line.name}</dt>
              <dd dir="auto">{line.words}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t('voice.none', { name: brand.name })}</p>
      )}
      <div className={form['actions']}>
        <Button
          onClick={() =>
            c.session.setState({ overlay: { kind: 'brand-settings', brandId: brand.id, section: 'voice' } })
          }
        >
          {t('voice.edit')}
        </Button>
        <Button look="primary" autoFocus onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </>
  )
}

/** @param brandId null asks for the brand first */
export function VoiceDialog({ brandId, onClose }: { brandId: string | null; onClose: () => void }) {
  const [chosen, choose] = useState(brandId)
  const brand = useRows((rows) => rows.brands.find((one) => one.id === chosen))
  return (
    <Modal
      title={brand ? t('voice.title', { name: brand.name }) : t('voice.brand')}
      onClose={onClose}
      look="wide"
    >
      <div className={form['form']}>
        {brand ? <CardOf brand={brand} onClose={onClose} /> : <ChooseBrand onChosen={choose} />}
      </div>
    </Modal>
  )
}
