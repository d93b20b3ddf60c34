/** @file One row of the outbox for a message that belongs to no ticket: the same height and place as a ticket's row. */
import { memo } from 'react'
import type { JobView } from '../../shared/domain/outbox.ts'
import { written } from '../time.ts'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { jobTag, leavesIn } from './card-tags.ts'
import { useTimed } from './console-context.ts'
import { OurMark } from './OurMark.tsx'
import { Plain } from './Runs.tsx'
import { RowFrame, type RowProps } from './RowFrame.tsx'
import styles from './TicketRow.module.css'

export const JobRow = memo(function JobRow({ job, onPress, ...place }: RowProps & { job: JobView }) {
  const time = useTimed((now) => written(now, job.createdAt))
  const leaves = useTimed((now) => leavesIn(job, now))
  const tag = jobTag(job, leaves)
  return (
    <RowFrame {...place} rowId={job.id} ticketId={null} onClick={() => onPress(job.id)}>
      <OurMark of={(brand) => brand.id === job.brandId} name={job.username} />
      <div className={styles['body']}>
        <div className={styles['who']}>
          <b className={styles['name']}>{t(`kind.${job.kind}`)}</b>
          <span className={styles['handle']}>{t('thread.handle', { username: job.username })}</span>
        </div>
        <div className={styles['text']} dir="auto">
          <Plain text={job.text} />
        </div>
        <div className={styles['tags']}>
          {tag && <Tag tone={tag.tone}>{tag.text}</Tag>}
          {job.parts.length > 1 && <Tag>{t('chain.posts', { count: job.parts.length })}</Tag>}
          <span className={styles['time']}>{time}</span>
        </div>
      </div>
    </RowFrame>
  )
})
