/** @file What an outgoing message is and where it stands, in words: pure. */
import type { JobView } from '../../shared/domain/outbox.ts'
import { clockTime, fullTime, secondsLeft } from '../time.ts'
import { t, wireFailureWords } from '../words.ts'

/** How many posts of a chain X has, of how many. */
export const sentOf = (job: JobView): { sent: number; total: number } => ({
  sent: job.parts.filter((part) => part.state === 'sent').length,
  total: job.parts.length,
})

function standing(job: JobView, now: number): string {
  switch (job.state) {
    case 'held': {
      if (job.scheduledAt !== null) return t('thread.scheduled', { time: fullTime(job.scheduledAt) })
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
    case 'stopped':
      return t('thread.stopped', { time: clockTime(job.stoppedAt ?? job.createdAt) })
    case 'ask':
      if (job.asks.join() === 'approval') return t('thread.waits-approval')
      return [...job.asks.map((reason) => t(`ask.${reason}`)), t('thread.ask')].join(' ')
    default:
      return t(`job.${job.state}`)
  }
}

/** Where it stands at this instant, and how much of a chain X has. */
export function jobWords(job: JobView, now: number): string {
  const { sent, total } = sentOf(job)
  const words = standing(job, now)
  return total > 1 && sent > 0 ? `${t('thread.chain', { sent, total })} ${words}` : words
}
