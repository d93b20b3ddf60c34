/** @file Pages that a message links to, as X told of them: title and host. Nothing is asked of the pages. */
import { Link2 } from 'lucide-react'
import type { LinkPreview } from '../../shared/domain/text.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { Plain } from './Runs.tsx'
import styles from './LinkPreviews.module.css'

export function LinkPreviews({ previews }: { previews: readonly LinkPreview[] }) {
  const c = useConsole()
  if (previews.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={t('thread.previews')}>
      {previews.map(({ title, host, href }) => (
        <li key={href}>
          <button
            type="button"
            role="link"
            className={styles['preview']}
            onClick={() => c.attempt(() => c.call('link.open', { kind: 'link', href }))}
          >
            <Link2 size={13} aria-hidden="true" />
            <span className={styles['words']}>
              <bdi className={styles['title']}>
                <Plain text={title} />
              </bdi>
              <span className={styles['host']}>{host}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
