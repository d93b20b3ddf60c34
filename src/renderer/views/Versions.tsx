/** @file The earlier versions of an edited post, folded away; an older version is shown with the way to X's history. */
import { useState } from 'react'
import type { z } from 'zod'
import type { PostItem } from '../../shared/domain/ticket.ts'
import { writtenAt } from '../time.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { Runs } from './Runs.tsx'
import styles from './Thread.module.css'

export function Versions({ item }: { item: z.infer<typeof PostItem> }) {
  const c = useConsole()
  const [open, setOpen] = useState(false)
  const history = () => c.attempt(() => c.call('link.open', { kind: 'edit-history', postId: item.id }))
  return (
    <div className={styles['versions']}>
      <button
        type="button"
        className={styles['link']}
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        {t('versions.edited', { count: item.versions.length + 1 })}
      </button>
      {open && (
        <ol className={styles['older']} aria-label={t('versions.label')}>
          {item.versions.map((version) => (
            <li key={version.version}>
              <span className={styles['meta']}>
                {t('versions.one', { number: version.version, time: writtenAt(c.now(), version.at) })}
              </span>
              <div className={styles['text']} dir="auto">
                <Runs runs={version.runs} />
              </div>
            </li>
          ))}
          <li>
            <button type="button" role="link" className={styles['link']} onClick={history}>
              {t('versions.history')}
            </button>
          </li>
        </ol>
      )}
    </div>
  )
}
