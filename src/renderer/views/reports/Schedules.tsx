/** @file What is delivered by itself, client by client, among the reports. */
import { showDelivery } from '../../commands/report.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { ScheduleLines } from './ScheduleLines.tsx'
import { useSchedules } from './use-schedules.ts'
import delivery from './Delivery.module.css'
import styles from './Reports.module.css'

export function Schedules() {
  const c = useConsole()
  const schedules = useSchedules()
  if (schedules === null || schedules.length === 0) return null
  return (
    <section className={styles['section']}>
      <h3>{t('report.schedules')}</h3>
      <ul className={styles['lines']}>
        {schedules.map((view) => (
          <li key={view.clientId} className={delivery['client']}>
            <b dir="auto">{view.clientName}</b>
            <ScheduleLines view={view} withFolder />
            <span className={styles['ways']}>
              <Button
                aria-label={t('report.schedule.change.of', { client: view.clientName })}
                onClick={() => showDelivery(c, view.clientId, true)}
              >
                {t('report.schedule.change')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
