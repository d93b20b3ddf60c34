/** @file Spending of brands or of apps, a row each, and the form that sets the limits of one. */
import { useEffect, useRef, useState } from 'react'
import type { SpendRow } from '../../shared/domain/money.ts'
import { budget, fieldDollars, spent, typedDollars } from '../money.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Hidden } from '../ui/Hidden.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './SpendPanel.module.css'

function Amount({ amount, of, forecast }: { amount: number; of: number | null; forecast: number | null }) {
  return (
    <td>
      {of === null ? spent(amount) : t('spend.of', { amount: spent(amount), budget: budget(of) })}
      {forecast !== null && (
        <span className={styles['forecast']}>{t('spend.forecast', { amount: spent(forecast) })}</span>
      )}
    </td>
  )
}

/** The four limits as typed, in the order of the form. */
const limitNames = ['dayBudget', 'monthBudget', 'dayCap', 'monthCap'] as const
const labels = {
  dayBudget: 'spend.limits.day-budget',
  monthBudget: 'spend.limits.month-budget',
  dayCap: 'spend.limits.day-cap',
  monthCap: 'spend.limits.month-cap',
} as const

function LimitsForm({ row, onDone }: { row: SpendRow; onDone: () => void }) {
  const c = useConsole()
  const { scope, limits, name } = row
  const [typed, setTyped] = useState({
    dayBudget: fieldDollars(limits.dayBudget),
    monthBudget: fieldDollars(limits.monthBudget),
    dayCap: fieldDollars(limits.dayCap),
    monthCap: fieldDollars(limits.monthCap),
  })
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const wrong = limitNames.find((one) => typedDollars(typed[one]) === undefined)
  const amount = (one: (typeof limitNames)[number]): number | null => typedDollars(typed[one]) ?? null
  const save = () =>
    c.attempt(async () => {
      const wanted = {
        dayBudget: amount('dayBudget'),
        monthBudget: amount('monthBudget'),
        dayCap: amount('dayCap'),
        monthCap: amount('monthCap'),
      }
      await c.call('money.limit', { scope, limits: wanted })
      c.say(t('spend.limits.saved', { name }))
      onDone()
    })
  return (
    <form
      className={styles['limits']}
      aria-label={t('spend.limits.of', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        if (wrong === undefined) save()
      }}
    >
      <h4 className={styles['title']}>{t('spend.limits.of', { name })}</h4>
      <p>{t('spend.limits.why', { kind: scope.kind })}</p>
      <div className={form['pair']}>
        {limitNames.map((one, n) => (
          <Field
            key={one}
            {...(n === 0 ? { ref: first } : {})}
            label={t(labels[one])}
            inputMode="decimal"
            value={typed[one]}
            aria-invalid={one === wrong}
            onText={(text) => setTyped({ ...typed, [one]: text })}
          />
        ))}
      </div>
      {wrong !== undefined && (
        <p className={form['bad']} role="alert">
          {t('spend.limits.wrong', { text: typed[wrong] })}
        </p>
      )}
      <div className={form['actions']}>
        <Button onClick={onDone}>{t('app.cancel')}</Button>
        <Button look="primary" type="submit" disabled={wrong !== undefined}>
          {t('spend.limits.save')}
        </Button>
      </div>
    </form>
  )
}

const tones = { open: 'good', warn: 'warn', slow: 'warn', stopped: 'bad' } as const

export function SpendRows({ title, rows }: { title: string; rows: readonly SpendRow[] }) {
  const [edited, setEdited] = useState<string | null>(null)
  const row = rows.find((one) => one.scope.id === edited)
  return (
    <section>
      <h3 className={styles['title']}>{title}</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('spend.name')}</th>
            <th scope="col">{t('spend.today')}</th>
            <th scope="col">{t('spend.month')}</th>
            <th scope="col">{t('spend.per-solved')}</th>
            <th scope="col">
              <Hidden>{t('spend.limits')}</Hidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.scope.id}>
              <th scope="row">
                {one.name}{' '}
                {one.level !== 'open' && <Tag tone={tones[one.level]}>{t(`spend.level.${one.level}`)}</Tag>}
              </th>
              <Amount amount={one.today} of={one.dayBudget} forecast={one.todayForecast} />
              <Amount amount={one.month} of={one.monthBudget} forecast={one.monthForecast} />
              <td>
                {one.perSolved === null
                  ? t('spend.none')
                  : t('spend.per-solved.value', { amount: spent(one.perSolved), count: one.solved })}
              </td>
              <td>
                <Button
                  look="quiet"
                  aria-label={t('spend.limits.of', { name: one.name })}
                  aria-expanded={edited === one.scope.id}
                  onClick={() => setEdited(edited === one.scope.id ? null : one.scope.id)}
                >
                  {t('spend.limits')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {row && <LimitsForm key={row.scope.id} row={row} onDone={() => setEdited(null)} />}
    </section>
  )
}
