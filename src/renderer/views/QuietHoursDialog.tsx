/** @file When this computer keeps quiet, and what breaks through. */
import { useState, type FormEvent } from 'react'
import { weekdays } from '../../shared/domain/deadline-settings.ts'
import { plainQuietHours, type QuietHours } from '../../shared/domain/quiet-hours.ts'
import { keepQuiet } from '../commands/presence.ts'
import { run } from '../commands/registry.ts'
import { clockTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole, useSession } from './console-context.ts'
import form from '../ui/Form.module.css'
import styles from './QuietHoursDialog.module.css'

/** As a field of time holds it: hours and minutes of 24 hours. */
const fieldTime = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':')

/** Null while the field is not filled. */
function minuteOf(text: string): number | null {
  const [hours = NaN, minutes = NaN] = text.split(':').map(Number)
  return Number.isNaN(hours) || Number.isNaN(minutes) ? null : hours * 60 + minutes
}

export function QuietHoursDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const kept = useSession((session) => session.info?.presence.quiet ?? plainQuietHours)
  const [quiet, setQuiet] = useState<QuietHours>(kept)
  const change = (what: Partial<QuietHours>) => setQuiet({ ...quiet, ...what })
  const timed = (name: 'from' | 'until') => (text: string) => {
    const minute = minuteOf(text)
    if (minute !== null) change({ [name]: minute })
  }
  // Without a day, or from an hour to the same hour, nobody can tell what is meant.
  const neverQuiet = quiet.on && (quiet.days.length === 0 || quiet.from === quiet.until)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    keepQuiet(c, quiet)
    onClose()
  }
  return (
    <Modal title={t('command.presence.quiet-hours')} onClose={onClose}>
      <form className={form['form']} onSubmit={keep}>
        <label className={styles['switch']}>
          <input
            type="checkbox"
            checked={quiet.on}
            onChange={(event) => change({ on: event.target.checked })}
          />
          {t('quiet.on')}
        </label>
        <div className={form['pair']}>
          <Field label={t('quiet.from')} type="time" value={fieldTime(quiet.from)} onText={timed('from')} />
          <Field
            label={t('quiet.until')}
            type="time"
            value={fieldTime(quiet.until)}
            onText={timed('until')}
          />
        </div>
        {quiet.until <= quiet.from && <p>{t('quiet.next-day')}</p>}
        <fieldset className={styles['days']}>
          <legend>{t('quiet.days')}</legend>
          {weekdays.map((day) => (
            <label key={day} className={styles['switch']}>
              <input
                type="checkbox"
                checked={quiet.days.includes(day)}
                onChange={(event) =>
                  change({
                    days: weekdays.filter((one) =>
                      one === day ? event.target.checked : quiet.days.includes(one),
                    ),
                  })
                }
              />
              {t(`hours.day.${day}`)}
            </label>
          ))}
        </fieldset>
        {neverQuiet && <p role="status">{t('quiet.never')}</p>}
        <p>{t('quiet.breaks')}</p>
        <p>{t('quiet.waits')}</p>
        <Pause />
        <div className={form['actions']}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" disabled={neverQuiet}>
            {t('quiet.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** An hour without notices and tones, beside the hours of every day. */
function Pause() {
  const c = useConsole()
  const until = useSession((session) => session.info?.presence.pausedUntil ?? null)
  const id = until === null ? 'presence.pause' : 'presence.resume'
  return (
    <div className={styles['pause']}>
      {until !== null && <p role="status">{t('quiet.paused', { time: clockTime(until) })}</p>}
      <Button onClick={() => run(c, id)}>{t(`command.${id}`)}</Button>
    </div>
  )
}
