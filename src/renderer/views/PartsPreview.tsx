/** @file Under a long text: the posts that it goes out as, numbered, each with its length. */
import { limits, mostPosts, weight } from '../state/weight.ts'
import { t } from '../words.ts'
import styles from './PartsPreview.module.css'

export function PartsPreview({ posts }: { posts: readonly string[] }) {
  if (posts.length < 2) return null
  const over = posts.length > mostPosts
  return (
    <section className={styles['preview']} aria-label={t('chain.label', { count: posts.length })}>
      <p className={over ? styles['over'] : styles['total']} role={over ? 'alert' : undefined}>
        {over
          ? t('chain.over', { count: posts.length, limit: mostPosts })
          : t('chain.total', { count: posts.length })}
      </p>
      <ol className={styles['parts']}>
        {posts.map((post, n) => (
          <li key={n} className={styles['part']}>
            <span className={styles['number']}>{t('chain.number', { n: n + 1, total: posts.length })}</span>
            <span className={styles['text']} dir="auto" title={post}>
              {post}
            </span>
            <span className={styles['number']}>
              {t('composer.count', { count: weight('public', post), limit: limits.public })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
