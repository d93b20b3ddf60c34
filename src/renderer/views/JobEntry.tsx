/** @file A message on its way out: its countdown while it is held, its outcome in words, and the ways out of trouble. */
import { CalendarClock, CircleAlert, Clock, Lock } from 'lucide-react'
import type { JobState, JobView } from '../../shared/domain/outbox.ts'
import { decide } from '../commands/job.ts'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { useConsole, useTimed } from './console-context.ts'
import { JobParts } from './JobParts.tsx'
import { JobWays } from './JobWays.tsx'
import { jobWords } from './job-words.ts'
import { OurMark } from './OurMark.tsx'
import { Plain } from './Runs.tsx'
import styles from './Thread.module.css'

const troubles: ReadonlySet<JobState> = new Set(['refused', 'unsure', 'missed', 'stopped', 'ask'])

function Words({ job }: { job: JobView }) {
  if (job.parts.length > 1) return <JobParts parts={job.parts} />
  if (job.text === '') return <b>{t(`kind.${job.kind}`)}</b>
  return (
    <div className={styles['text']} dir="auto">
      <Plain text={job.text} />
    </div>
  )
}

function Mark({ job }: { job: JobView }) {
  if (troubles.has(job.state)) return <CircleAlert size={12} aria-hidden="true" />
  if (job.scheduledAt !== null) return <CalendarClock size={12} aria-hidden="true" />
  return <Clock size={12} aria-hidden="true" />
}

export function JobEntry({ job }: { job: JobView }) {
  const c = useConsole()
  const state = useTimed((now) => jobWords(job, now))
  const trouble = troubles.has(job.state)
  const inLine = job.state === 'held' && job.scheduledAt === null
  return (
    <article className={styles['message']} aria-label={t('thread.job.name')}>
      <OurMark of={(brand) => brand.id === job.brandId} name={job.username} />
      <div className={styles['content']}>
        <div className={`${styles['bubble']} ${styles['ours']} ${job.channel === 'dm' ? styles['dm'] : ''}`}>
          <Words job={job} />
        </div>
        <div className={`${styles['meta']} ${trouble ? styles['trouble'] : ''}`}>
          <Mark job={job} />
          <span>{t('thread.handle', { username: job.username })}</span>
          {job.channel === 'dm' && <Lock size={11} aria-hidden="true" />}
          <span className={styles['state']}>{state}</span>
          {inLine && (
            <Button onClick={() => c.attempt(() => decide(c, job, 'recall'))}>{t('thread.undo')}</Button>
          )}
        </div>
        <JobWays job={job} without={inLine ? ['recall'] : []} />
      </div>
    </article>
  )
}
