/** @file Text from strangers: untouched, but for direction overrides, which are shown as marks (an impostor's trick). */
import { Fragment } from 'react'
import type { TextRun } from '../../shared/domain/text.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { splitOverrides } from '../../shared/domain/overrides.ts'
import styles from './Runs.module.css'

/** Text with its direction overrides made visible. */
export function Plain({ text }: { text: string }) {
  return splitOverrides(text).map((part, n) =>
    part.kind === 'text' ? (
      <Fragment key={n}>{part.text}</Fragment>
    ) : (
      <span key={n} className={styles['override']} title={t('thread.override.hint')}>
        {t('thread.override', { code: part.name })}
      </span>
    ),
  )
}

/** A stranger's name: isolated, so that it cannot turn what stands around it. */
export function Name({ name }: { name: string }) {
  return (
    <bdi>
      <Plain text={name} />
    </bdi>
  )
}

function target(run: Exclude<TextRun, { kind: 'text' }>) {
  if (run.kind === 'mention') return { kind: 'profile', username: run.username } as const
  if (run.kind === 'link') return { kind: 'link', href: run.href } as const
  const query = encodeURIComponent(run.text)
  return { kind: 'link', href: `https://x.com/search?q=${query}` } as const
}

/** @param inert in rows of a column: entities are coloured, but only the row can be pressed */
export function Runs({ runs, inert = false }: { runs: readonly TextRun[]; inert?: boolean }) {
  const c = useConsole()
  return runs.map((run, n) => {
    if (run.kind === 'text') return <Plain key={n} text={run.text} />
    if (inert) {
      return (
        <span key={n} className={styles['entity']}>
          {run.text}
        </span>
      )
    }
    return (
      <button
        key={n}
        type="button"
        role="link"
        className={styles['link']}
        onClick={() => c.attempt(() => c.call('link.open', target(run)))}
      >
        {run.text}
      </button>
    )
  })
}
