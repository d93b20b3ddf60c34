/** @file Which of several posts is meant; one alone is only shown. */
import type { TimelineItem } from '../../shared/domain/ticket.ts'
import { writtenAt } from '../time.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { Runs } from './Runs.tsx'
import styles from './PostChoice.module.css'

type Post = Extract<TimelineItem, { kind: 'post' }>
type Props = { posts: readonly Post[]; chosen: string | null; onChosen: (postId: string) => void }

export function PostChoice({ posts, chosen, onChosen }: Props) {
  const c = useConsole()
  if (posts.length === 0) return null
  return (
    <fieldset className={styles['posts']}>
      <legend className={styles['legend']}>{t('act.post', { count: posts.length })}</legend>
      {posts.map((post) => (
        <label key={post.id} className={styles['post']}>
          {posts.length > 1 && (
            <input type="radio" name="post" checked={post.id === chosen} onChange={() => onChosen(post.id)} />
          )}
          <span className={styles['text']} dir="auto">
            <b className={styles['author']}>{t('thread.handle', { username: post.author.username })}</b>{' '}
            <Runs runs={post.runs} inert />
          </span>
          <span className={styles['time']}>{writtenAt(c.now(), post.at)}</span>
        </label>
      ))}
    </fieldset>
  )
}
