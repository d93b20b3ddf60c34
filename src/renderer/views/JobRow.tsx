/** @file One row of the outbox for a job that belongs to no ticket: the handle that speaks, the words, when it leaves. */
import { memo } from 'react'
import type { JobView } from '../../shared/domain/outbox.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Tag } from '../ui/Tag.tsx'
import { written } from '../time.ts'
import { t } from '../words.ts'
import { jobTag } from './card-tags.ts'
import { useRows, useTimed } from './console-context.ts'
import { Plain } from './Runs.tsx'
import styles from './TicketRow.module.css'

type Props = {
  job: JobView
  /** DOM id, for `aria-activedescendant`. */
  id: string
  position: number
  total: number
  chosen: boolean
  height: number
  onPress: (rowId: string) => void
}

export const JobRow = memo(function JobRow({ job, id, position, total, chosen, height, onPress }: Props) {
  const brand = useRows((rows) => rows.brands.find((one) => one.id === job.brandId))
  const time = useTimed((now) => written(now, job.createdAt))
  const tag = jobTag(job)
  return (
    <div
      role="option"
      id={id}
      aria-selected={chosen}
      aria-posinset={position}
      aria-setsize={total}
      className={`${styles['row']} ${chosen ? styles['chosen'] : ''}`}
      style={{ height }}
      onClick={() => onPress(job.id)}
    >
      <Avatar
        name={job.username}
        media={null}
        mark={brand && <BrandSquare initials={brand.initials} fill={brand.fill} name={brand.name} />}
      />
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
          <span className={styles['time']}>{time}</span>
        </div>
      </div>
    </div>
  )
})
