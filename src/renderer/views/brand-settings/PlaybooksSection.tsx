/** @file Settings of a brand: the checklist of each kind of message. */
import { useState } from 'react'
import { PlaybooksSetting } from '../../../shared/domain/playbooks.ts'
import { Category } from '../../../shared/domain/triage.ts'
import { linesOf } from '../../ui/lines.ts'
import { TextField } from '../../ui/TextField.tsx'
import { t } from '../../words.ts'
import { SettingForm } from './SettingForm.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

export function PlaybooksSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'playbooks')
  const [category, setCategory] = useState<Category>('complaint')
  const [typed, setTyped] = useState<Partial<Record<Category, string>>>({})
  const { playbooks } = settings
  const all = Object.fromEntries(
    Category.options.map((one) => {
      const text = typed[one]
      return [one, text === undefined ? playbooks[one] : linesOf(text)]
    }),
  )
  const asTyped = PlaybooksSetting.safeParse(all)
  return (
    <SettingForm kept={playbooks} typed={asTyped.data ?? null} onKeep={keep}>
      <p>{t('settings.playbooks.why')}</p>
      <label className={form['label']}>
        {t('settings.playbooks.category')}
        <select
          className={form['select']}
          value={category}
          onChange={(event) =>
            setCategory(Category.options.find((one) => one === event.target.value) ?? 'complaint')
          }
        >
          {Category.options.map((one) => (
            <option key={one} value={one}>
              {t('settings.playbooks.option', {
                category: t(`category.${one}`),
                steps: (asTyped.data ?? playbooks)[one].length,
              })}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={t('settings.playbooks.steps')}
        rows={6}
        maxLength={2_000}
        value={typed[category] ?? playbooks[category].join('\n')}
        onText={(text) => setTyped({ ...typed, [category]: text })}
      >
        {!asTyped.success && <p className={form['bad']}>{t('settings.playbooks.bad')}</p>}
      </TextField>
    </SettingForm>
  )
}
