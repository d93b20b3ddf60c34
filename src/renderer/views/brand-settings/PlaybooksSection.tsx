/** @file Settings of a brand: the checklist of each kind of message. */
import { useId, useState } from 'react'
import { PlaybooksSetting } from '../../../shared/domain/playbooks.ts'
import { Category } from '../../../shared/domain/triage.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from '../replying/MacrosDialog.module.css'

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

export function PlaybooksSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'playbooks')
  const id = useId()
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
  const isNew = asTyped.success && JSON.stringify(asTyped.data) !== JSON.stringify(playbooks)
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        if (asTyped.success) keep(asTyped.data)
      }}
    >
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
      <div className={form['label']}>
        <label htmlFor={id}>{t('settings.playbooks.steps')}</label>
        <textarea
          id={id}
          className={styles['area']}
          dir="auto"
          rows={6}
          maxLength={2_000}
          value={typed[category] ?? playbooks[category].join('\n')}
          onChange={(event) => setTyped({ ...typed, [category]: event.target.value })}
        />
        {!asTyped.success && <p className={form['bad']}>{t('settings.playbooks.bad')}</p>}
      </div>
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={!isNew}>
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
