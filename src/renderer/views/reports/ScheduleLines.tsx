/** @file What is delivered by itself to one client, in words: next, last, where to, and what stands in the way. */
import type { ScheduleView } from '../../../shared/domain/report-delivery.ts'
import { fullTime } from '../../time.ts'
import { t, wireFailureWords } from '../../words.ts'
import { monthWords } from './figure-words.ts'
import styles from './Reports.module.css'

type Props = { view: ScheduleView; withFolder: boolean }

export function ScheduleLines({ view: { schedule, last, trouble }, withFolder }: Props) {
  return (
    <>
      <p>
        {schedule
          ? t('report.schedule.next', { month: monthWords(schedule.month), at: fullTime(schedule.dueAt) })
          : t('report.schedule.none')}
      </p>
      {schedule && withFolder && <p>{t('report.schedule.into', { folder: schedule.folder })}</p>}
      {last && <p>{t('report.schedule.last', { month: monthWords(last.month), at: fullTime(last.at) })}</p>}
      {trouble && (
        <p className={styles['trouble']} role="alert">
          {t('report.schedule.trouble', {
            month: monthWords(trouble.month),
            at: fullTime(trouble.at),
            why: wireFailureWords(trouble.failure),
            again: fullTime(trouble.nextTryAt),
          })}
        </p>
      )}
    </>
  )
}
