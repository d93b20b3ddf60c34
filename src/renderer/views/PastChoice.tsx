/** @file How far back to read the past of a handle, each depth with its price; nothing is paid before Start. */
import { useEffect, useState, type FormEvent } from 'react'
import type { BackfillDays, BackfillEstimate } from '../../shared/domain/backfill.ts'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import { spent } from '../money.ts'
import { priceWords } from './past-words.ts'
import form from '../ui/Form.module.css'

const defaultDays: BackfillDays = 7

/** The newest estimate; asked again whenever what is read of the handle has moved. */
function useEstimate(handleId: string): BackfillEstimate | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [estimate, setEstimate] = useState<BackfillEstimate | null>(null)
  useEffect(() => {
    let shown = true
    c.attempt(async () => {
      const fresh = await c.call('backfill.estimate', { handleId })
      if (shown) setEstimate(fresh)
    })
    return () => {
      shown = false
    }
  }, [c, handleId, reads])
  return estimate
}

function Choices({
  estimate,
  days,
  onDays,
}: {
  estimate: BackfillEstimate
  days: BackfillDays | null
  onDays: (days: BackfillDays | null) => void
}) {
  const choices = [
    { days: null, words: t('backfill.none') },
    ...estimate.prices.map((price) => ({ days: price.days, words: priceWords(price) })),
  ]
  return (
    <fieldset className={form['choices']}>
      <legend>{t('backfill.legend')}</legend>
      {choices.map((choice) => (
        <label key={String(choice.days)} className={form['radio']}>
          <input
            type="radio"
            name="days"
            checked={days === choice.days}
            autoFocus={choice.days === defaultDays}
            onChange={() => onDays(choice.days)}
          />
          {choice.words}
        </label>
      ))}
    </fieldset>
  )
}

export function PastChoice({ handleId, onClose }: { handleId: string; onClose: () => void }) {
  const c = useConsole()
  const estimate = useEstimate(handleId)
  const [days, setDays] = useState<BackfillDays | null>(defaultDays)
  const [busy, setBusy] = useState(false)
  if (!estimate) return <p role="status">{t('backfill.asking')}</p>
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (days === null) return onClose()
    setBusy(true)
    c.attempt(async () => {
      try {
        await c.call('backfill.start', { handleId, days })
        c.apply.backfills()
      } finally {
        setBusy(false)
      }
    })
  }
  const price = estimate.prices.find((one) => one.days === days)
  return (
    <form onSubmit={start} className={form['stack']}>
      <p role="status">
        {estimate.ready
          ? t('backfill.last-day', { count: estimate.needsReply })
          : t('backfill.last-day.reading')}{' '}
        {t('backfill.what')}
      </p>
      <Choices estimate={estimate} days={days} onDays={setDays} />
      <p>
        {t(price?.counted ? 'backfill.counted' : 'backfill.guessed', {
          price: spent(estimate.askedMicros),
        })}{' '}
        {t('backfill.limits')}
      </p>
      <div className={form['actions']}>
        <Button onClick={onClose}>{t('backfill.not-now')}</Button>
        <Button look="primary" type="submit" disabled={busy || !estimate.ready}>
          {price
            ? t('backfill.start', { days: price.days, price: spent(price.micros) })
            : t('backfill.begin')}
        </Button>
      </div>
    </form>
  )
}
