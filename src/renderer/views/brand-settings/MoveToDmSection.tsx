/** @file Settings of a brand: the sentence that asks for a direct message, and X's link behind it with its price. */
import { useState } from 'react'
import { unknownIn } from '../../../shared/domain/macro-text.ts'
import { priceOfSend } from '../../../shared/domain/prices.ts'
import { price } from '../../money.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

const priceWith = (hasLink: boolean): string =>
  price(priceOfSend({ kind: 'reply', summoned: true, hasLink }).high)

export function MoveToDmSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'moveToDm')
  const { moveToDm } = settings
  const [text, setText] = useState(moveToDm.text)
  const [unknown] = unknownIn(text)
  const isEncrypted = brand.handles.length > 0 && brand.handles.every((handle) => handle.dmsMoved !== null)
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        keep({ ...moveToDm, text: text.trim() })
      }}
    >
      <Field label={t('settings.move-to-dm.text')} value={text} maxLength={240} onText={setText} />
      {unknown !== undefined && (
        <p className={form['bad']}>
          {unknown === '{{' ? t('macros.form.unclosed') : t('macros.form.unknown', { name: unknown })}
        </p>
      )}
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
      <div className={form['actions']}>
        <Button
          look="primary"
          type="submit"
          disabled={text.trim() === moveToDm.text || text.trim() === '' || unknown !== undefined}
        >
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
