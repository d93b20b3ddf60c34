/** @file Settings of a brand: whether customers are asked how it went, in which words, how often, and what came of it. */
import { useEffect, useState } from 'react'
import type { CsatSummary } from '../../../shared/domain/csat-setting.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

const periods = [7, 14, 30, 60, 90, 180, 365]

function useSummary(brandId: string): CsatSummary | null {
  const c = useConsole()
  const [summary, setSummary] = useState<CsatSummary | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('csat.summary', { brandId })
      if (!gone) setSummary(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId])
  return summary
}

export function CsatSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'csat')
  const summary = useSummary(brand.id)
  const { csat } = settings
  const [text, setText] = useState(csat.text)
  const days = [...new Set([...periods, csat.periodDays])].toSorted((one, other) => one - other)
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        keep({ ...csat, text: text.trim() })
      }}
    >
      <label className={form['radio']}>
        <input
          type="checkbox"
          checked={csat.on}
          onChange={(event) => keep({ ...csat, on: event.target.checked })}
        />
        {t('settings.csat.on')}
      </label>
      <p>{t('settings.csat.why')}</p>
      <label className={form['label']}>
        {t('settings.csat.text')}
        <textarea
          className={form['select']}
          rows={3}
          value={text}
          maxLength={1_000}
          placeholder={t('csat.text')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <label className={form['label']}>
        {t('settings.csat.period')}
        <select
          className={form['select']}
          value={csat.periodDays}
          onChange={(event) => keep({ ...csat, periodDays: Number(event.target.value) })}
        >
          {days.map((n) => (
            <option key={n} value={n}>
              {t('settings.csat.days', { days: n })}
            </option>
          ))}
        </select>
      </label>
      {summary && summary.asked > 0 && (
        <p>
          {t('settings.csat.summary', {
            asked: summary.asked,
            answered: summary.answered,
            average: summary.average === null ? '–' : summary.average.toFixed(1),
          })}
        </p>
      )}
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={text.trim() === csat.text}>
          {t('settings.csat.save')}
        </Button>
      </div>
    </form>
  )
}
