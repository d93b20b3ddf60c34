/** @file A public post in X's own form: picture, name, handle, text as written, linked time, X's mark, “View on X”. */
import type { z } from 'zod'
import type { PostItem } from '../../shared/domain/ticket.ts'
import { fullTime, writtenAt } from '../time.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { hasHandle, OurMark } from './OurMark.tsx'
import { Tag } from '../ui/Tag.tsx'
import { nameInSentence } from '../overrides.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { LinkPreviews } from './LinkPreviews.tsx'
import { MediaGrid } from './MediaGrid.tsx'
import { Name, Runs } from './Runs.tsx'
import { Versions } from './Versions.tsx'
import styles from './Thread.module.css'

/** X's mark. */
export function XMark() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="12"
      height="12"
      fill="currentColor"
      role="img"
      aria-label={t('thread.x-mark')}
    >
      <path d="M18.244 2.25h3.308l-7.227 8.26 8.502 11.24H16.17l-5.214-6.817L4.99 21.75H1.68l7.73-8.835L1.254 2.25H8.08l4.713 6.231zm-1.161 17.52h1.833L7.084 4.126H5.117z" />
    </svg>
  )
}

export function PostEntry({ item }: { item: z.infer<typeof PostItem> }) {
  const c = useConsole()
  const { author } = item
  const view = () => c.attempt(() => c.call('link.open', { kind: 'post', postId: item.id }))
  const profile = () => c.attempt(() => c.call('link.open', { kind: 'profile', username: author.username }))
  const facts = [
    item.agentName !== null && t('thread.by', { name: item.agentName }),
    item.likes > 0 && t('thread.likes', { count: item.likes }),
    item.reposts > 0 && t('thread.reposts', { count: item.reposts }),
    item.mediaCount > item.media.length && t('thread.media', { count: item.mediaCount - item.media.length }),
    item.edited && item.versions.length === 0 && t('thread.edited'),
  ].filter((fact) => fact !== false)
  return (
    <article
      className={`${styles['post']} ${item.ours ? styles['ours'] : ''} ${item.context || item.otherTicket !== null ? styles['context'] : ''}`}
      aria-label={t('thread.post.name', { name: nameInSentence(author.name) })}
    >
      {item.ours ? (
        <OurMark of={hasHandle(author.xUserId)} name={author.name} />
      ) : (
        <Avatar name={author.name} media={author.avatar} size="post" />
      )}
      <div className={styles['content']}>
        <div className={styles['author']}>
          <b className={styles['name']}>
            <Name name={author.name} />
          </b>
          <button type="button" role="link" className={styles['link']} onClick={profile}>
            {t('thread.handle', { username: author.username })}
          </button>
          <button
            type="button"
            role="link"
            className={styles['link']}
            title={fullTime(item.at)}
            onClick={view}
          >
            <time dateTime={new Date(item.at).toISOString()}>{writtenAt(c.now(), item.at)}</time>
          </button>
          <span className={styles['mark']}>
            <XMark />
          </span>
        </div>
        <div className={styles['text']} dir="auto" {...(item.lang === null ? {} : { lang: item.lang })}>
          <Runs runs={item.runs} />
        </div>
        <MediaGrid media={item.media} />
        <LinkPreviews previews={item.previews} />
        {item.versions.length > 0 && <Versions item={item} />}
        <div className={styles['meta']}>
          {item.context && <Tag>{t('thread.context')}</Tag>}
          {item.otherTicket !== null && <Tag>{t('thread.other-ticket', { number: item.otherTicket })}</Tag>}
          {facts.length > 0 && <span>{facts.join(t('app.separator'))}</span>}
          <button type="button" role="link" className={styles['link']} onClick={view}>
            {t('thread.view-on-x')}
          </button>
        </div>
      </div>
    </article>
  )
}
