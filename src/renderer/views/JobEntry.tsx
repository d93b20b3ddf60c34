/** @file A message on its way out: its countdown while it is held, its outcome in words, and the ways out of trouble. */
import { CircleAlert, Clock, Lock } from 'lucide-react'
import type { JobState, JobView } from '../../shared/domain/outbox.ts'
import { clockTime, secondsLeft } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { t, wireFailureWords } from '../words.ts'
import type { Console } from '../state/console.ts'
import { openComposer } from '../commands/go.ts'
import { useConsole, useTimed } from './console-context.ts'
import { OurMark } from './OurMark.tsx'
import { Plain } from './Runs.tsx'
import styles from './Thread.module.css'

type Decision = 'was-sent' | 'send-again' | 'to-draft' | 'drop'

/** The agent's ways out, the most careful one first. */
const ways: Partial<Record<JobState, readonly Decision[]>> = {
  refused: ['to-draft', 'send-again', 'drop'],
  unsure: ['was-sent', 'send-again', 'to-draft', 'drop'],
  missed: ['to-draft', 'send-again', 'drop'],
  stopped: ['to-draft', 'drop'],
  ask: ['send-again', 'to-draft', 'drop'],
}

function words(job: JobView, now: number): string {
  switch (job.state) {
    case 'held': {
      const seconds = secondsLeft(now, job.releaseAt ?? now)
      return seconds > 0 ? t('thread.leaves', { seconds }) : t('thread.leaves.now')
    }
    case 'queued':
      return job.nextTryAt === null
        ? t('thread.queued')
        : t('thread.queued.until', { time: clockTime(job.nextTryAt) })
    case 'sending':
      return t('thread.sending')
    case 'refused':
      return job.failure ? wireFailureWords(job.failure) : t('thread.refused')
    case 'unsure':
      return t('thread.unsure')
    case 'missed':
      return t('thread.missed')
    case 'ask':
      return job.asks.map((reason) => t(`ask.${reason}`)).join(' ')
    default:
      return t(`job.${job.state}`)
  }
}

/** The draft that the words went back into. */
function openDraft(c: Console, job: JobView): void {
  if (job.ticketId !== null) openComposer(c, job.ticketId, job.channel)
}

export function JobEntry({ job }: { job: JobView }) {
  const c = useConsole()
  const state = useTimed((now) => words(job, now))
  const trouble = ways[job.state]
  const settle = (decision: Decision) =>
    c.attempt(async () => {
      await c.call('reply.settle', { jobId: job.id, decision })
      c.say(t('said.settled'))
      if (decision === 'to-draft') {
        c.apply.ticketShown()
        openDraft(c, job)
      }
    })
  const recall = () =>
    c.attempt(async () => {
      const done = await c.call('reply.recall', { jobId: job.id })
      c.say(t(`said.undone.${done.reach}`))
      c.apply.ticketShown()
      openDraft(c, job)
    })
  return (
    <article className={styles['message']} aria-label={t('thread.job.name')}>
      <OurMark of={(brand) => brand.id === job.brandId} name={job.username} />
      <div className={styles['content']}>
        <div className={`${styles['bubble']} ${styles['ours']} ${job.channel === 'dm' ? styles['dm'] : ''}`}>
          <div className={styles['text']} dir="auto">
            <Plain text={job.text} />
          </div>
        </div>
        <div className={`${styles['meta']} ${trouble ? styles['trouble'] : ''}`}>
          {trouble ? <CircleAlert size={12} aria-hidden="true" /> : <Clock size={12} aria-hidden="true" />}
          <span>{t('thread.handle', { username: job.username })}</span>
          {job.channel === 'dm' && <Lock size={11} aria-hidden="true" />}
          <span className={styles['state']}>{state}</span>
          {job.state === 'held' && <Button onClick={recall}>{t('thread.undo')}</Button>}
        </div>
        {trouble && (
          <div className={styles['ways']}>
            {trouble.map((decision) => (
              <Button key={decision} onClick={() => settle(decision)}>
                {t(`settle.${decision}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </article>
  )
}
