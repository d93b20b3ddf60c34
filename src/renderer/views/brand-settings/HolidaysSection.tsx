/** @file Settings of a brand: days on which nobody answers, typed or out of a calendar file. */
import { useRef, useState, type FormEvent } from 'react'
import { X } from 'lucide-react'
import type { Holiday } from '../../../shared/domain/deadline-settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from './Hours.module.css'
import { locale } from '../../language.ts'

const dateWords = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
const keyOf = ({ date, name, days, rule }: Holiday): string => [date, name, days, rule].join('\n')

function whenOf({ date, days, rule }: Holiday): string {
  return t('holidays.when', { date: dateWords.format(Date.parse(date)), days, again: rule !== null })
}

export function HolidaysSection({ brand, settings }: SectionProps) {
  const c = useConsole()
  const keep = useKeepSetting(brand, 'holidays')
  const { days } = settings.holidays
  const [name, setName] = useState('')
  const [date, setDate] = useState('')
  const [yearly, setYearly] = useState(false)
  const [leftOut, setLeftOut] = useState<number | null>(null)
  const file = useRef<HTMLInputElement>(null)

  const keepWith = (more: readonly Holiday[]) => {
    const all = new Map([...days, ...more].map((one) => [keyOf(one), one]))
    keep({ days: [...all.values()].toSorted((one, other) => one.date.localeCompare(other.date)) })
  }
  const add = (event: FormEvent) => {
    event.preventDefault()
    keepWith([{ name: name.trim(), date, days: 1, rule: yearly ? 'FREQ=YEARLY' : null, except: [] }])
    setName('')
    setDate('')
  }
  const read = (chosen: File) =>
    c.attempt(async () => {
      const text = await chosen.text()
      const found = await c.call('holidays.read', { text })
      setLeftOut(found.leftOut)
      keepWith(found.days)
    })
  return (
    <div className={form['stack']}>
      {days.length === 0 && <p>{t('holidays.none')}</p>}
      <ul className={styles['holidays']}>
        {days.map((holiday) => (
          <li key={keyOf(holiday)} className={styles['holiday']}>
            <span>{holiday.name}</span>
            <span className={styles['when']}>{whenOf(holiday)}</span>
            <Button
              look="quiet"
              icon
              aria-label={t('holidays.remove', { name: holiday.name })}
              onClick={() => keep({ days: days.filter((one) => one !== holiday) })}
            >
              <X size={14} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      <form className={form['stack']} onSubmit={add}>
        <div className={form['pair']}>
          <Field label={t('holidays.name')} value={name} maxLength={120} onText={setName} />
          <Field label={t('holidays.date')} type="date" value={date} onText={setDate} />
        </div>
        <label className={form['radio']}>
          <input type="checkbox" checked={yearly} onChange={(event) => setYearly(event.target.checked)} />
          {t('holidays.yearly')}
        </label>
        <div className={form['actions']}>
          <input
            ref={file}
            type="file"
            accept=".ics,text/calendar"
            hidden
            tabIndex={-1}
            onChange={(event) => {
              const [chosen] = event.target.files ?? []
              if (chosen) read(chosen)
              event.target.value = ''
            }}
          />
          <Button onClick={() => file.current?.click()}>{t('holidays.import')}</Button>
          <Button look="primary" type="submit" disabled={name.trim() === '' || date === ''}>
            {t('holidays.add')}
          </Button>
        </div>
      </form>
      {leftOut !== null && <p role="status">{t('holidays.read', { leftOut })}</p>}
      <p>{t('holidays.why')}</p>
    </div>
  )
}
