/** @file Settings of a brand: the sentence that asks for a direct message, and X's link behind it with its price. */
import { priceOfSend } from '../../../shared/domain/prices.ts'
import { price } from '../../money.ts'
import { t } from '../../words.ts'
import { SentenceForm } from './SentenceForm.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

const priceWith = (hasLink: boolean): string =>
  price(priceOfSend({ kind: 'reply', summoned: true, hasLink }).high)

export function MoveToDmSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'moveToDm')
  const { moveToDm } = settings
  const isEncrypted = brand.handles.length > 0 && brand.handles.every((handle) => handle.dmsMoved !== null)
  return (
    <SentenceForm
      label={t('settings.move-to-dm.text')}
      value={moveToDm.text}
      onKept={(text) => keep({ ...moveToDm, text })}
    >
      {isEncrypted ? (
        <p className={form['warn']}>{t('settings.move-to-dm.encrypted')}</p>
      ) : (
        <>
          <label className={form['radio']}>
            <input
              type="checkbox"
              checked={moveToDm.link}
              onChange={(event) => keep({ ...moveToDm, link: event.target.checked })}
            />
            {t('settings.move-to-dm.link')}
          </label>
          <p>{t('settings.move-to-dm.price', { with: priceWith(true), without: priceWith(false) })}</p>
        </>
      )}
      <p>{t('settings.move-to-dm.why')}</p>
    </SentenceForm>
  )
}
