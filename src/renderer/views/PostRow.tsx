/** @file A post as a row of a column: what somebody wrote, whether or not it is anybody's request. */
import { memo } from 'react'
import type { ColumnRow } from '../../shared/domain/deck.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Tag } from '../ui/Tag.tsx'
import { written } from '../time.ts'
import { t } from '../words.ts'
import { useConsole, useTimed } from './console-context.ts'
import { XMark } from './PostEntry.tsx'
import { LinkLine } from './LinkLine.tsx'
import { Name, Runs } from './Runs.tsx'
import { RowFrame, type RowProps } from './RowFrame.tsx'
import styles from './TicketRow.module.css'

type Props = RowProps & { row: Extract<ColumnRow, { kind: 'post' }> }

export const PostRow = memo(function PostRow({ row, onPress, ...place }: Props) {
  const c = useConsole()
  const { postId, author, runs, at, lang, hasMedia, isQuote, link, ticketId } = row.post
  const line = place.compact ? null : link
  const time = useTimed((now) => written(now, at))
  return (
    <RowFrame {...place} rowId={row.id} ticketId={null} onClick={() => onPress(row.id)}>
      <Avatar name={author.name} media={author.avatar} />
      <div className={styles['body']}>
        <div className={styles['who']}>
          <b className={styles['name']}>
            <Name name={author.name} />
          </b>
          <span className={styles['handle']}>{t('thread.handle', { username: author.username })}</span>
          <XMark />
        </div>
        <div
          className={`${styles['text']} ${line ? styles['short'] : ''}`}
          dir="auto"
          {...(lang === null ? {} : { lang })}
        >
          <Runs runs={runs} inert />
        </div>
        {line && <LinkLine link={line} />}
        <div className={styles['tags']}>
          {ticketId !== null && <Tag tone="info">{t('post.ticket')}</Tag>}
          {isQuote && <Tag>{t('tag.quote')}</Tag>}
          {hasMedia && <Tag>{t('tag.media')}</Tag>}
          {/* For the mouse alone: an option of a list holds no button; its key is that of the command. */}
          <span
            aria-hidden="true"
            className={styles['view']}
            onClick={(event) => {
              event.stopPropagation()
              c.attempt(() => c.call('link.open', { kind: 'post', postId }))
            }}
          >
            {t('thread.view-on-x')}
          </span>
          <span className={styles['time']}>{time}</span>
        </div>
      </div>
    </RowFrame>
  )
})
