/** @file When a client's report is delivered by itself, and where to. */
import { useState } from 'react'
import type { ScheduleView } from '../../../shared/domain/report-delivery.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { ScheduleLines } from './ScheduleLines.tsx'
import form from '../../ui/Form.module.css'
import styles from './Delivery.module.css'
import report from './Reports.module.css'

const days = Array.from({ length: 31 }, (_, n) => n + 1)

function Folder({ path, onChosen }: { path: string | null; onChosen: (id: string, path: string) => void }) {
  const c = useConsole()
  const choose = () =>
    c.attempt(async () => {
      const { folder } = await c.host.invoke('folder.choose', {})
      if (folder) onChosen(folder.id, folder.path)
    })
  return (
    <div className={styles['row']}>
      <span>{t('report.schedule.folder')}</span>
      <span className={styles['path']}>{path ?? t('report.schedule.no-folder')}</span>
      <Button onClick={choose}>{t('report.schedule.choose')}</Button>
    </div>
  )
}

export function ScheduleFields({ view }: { view: ScheduleView }) {
  const c = useConsole()
  const { clientId, schedule } = view
  const [day, setDay] = useState(schedule?.day ?? 1)
  const [words, setWords] = useState(schedule?.words ?? '')
  const [chosen, setChosen] = useState<{ id: string; path: string } | null>(null)
  const path = chosen?.path ?? schedule?.folder ?? null
  const isSame = day === schedule?.day && words.trim() === schedule.words && chosen === null
  const keep = () =>
    c.attempt(async () => {
      await c.call('report.schedule', { clientId, day, words, folderId: chosen?.id ?? null })
      setChosen(null)
      c.say(t('said.report-scheduled'))
    })
  return (
    <section className={styles['part']}>
      <h3>{t('report.schedules')}</h3>
      <ScheduleLines view={view} withFolder={false} />
      <label className={`${form['label']} ${styles['narrow']}`}>
        {t('report.schedule.day')}
        <select
          className={form['select']}
          value={day}
          onChange={(event) => setDay(Number(event.target.value))}
        >
          {days.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <p className={report['why']}>{t('report.schedule.why')}</p>
      <Folder path={path} onChosen={(id, to) => setChosen({ id, path: to })} />
      <label className={`${report['words']} ${styles['text']}`}>
        {t('report.schedule.words')}
        <textarea
          rows={2}
          maxLength={5_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <div className={report['ways']}>
        <Button look="primary" disabled={path === null || isSame} onClick={keep}>
          {schedule ? t('report.schedule.keep') : t('report.schedule.start')}
        </Button>
        {schedule && (
          <>
            <Button
              onClick={() =>
                c.attempt(async () => {
                  await c.call('report.deliver-now', { clientId })
                  c.say(t('said.report-delivering'))
                })
              }
            >
              {t('report.schedule.now')}
            </Button>
            <Button
              look="danger"
              onClick={() =>
                c.attempt(async () => {
                  await c.call('report.unschedule', { clientId })
                  c.say(t('said.report-unscheduled'))
                })
              }
            >
              {t('report.schedule.stop')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
