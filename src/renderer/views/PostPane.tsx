/**
 * @file In the pane: a post that is nobody's request. Says of one that a brand listens to why it is answered on X alone,
 * and of one of ours where it is worked on.
 */
import { X } from 'lucide-react'
import type { BrandView } from '../../shared/domain/brand.ts'
import type { PostCard } from '../../shared/domain/deck.ts'
import { closeTicket } from '../commands/go.ts'
import { nameInSentence } from '../overrides.ts'
import { isOurs } from '../state/rows.ts'
import { fullTime, writtenAt } from '../time.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole, useKeyName, useRows, useSession } from './console-context.ts'
import { XMark } from './PostEntry.tsx'
import { Name, Runs } from './Runs.tsx'
import pane from './Pane.module.css'
import styles from './Thread.module.css'

function Post({ post }: { post: PostCard }) {
  const c = useConsole()
  const { author, at, lang, likes, reposts, isQuote, hasMedia } = post
  const view = () => c.attempt(() => c.call('link.open', { kind: 'post', postId: post.postId }))
  const profile = () => c.attempt(() => c.call('link.open', { kind: 'profile', username: author.username }))
  const facts = [
    likes > 0 && t('thread.likes', { count: likes }),
    reposts > 0 && t('thread.reposts', { count: reposts }),
  ].filter((fact) => fact !== false)
  return (
    <article
      className={styles['post']}
      aria-label={t('thread.post.name', { name: nameInSentence(author.name) })}
    >
      <Avatar name={author.name} media={author.avatar} size="post" />
      <div className={styles['content']}>
        <div className={styles['author']}>
          <b className={styles['name']}>
            <Name name={author.name} />
          </b>
          <button type="button" role="link" className={styles['link']} onClick={profile}>
            {t('thread.handle', { username: author.username })}
          </button>
          <button type="button" role="link" className={styles['link']} title={fullTime(at)} onClick={view}>
            <time dateTime={new Date(at).toISOString()}>{writtenAt(c.now(), at)}</time>
          </button>
          <span className={styles['mark']}>
            <XMark />
          </span>
        </div>
        <div className={styles['text']} dir="auto" {...(lang === null ? {} : { lang })}>
          <Runs runs={post.runs} />
        </div>
        <div className={styles['meta']}>
          {isQuote && <Tag>{t('tag.quote')}</Tag>}
          {hasMedia && <Tag>{t('tag.media')}</Tag>}
          {facts.length > 0 && <span>{facts.join(t('app.separator'))}</span>}
          <button type="button" role="link" className={styles['link']} onClick={view}>
            {t('thread.view-on-x')}
          </button>
        </div>
      </div>
    </article>
  )
}

/** What can be done with somebody else's post. */
function Ways({ handles }: { handles: BrandView['handles'] }) {
  const answer = useCommand('reply.on-x')
  const ticket = useCommand('ticket.open')
  const names = handles.map(({ username }) => t('thread.handle', { username })).join(t('app.separator'))
  return (
    <>
      <p className={styles['aside']}>{t('post.why', { handles: names })}</p>
      <div className={styles['ways']}>
        <Button look="primary" aria-keyshortcuts={answer.aria} onClick={answer.run}>
          {t('command.reply.on-x')}
        </Button>
        <Button aria-keyshortcuts={ticket.aria} onClick={ticket.run}>
          {t('command.ticket.open')} <Kbd keys={ticket.keys} />
        </Button>
      </div>
    </>
  )
}

/** What can be done with a post of a handle of ours. */
function WaysOfOurs({ post }: { post: PostCard }) {
  const own = useCommand('post.own')
  const isMain = useSession((session) => session.view.kind === 'main')
  const handle = t('thread.handle', { username: post.author.username })
  return (
    <>
      <p className={styles['aside']}>{t('post.ours', { handle })}</p>
      {isMain && (
        <div className={styles['ways']}>
          <Button aria-keyshortcuts={own.aria} onClick={own.run}>
            {t('command.post.own')} <Kbd keys={own.keys} />
          </Button>
        </div>
      )}
    </>
  )
}

export function PostPane({ postId }: { postId: string }) {
  const keyOf = useKeyName()
  const c = useConsole()
  const row = useRows((rows) => rows.rows.get(postId))
  const post = row?.kind === 'post' ? row.post : null
  const brand = useRows((rows) => rows.brands.find((one) => one.id === post?.brandId))
  const ours = useRows((rows) => row?.kind === 'post' && isOurs(rows, row.post))
  if (!post)
    return (
      <Notice
        title={t('post.pane.gone')}
        next={t('pane.job.gone.next', { down: keyOf('row.next'), up: keyOf('row.previous') })}
      />
    )
  return (
    <>
      <header className={pane['head']}>
        <div className={pane['line']}>
          <h2 className={pane['title']}>{t(ours ? 'post.pane.ours' : 'post.pane.title')}</h2>
          <span className={pane['number']} />
          <Button look="quiet" icon aria-label={t('post.pane.close')} onClick={() => closeTicket(c)}>
            <X size={14} aria-hidden="true" />
          </Button>
        </div>
        <div className={pane['tags']}>
          {brand && (
            <span className={pane['brand']}>
              <BrandSquare initials={brand.initials} fill={brand.fill} />
              {brand.name}
            </span>
          )}
        </div>
      </header>
      <div className={styles['thread']} role="log" aria-label={t('thread.label')} tabIndex={0}>
        <Post post={post} />
        {ours ? <WaysOfOurs post={post} /> : <Ways handles={brand?.handles ?? []} />}
      </div>
    </>
  )
}
