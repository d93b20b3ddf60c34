/** @file The ways out of an outgoing message as buttons, and the time that it is put off to. */
import { useState } from 'react'
import type { JobView } from '../../shared/domain/outbox.ts'
import { decide, hasWords, reschedule, waysOf, type Way } from '../commands/job.ts'
import { fullTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { WhenField } from './WhenField.tsx'
import styles from './Thread.module.css'

/** @param without ways that stand elsewhere */
export function JobWays({ job, without = [] }: { job: JobView; without?: readonly Way[] }) {
  const c = useConsole()
  const [asking, setAsking] = useState(false)
  const ways = waysOf(job).filter((way) => !without.includes(way))
  if (ways.length === 0) return null
  const choose = (way: Way) => {
    if (way === 'reschedule') setAsking(true)
    else c.attempt(() => decide(c, job, way))
  }
  if (asking) {
    return (
      <WhenField
        verb={t('settle.reschedule')}
        onCancel={() => setAsking(false)}
        onChosen={(at) => {
          setAsking(false)
          c.attempt(async () => {
            await reschedule(c, job, at)
            c.say(t('said.scheduled', { at: fullTime(at) }))
          })
        }}
      />
    )
  }
  return (
    <div className={styles['ways']}>
      {ways.map((way) => (
        <Button key={way} onClick={() => choose(way)}>
          {way === 'recall' && !hasWords(job) ? t('settle.take-back') : t(`settle.${way}`)}
        </Button>
      ))}
    </div>
  )
}
